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
     * Makes data readable under a name: a csv (UTF-8 or GB18030, with header) or Parquet file, or a table of PostgreSQL as
     * {@code jdbc:postgresql://host/database?user=U&password=P#schema.table}. {@code types} are the FEEL types of columns; one without is
     * text. Rows that can't be read as these types are put aside, see {@link Loaded#rejected()}.
     */
    Loaded load(String name, String location, Map<String, FeelType> types);

    /** The same for a file. */
    default Loaded load(String name, Path file, Map<String, FeelType> types) {
        return load(name, file.toString(), types);
    }

    /** The columns of what was loaded or made under a name. */
    Schema schema(String name);

    /** Runs a decision over what is under a name and writes the result; the file's ending says as what: parquet, csv or xlsx. */
    long write(CompiledDecision decision, String name, List<String> keep, Path file);

    /** The rows of a query, column name to value; for few rows. */
    List<Map<String, Object>> rows(String query);

    @Override
    void close();
}
