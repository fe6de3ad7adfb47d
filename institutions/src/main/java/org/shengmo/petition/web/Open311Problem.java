package org.shengmo.petition.web;

import org.springframework.http.HttpStatus;

/** What GeoReport v2 answers where it can't be done: a status and what is wrong. */
final class Open311Problem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final HttpStatus status;

    Open311Problem(HttpStatus status, String description) {
        super(description);
        this.status = status;
    }

    static Open311Problem bad(String description) {
        return new Open311Problem(HttpStatus.BAD_REQUEST, description);
    }

    static Open311Problem unknown(String description) {
        return new Open311Problem(HttpStatus.NOT_FOUND, description);
    }

    HttpStatus status() {
        return status;
    }
}
