package com.sothebais.web.internal.live;

import java.time.Duration;

/** One client's open connection, whatever its protocol. Never blocks. Thread-safe. */
interface Outlet {

    /** There may be something to send. */
    void wake();

    /** Whether it has taken no byte for that long although something waits. */
    boolean stalledFor(Duration limit);

    /** Ends it in order, behind what is on its way. */
    void close();

    /** Ends it at once: the client does not read. */
    void cutOff();
}
