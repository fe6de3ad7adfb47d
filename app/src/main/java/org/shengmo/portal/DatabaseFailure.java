package org.shengmo.portal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells a database that is gone, or whose disk is full, from other failures: the reader can do something about it. */
public final class DatabaseFailure {

    /** PostgreSQL: no connection, resources (a full disk among them), operator intervention, system errors. */
    private static final String CLASSES = "(08|53|57|58).*";

    private DatabaseFailure() {}

    /** Whether it is why the request is being answered with an error. */
    public static boolean caused(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure && in(failure);
    }

    static boolean in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotCreateTransactionException
                    || cause instanceof CannotGetJdbcConnectionException) {
                return true;
            }
            if (cause instanceof SQLException sql
                    && String.valueOf(sql.getSQLState()).matches(CLASSES)) {
                return true;
            }
        }
        return false;
    }
}
