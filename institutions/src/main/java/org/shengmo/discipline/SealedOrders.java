package org.shengmo.discipline;

import java.util.UUID;
import org.shengmo.access.Actor;

/** Where a decided case becomes an order: the one way from behind the seal into the open. */
interface SealedOrders {

    /** Announces; gives the order. */
    UUID announce(Actor by, CaseFile.Decided decided);
}
