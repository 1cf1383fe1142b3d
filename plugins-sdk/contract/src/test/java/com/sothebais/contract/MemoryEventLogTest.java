package com.sothebais.contract;

import com.sothebais.api.event.EventLog;

class MemoryEventLogTest extends EventLogContract {
    private final MemoryEventLog log = new MemoryEventLog();

    @Override
    protected EventLog log() {
        return log;
    }
}
