package org.shengmo.charter;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which duty came from which sub-item. */
@Repository
class SubItemRows {

    private final JdbcClient database;

    SubItemRows(JdbcClient database) {
        this.database = database;
    }

    /** A duty of a sub-item. */
    record Owed(UUID duty, UUID document, String subItem, UUID owner, LocalDate deadline) {
        boolean matches(String code, UUID post, LocalDate day) {
            return subItem.equals(code) && owner.equals(post) && deadline.equals(day);
        }
    }

    void insert(Owed owed) {
        database.sql("INSERT INTO charter.sub_item_duty VALUES (:duty, :document, :subItem, :owner, :deadline)")
                .paramSource(owed)
                .update();
    }

    List<Owed> of(UUID document) {
        return database.sql("SELECT * FROM charter.sub_item_duty WHERE document_id = :document")
                .param("document", document)
                .query((row, number) -> new Owed(
                        row.getObject("duty", UUID.class),
                        row.getObject("document_id", UUID.class),
                        row.getString("sub_item"),
                        row.getObject("owner", UUID.class),
                        row.getObject("deadline", LocalDate.class)))
                .list();
    }
}
