package org.shengmo.ledger;

class MemoryStorageTest extends LogStorageContract {

    @Override
    protected LogStorage empty() {
        return new MemoryStorage();
    }

    @Override
    protected LogStorage reopened(LogStorage storage) {
        return storage;
    }
}
