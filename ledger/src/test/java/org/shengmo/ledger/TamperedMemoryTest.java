package org.shengmo.ledger;

class TamperedMemoryTest extends TamperingContract {

    @Override
    TileSource read(TamperedStorage tampered) {
        return tampered;
    }
}
