package org.shengmo.ruler.check;

import java.sql.SQLException;

/** A statement of a check didn't run: a fault of the check or the database, not of whoever runs it. */
final class CheckFailed extends RuntimeException {
    CheckFailed(String sql, SQLException cause) {
        super(cause.getMessage() + "\nin: " + sql, cause);
    }
}
