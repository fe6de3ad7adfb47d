package org.shengmo.ruler.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.shengmo.ruler.feel.FeelType;
import org.shengmo.ruler.sql.CompiledDecision;
import org.shengmo.ruler.sql.Dialect;
import org.shengmo.ruler.sql.Schema;

/** Runs SQL over data; DuckDB in this process or Spark on a cluster give the same results to the digit. */
public interface Engine extends AutoCloseable {
    /** The SQL that the engine reads. */
    Dialect dialect();

    /**
     * Makes a csv (UTF-8 or GB18030, with header) or Parquet file readable under a name. {@code types} are the FEEL types of csv
     * columns; a column without one is text. Rows that can't be read as these types are put aside, see {@link Loaded#rejected()}.
     */
    Loaded load(String name, Path file, Map<String, FeelType> types);

    /** The columns of what was loaded or made under a name. */
    Schema schema(String name);

    /** Runs a decision over what is under a name and writes the result; the file's ending says as what: parquet, csv or xlsx. */
    long write(CompiledDecision decision, String name, List<String> keep, Path file);

    /** The rows of a query, column name to value; for few rows. */
    List<Map<String, Object>> rows(String query);

    @Override
    void close();
}
