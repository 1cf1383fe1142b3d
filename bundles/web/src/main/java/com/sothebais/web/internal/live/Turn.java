package com.sothebais.web.internal.live;

import java.util.concurrent.atomic.AtomicInteger;

/** Lets one thread at a time work without a lock: whoever comes meanwhile leaves at once, and the work is done once more. */
public final class Turn {
    private final AtomicInteger calls = new AtomicInteger();

    /** @param work must not throw */
    public void take(Runnable work) {
        if (calls.getAndIncrement() != 0) {
            return;
        }
        int done = 1;
        do {
            work.run();
            done = calls.addAndGet(-done);
        } while (done != 0);
    }
}
