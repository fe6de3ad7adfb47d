package org.shengmo.ruler.spark;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.shengmo.ruler.sql.SqlType;
import org.shengmo.ruler.sql.SqlType.Plain;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Spark's types as column types, and its values as plain ones. */
final class SparkTypes {
    private static final Map<DataType, SqlType> SIMPLE = Map.ofEntries(
            Map.entry(DataTypes.ByteType, new SqlType.Decimal(3, 0)),
            Map.entry(DataTypes.ShortType, new SqlType.Decimal(5, 0)),
            Map.entry(DataTypes.IntegerType, new SqlType.Decimal(10, 0)),
            Map.entry(DataTypes.LongType, new SqlType.Decimal(19, 0)),
            Map.entry(DataTypes.FloatType, Plain.APPROXIMATE),
            Map.entry(DataTypes.DoubleType, Plain.APPROXIMATE),
            Map.entry(DataTypes.BooleanType, Plain.TRUTH),
            Map.entry(DataTypes.DateType, Plain.DATE),
            Map.entry(DataTypes.TimestampNTZType, Plain.MOMENT),
            Map.entry(DataTypes.TimestampType, Plain.INSTANT));

    private SparkTypes() {}

    static Map<String, SqlType> read(StructType struct) {
        Map<String, SqlType> columns = new LinkedHashMap<>();
        for (StructField field : struct.fields()) {
            columns.put(field.name(), read(field.dataType()));
        }
        return columns;
    }

    private static SqlType read(DataType type) {
        return switch (type) {
            case DecimalType decimal -> new SqlType.Decimal(decimal.precision(), decimal.scale());
            case ArrayType array -> new SqlType.ListOf(read(array.elementType()));
            case StructType struct -> new SqlType.Struct(read(struct));
            default -> SIMPLE.getOrDefault(type, Plain.TEXT);
        };
    }

    static Map<String, Object> plain(Row row) {
        Map<String, Object> values = new LinkedHashMap<>();
        String[] names = row.schema().fieldNames();
        for (int index = 0; index < names.length; index++) {
            values.put(names[index], plain(row.get(index)));
        }
        return values;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case null -> null;
            case Row row -> plain(row);
            case Seq<?> sequence -> {
                List<Object> items = new ArrayList<>();
                CollectionConverters.asJava(sequence).forEach(item -> items.add(plain(item)));
                yield items;
            }
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            default -> value;
        };
    }
}
