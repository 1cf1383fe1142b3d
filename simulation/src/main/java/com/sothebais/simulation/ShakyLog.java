package com.sothebais.simulation;

import com.sothebais.api.event.Append;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.Fence;
import com.sothebais.api.event.Recorded;
import com.sothebais.contract.ForwardingEventLog;
import java.util.List;

/** The log as one process sees it: the same facts, and faults of its own. */
final class ShakyLog extends ForwardingEventLog {
    private final EventLog log;
    private final Interference interference;
    private long epoch;

    ShakyLog(EventLog log, Interference interference) {
        this.log = log;
        this.interference = interference;
    }

    /** The newest grant of the auctioneer that this process asked for; 0 before the first. */
    long epoch() {
        return epoch;
    }

    /** Everything that only reads. */
    @Override
    protected EventLog log() {
        interference.read();
        return log;
    }

    @Override
    public List<Recorded> append(Append append) {
        interference.beforeAppend();
        List<Recorded> recorded = log.append(append);
        interference.afterAppend();
        return recorded;
    }

    @Override
    public Fence claim(String resource) {
        interference.beforeAppend();
        Fence fence = log.claim(resource);
        // Other resources are granted for other reasons and count for themselves.
        epoch = resource.equals(World.OWNER) ? fence.epoch() : epoch;
        interference.afterAppend();
        return fence;
    }
}
