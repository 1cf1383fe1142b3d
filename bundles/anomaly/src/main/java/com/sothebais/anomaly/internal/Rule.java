package com.sothebais.anomaly.internal;

import com.sothebais.api.event.Recorded;

/** Looks at every fact in log order and notes what should be looked at. Deterministic; called by one thread at a time. */
@FunctionalInterface
interface Rule {
    void on(Recorded recorded, HintBook hints);
}
