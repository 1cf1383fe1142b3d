package com.sothebais.web.internal.live;

import com.sothebais.api.event.Recorded;

/** What everyone may know: the one place where the feed asks. */
final class PublicFacts {
    private PublicFacts() {}

    /** Whether the fact may become part of messages and of the state that the pages show. */
    static boolean include(Recorded recorded) {
        return !recorded.event().confidential() && !recorded.fact().stream().isRehearsal();
    }
}
