package com.sothebais.simulation;

import com.sothebais.api.event.EventLog;
import com.sothebais.contract.EventLogContract;

class SimulatedLogTest extends EventLogContract {
    private final SimulatedLog log = new SimulatedLog(recorded -> {});

    @Override
    protected EventLog log() {
        return log;
    }
}
