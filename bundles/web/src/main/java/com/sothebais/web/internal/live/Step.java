package com.sothebais.web.internal.live;

import com.sothebais.api.event.Recorded;

/**
 * One fact and what it did to the show.
 *
 * @param anew whether the log is read from its beginning with this fact
 */
record Step(Recorded recorded, ShowWatch.State before, ShowWatch.State after, boolean anew) {
    long position() {
        return recorded.position();
    }
}
