package com.sothebais.stream.layout;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What may be true of the show at an instant, under the name that layouts use. */
public enum Condition {
    CAMPAIGN_KNOWN("campaign.known"),
    SESSION_PLANNED("session.planned"),
    SESSION_SOON("session.soon"),
    SESSION_RUNNING("session.running"),
    SESSION_PRE("session.pre"),
    SESSION_LIVE("session.live"),
    SESSION_POST("session.post"),
    LOT_UPCOMING("lot.upcoming"),
    LOT_OPEN("lot.open"),
    LOT_PAUSED("lot.paused"),
    LOT_EXTENDED("lot.extended"),
    LOT_OVER("lot.over"),
    LOT_SOLD("lot.sold"),
    LOT_LED("lot.led"),
    RESERVE_SET("reserve.set"),
    RESERVE_MET("reserve.met"),
    ARTWORK_KNOWN("artwork.known"),
    CLOCK_RUNNING("clock.running"),
    CLOCK_URGENT("clock.urgent"),
    LIST_WAITING("list.waiting"),
    CAPTION_SHOWN("caption.shown"),
    WALLET_KNOWN("wallet.known");

    private static final Map<String, Condition> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Condition::label, Function.identity()));

    private final String label;

    Condition(String label) {
        this.label = label;
    }

    /** The name in layouts, for example {@code lot.open}. */
    public String label() {
        return label;
    }

    static Optional<Condition> named(String label) {
        return Optional.ofNullable(BY_NAME.get(label));
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(Condition::label).toList();
    }
}
