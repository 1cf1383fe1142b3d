package com.sothebais.api.auction;

import com.sothebais.api.event.RehearsalMark;
import java.util.Objects;

/** Identifies a campaign; 1 to 80 letters, digits, dots, dashes or underscores. */
public record CampaignId(String value) {
    public CampaignId {
        Objects.requireNonNull(value, "value");
        if (!value.matches("[A-Za-z0-9._-]{1,80}")) {
            throw new IllegalArgumentException("expected 1..80 letters, digits, '.', '-' or '_', got '" + value + "'");
        }
    }

    /** Whether it is a rehearsal's. */
    public boolean isRehearsal() {
        return RehearsalMark.isOn(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
