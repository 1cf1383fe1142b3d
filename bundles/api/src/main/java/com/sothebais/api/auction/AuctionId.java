package com.sothebais.api.auction;

import com.sothebais.api.chain.SettlementId;
import com.sothebais.api.event.RehearsalMark;
import java.util.Objects;
import java.util.regex.Pattern;

/** Identifies a auction; 1 to 80 letters, digits, dots, dashes or underscores. */
public record AuctionId(String value) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,80}");

    public AuctionId {
        Objects.requireNonNull(value, "value");
        if (!ID.matcher(value).matches()) {
            throw new IllegalArgumentException("expected 1..80 letters, digits, '.', '-' or '_', got '" + value + "'");
        }
    }

    /** The id of the attempt to settle with the winner of that round; 1 is the highest bidder, 2 the first runner-up. */
    public SettlementId settlement(int round) {
        return new SettlementId(round == 1 ? value : value + "." + round);
    }

    /** Whether it is a rehearsal's. */
    public boolean isRehearsal() {
        return RehearsalMark.isOn(value);
    }

    /** Whether what is said on the network may have to do with the lot: on a rehearsal's only what is said where it plays. */
    public boolean admits(String network) {
        return RehearsalMark.admits(value, network);
    }

    @Override
    public String toString() {
        return value;
    }
}
