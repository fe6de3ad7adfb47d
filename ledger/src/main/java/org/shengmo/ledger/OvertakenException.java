package org.shengmo.ledger;

import java.io.IOException;

/** Another writer has moved the log on in the meantime; open it again and repeat. */
public final class OvertakenException extends IOException {

    public OvertakenException(String message) {
        super(message);
    }
}
