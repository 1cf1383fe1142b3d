package com.sothebais.stream.layout;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What of the show an element can be bound to, under the name that layouts use. */
public enum Binding {
    CAMPAIGN_NAME("campaign.name", Kind.TEXT),
    CAMPAIGN_PROJECT("campaign.project", Kind.TEXT),
    SHOW_BADGE("show.badge", Kind.TEXT),
    SHOW_CURRENCY("show.currency", Kind.TEXT),
    HOST_HANDLE("host.handle", Kind.TEXT),
    CAPTION_SPEAKER("caption.speaker", Kind.TEXT),
    CAPTION_TEXT("caption.text", Kind.TEXT),
    LOT_NUMBER("lot.number", Kind.TEXT),
    LOT_COUNT("lot.count", Kind.TEXT),
    LOT_TITLE("lot.title", Kind.TEXT),
    LOT_ARTIST("lot.artist", Kind.TEXT),
    LOT_STORY("lot.story", Kind.TEXT),
    LOT_RULE("lot.rule", Kind.TEXT),
    LOT_LEADER("lot.leader", Kind.TEXT),
    LOT_STANDING("lot.standing", Kind.TEXT),
    LOT_NOTE("lot.note", Kind.TEXT),
    LOT_RESERVE("lot.reserve", Kind.TEXT),
    LOT_PRICE_LABEL("lot.price.label", Kind.TEXT),
    LOT_PRICE("lot.price", Kind.AMOUNT),
    LOT_NEXT("lot.next", Kind.AMOUNT),
    LOT_START("lot.start", Kind.AMOUNT),
    LOT_OPENS("lot.opens", Kind.TIME),
    LOT_ENDS("lot.ends", Kind.TIME),
    LOT_LEFT("lot.left", Kind.SHARE),
    LOT_ARTWORK("lot.artwork", Kind.PICTURE),
    CLOCK_LABEL("clock.label", Kind.TEXT),
    CLOCK_NOTICE("clock.notice", Kind.TEXT),
    CLOCK_RESULT("clock.result", Kind.TEXT),
    CLOCK_UNTIL("clock.until", Kind.TIME),
    SESSION_TITLE("session.title", Kind.TEXT),
    SESSION_WORD("session.word", Kind.TEXT),
    SESSION_DAY("session.day", Kind.TEXT),
    SESSION_LOTS("session.lots", Kind.TEXT),
    SESSION_OPENS("session.opens", Kind.TIME),
    LIST_TITLE("list.title", Kind.TEXT),
    LIST_NOW("list.now", Kind.LIST),
    LIST_BIDS("list.bids", Kind.LIST),
    LIST_LOTS("list.lots", Kind.LIST),
    WALLET_PAGE("wallet.page", Kind.LINK);

    private static final Map<String, Binding> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Binding::label, Function.identity()));

    private final String label;
    private final Kind kind;

    Binding(String label, Kind kind) {
        this.label = label;
        this.kind = kind;
    }

    /** What a binding gives. */
    public enum Kind {
        TEXT("a text"),
        AMOUNT("an amount"),
        TIME("a time"),
        SHARE("a share"),
        PICTURE("a picture"),
        LIST("a list"),
        LINK("an address");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** Whether it can stand in a text; a time stands there as what is left until it. */
        boolean isReadable() {
            return this == TEXT || this == AMOUNT || this == TIME || this == LINK;
        }

        String words() {
            return words;
        }
    }

    /** The name in layouts, for example {@code lot.price}. */
    public String label() {
        return label;
    }

    public Kind kind() {
        return kind;
    }

    static Optional<Binding> named(String label) {
        return Optional.ofNullable(BY_NAME.get(label));
    }

    /** Names of those that can stand in a text, in the order of the documentation. */
    static List<String> readable() {
        return Arrays.stream(values())
                .filter(binding -> binding.kind.isReadable())
                .map(Binding::label)
                .toList();
    }

    static List<String> of(Kind kind) {
        return Arrays.stream(values())
                .filter(binding -> binding.kind == kind)
                .map(Binding::label)
                .toList();
    }
}
