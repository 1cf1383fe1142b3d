package com.sothebais.web.internal;

import org.junit.jupiter.api.BeforeEach;

/** The same while the first lot is open. */
public abstract class LiveWebCase extends WebCase {
    @BeforeEach
    final void goLive() {
        web.goLive();
    }
}
