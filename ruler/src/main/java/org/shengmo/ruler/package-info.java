/**
 * One ruler for every case: DMN decision tables compiled to SQL and measured over whole populations.
 *
 * <pre>{@code
 * Model model = DmnReader.read(Path.of("table.dmn"));
 * try (DuckDbEngine engine = DuckDbEngine.open(new DuckDbSettings("2GB", spillFolder, 0, List.of(dataFolder, outFolder)))) {
 *     engine.load("roster", dataFolder.resolve("roster.csv"), Map.of("monthly_amount", FeelType.Simple.NUMBER));
 *     engine.execute("CREATE VIEW facts AS SELECT …");                    // any SQL that makes the table's inputs
 *     CompiledDecision decision = new Compiler(clock, engine.dialect()).compile(model, "Decision", engine.schema("facts"));
 *     engine.judge(decision, "facts", List.of("household_id"), "judged"); // a table: kept columns, outputs, matched, citations
 *     engine.write(decision, "facts", List.of("household_id"), outFolder.resolve("judged.parquet")); // or .csv, .xlsx
 * }
 * }</pre>
 *
 * <p>A column named as an input datum is that input; columns {@code Input.entry} are the entries of an input that is a context. The result
 * has the kept columns, the outputs (one column named as the decision, or one for each output of a table with several), {@code matched}
 * (the numbers from 1 of the table's rows that matched) and {@code citations} (the clauses these rows cite: the annotation column named
 * {@code clause}, else all annotations). What can't be compiled is a {@link org.shengmo.ruler.evaluation.Refusal} with the cell's place.
 *
 * <ul>
 *   <li>{@code feel}: syntax; {@code dmn}: models and their reader; {@code evaluation}: meaning, one case at a time ({@code Decisions})
 *   <li>{@code sql}: {@code Compiler}, {@code CompiledDecision}, dialects; {@code engine}: DuckDB, files
 * </ul>
 */
package org.shengmo.ruler;
