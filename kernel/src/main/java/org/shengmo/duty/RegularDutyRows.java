package org.shengmo.duty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Regular duties as rows: what they say, and the first day of the next period that has not arisen yet. */
@Repository
class RegularDutyRows {

    private final JdbcClient database;

    RegularDutyRows(JdbcClient database) {
        this.database = database;
    }

    void insert(UUID id, NewRegularDuty duty) {
        database.sql("INSERT INTO duty.regular (id, content, next_from) VALUES (:id, :content, :next)")
                .param("id", id)
                .param("content", DutyRows.JSON.writeValueAsString(duty))
                .param("next", duty.cadence().periodStart(duty.first().from()))
                .update();
    }

    /**
     * The duties of periods that have begun.
     *
     * @param regular the regular duty
     * @param duties one for each period
     */
    record Arisen(UUID regular, List<NewDuty> duties) {}

    /** Takes the periods that begin on a day or before it, each once. */
    List<Arisen> take(LocalDate day) {
        return database
                .sql("SELECT id, content, next_from FROM duty.regular WHERE next_from <= :day ORDER BY id FOR UPDATE")
                .param("day", day)
                .query(RegularDutyRows::row)
                .list()
                .stream()
                .map(row -> new Arisen(row.id(), take(row, day)))
                .toList();
    }

    /** Takes the periods of one regular duty that begin on a day or before it. */
    List<NewDuty> take(UUID id, LocalDate day) {
        return take(
                database.sql("SELECT id, content, next_from FROM duty.regular WHERE id = :id FOR UPDATE")
                        .param("id", id)
                        .query(RegularDutyRows::row)
                        .single(),
                day);
    }

    private record Row(UUID id, NewRegularDuty duty, LocalDate next) {}

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                DutyRows.JSON.readValue(row.getString("content"), NewRegularDuty.class),
                row.getObject("next_from", LocalDate.class));
    }

    private List<NewDuty> take(Row row, LocalDate day) {
        List<NewDuty> duties = new ArrayList<>();
        LocalDate next = row.next();
        while (next != null && !next.isAfter(day)) {
            duties.add(row.duty().forPeriod(next));
            LocalDate following = row.duty().cadence().periodEnd(next);
            next = following.isAfter(row.duty().first().due()) ? null : following;
        }
        database.sql("UPDATE duty.regular SET next_from = :next WHERE id = :id")
                .param("next", next, java.sql.Types.DATE)
                .param("id", row.id())
                .update();
        return duties;
    }
}
