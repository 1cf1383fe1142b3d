package com.sothebais.api.auction;

import com.sothebais.api.event.RehearsalMark;
import java.util.Objects;

/** Identifies a session; 1 to 80 letters, digits, dots, dashes or underscores. */
public record SessionId(String value) {
    private static final String COMPRESSED = "-rehearsal";

    public SessionId {
        Objects.requireNonNull(value, "value");
        if (!value.matches("[A-Za-z0-9._-]{1,80}")) {
            throw new IllegalArgumentException("expected 1..80 letters, digits, '.', '-' or '_', got '" + value + "'");
        }
    }

    /** Whether it is a rehearsal's. */
    public boolean isRehearsal() {
        return RehearsalMark.isOn(value);
    }

    /** The session of a campaign that is played at once, in little time. */
    public static SessionId compressed(CampaignId campaign) {
        return new SessionId(campaign + COMPRESSED);
    }

    /** Whether it is played at once, in little time, by somebody who watches and records it: a demo or a rehearsal. */
    public boolean isCompressed() {
        return value.endsWith(COMPRESSED);
    }

    @Override
    public String toString() {
        return value;
    }
}
