package org.shengmo.charter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Problems as rows. */
@Repository
class ProblemRows {

    private static final String SELECT = """
            SELECT p.*, c.circulated_on, s.solved_on, s.person, s.account, s.attachments,
                   (SELECT count(*) FROM charter.chase x WHERE x.problem_id = p.id) AS chases
            FROM charter.problem p
            LEFT JOIN charter.circulated c ON c.problem_id = p.id
            LEFT JOIN charter.solved s ON s.problem_id = p.id
            """;

    private final JdbcClient database;

    ProblemRows(JdbcClient database) {
        this.database = database;
    }

    void insert(UUID id, Problem.New problem, UUID post, UUID duty, LocalDate raised, Terms.Term term, long entry) {
        database.sql("""
                INSERT INTO charter.problem
                  (id, title, text, source, severity, body, post, duty, raised, due, circulates, entry)
                VALUES
                  (:id, :title, :text, :source, :severity, :body, :post, :duty, :raised, :due, :circulates, :entry)
                """)
                .param("id", id)
                .param("title", problem.title())
                .param("text", problem.text())
                .param("source", problem.source())
                .param("severity", problem.severity().name())
                .param("body", problem.body())
                .param("post", post)
                .param("duty", duty)
                .param("raised", raised)
                .param("due", term.due())
                .param("circulates", term.closes())
                .param("entry", entry)
                .update();
    }

    void chase(UUID problem, long entry) {
        database.sql("INSERT INTO charter.chase VALUES (:problem, :entry)")
                .param("problem", problem)
                .param("entry", entry)
                .update();
    }

    void circulate(UUID problem, LocalDate on, long entry) {
        database.sql("INSERT INTO charter.circulated VALUES (:problem, :on, :entry)")
                .param("problem", problem)
                .param("on", on)
                .param("entry", entry)
                .update();
    }

    void solve(UUID problem, Problem.Solution solution, long entry) {
        database.sql("""
                INSERT INTO charter.solved (problem_id, solved_on, person, account, attachments, entry)
                VALUES (:problem, :on, :person, :account, :attachments, :entry)
                """)
                .param("problem", problem)
                .param("on", solution.on())
                .param("person", solution.person())
                .param("account", solution.account())
                .param("attachments", solution.attachments().toArray(UUID[]::new))
                .param("entry", entry)
                .update();
    }

    /** Problems that are to be circulated as late by a day, not solved and not circulated before. */
    List<Problem> toCirculate(LocalDate day) {
        return list(
                " WHERE p.circulates < :day AND c.problem_id IS NULL AND s.problem_id IS NULL ORDER BY p.number",
                Map.of("day", day));
    }

    Optional<Problem> byId(UUID id) {
        return list(" WHERE p.id = :id", Map.of("id", id)).stream().findFirst();
    }

    List<Integer> years() {
        return database.sql(
                        "SELECT DISTINCT extract(year FROM raised)::integer AS year FROM charter.problem ORDER BY year DESC")
                .query(Integer.class)
                .list();
    }

    List<Problem> of(int year) {
        return list(
                " WHERE p.raised >= :first AND p.raised < :next ORDER BY p.number DESC",
                Map.of("first", LocalDate.of(year, 1, 1), "next", LocalDate.of(year + 1, 1, 1)));
    }

    private List<Problem> list(String where, Map<String, ?> parameters) {
        return database.sql(SELECT + where)
                .params(parameters)
                .query(ProblemRows::read)
                .list();
    }

    private static Problem read(ResultSet row, int number) throws SQLException {
        LocalDate solved = row.getObject("solved_on", LocalDate.class);
        return new Problem(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getString("title"),
                row.getString("text"),
                row.getString("source"),
                Problem.Severity.valueOf(row.getString("severity")),
                row.getObject("body", UUID.class),
                row.getObject("post", UUID.class),
                row.getObject("duty", UUID.class),
                row.getObject("raised", LocalDate.class),
                row.getObject("due", LocalDate.class),
                row.getObject("circulates", LocalDate.class),
                row.getInt("chases"),
                Optional.ofNullable(row.getObject("circulated_on", LocalDate.class)),
                solved == null
                        ? Optional.empty()
                        : Optional.of(new Problem.Solution(
                                solved, row.getObject("person", UUID.class), row.getString("account"), List.of((UUID[])
                                        row.getArray("attachments").getArray()))),
                row.getLong("entry"));
    }
}
