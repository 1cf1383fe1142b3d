package com.sothebais.rehearsal.internal;

import com.sothebais.api.auction.Extension;
import com.sothebais.api.auction.Increment;
import com.sothebais.api.auction.Reserve;
import com.sothebais.api.auction.Rules;
import com.sothebais.api.auction.Tempo;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the show is played.
 *
 * @param tempo length of its parts
 * @param seed decides who says what
 * @param artworks resource folder of the pictures
 * @param complaints one sentence per wrong value of the configuration, which fell back to its default
 */
record Script(Tempo tempo, long seed, String artworks, List<String> complaints) {
    static final String PID = "com.sothebais.rehearsal";
    static final int LOTS = 2;
    static final String ARTWORKS = "/artworks/";
    static final long SEED = 20_260_101;
    private static final Duration WINDOW = Duration.ofSeconds(15);
    private static final int EXTENSIONS_MAX = 3;
    private static final Duration HARD_STOP = Duration.ofSeconds(60);
    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final int CONFIRM_FACTOR = 5;
    private static final int PART_MAX_SECONDS = 86_400;

    Script {
        complaints = List.copyOf(complaints);
    }

    /** The values as texts; {@code lot} must be at least four seconds, everything else may be zero. */
    record Texts(String pre, String lot, String pause, String post, String seed) {}

    static Script read(Texts texts) {
        List<String> complaints = new ArrayList<>();
        Tempo tempo = new Tempo(
                seconds("pre.seconds", texts.pre(), 20, 0, complaints),
                seconds("lot.seconds", texts.lot(), 45, 4, complaints),
                seconds("pause.seconds", texts.pause(), 8, 0, complaints),
                seconds("post.seconds", texts.post(), 20, 0, complaints));
        return new Script(tempo, seed(texts.seed(), complaints), ARTWORKS, complaints);
    }

    /** One ETH to start, two to be sold, a tenth a step; a late bid moves the end by fifteen seconds, at most three times. */
    Rules rules(Currency currency) {
        Duration third = tempo.lot().dividedBy(3);
        Duration window = third.compareTo(WINDOW) < 0 ? third : WINDOW;
        Duration tenth = tempo.lot().dividedBy(10);
        return new Rules(
                Money.of("1", currency),
                Optional.of(new Reserve(Money.of("2", currency), false)),
                new Increment.Absolute(Money.of("0.1", currency)),
                new Extension(window, window, EXTENSIONS_MAX, HARD_STOP),
                CONFIRM_FACTOR,
                tenth.compareTo(GRACE) < 0 ? tenth : GRACE);
    }

    private static Duration seconds(String key, String text, int fallback, int least, List<String> complaints) {
        Optional<Long> value = number(text).filter(it -> it >= least && it <= PART_MAX_SECONDS);
        if (value.isEmpty()) {
            complaints.add(complaint(
                    key, text, "whole seconds from " + least + " to " + PART_MAX_SECONDS, Integer.toString(fallback)));
        }
        return Duration.ofSeconds(value.orElse((long) fallback));
    }

    private static long seed(String text, List<String> complaints) {
        Optional<Long> value = number(text);
        if (value.isEmpty()) {
            complaints.add(complaint("seed", text, "a whole number", Long.toString(SEED)));
        }
        return value.orElse(SEED);
    }

    private static Optional<Long> number(String text) {
        String digits = text.strip();
        return digits.matches("-?[0-9]{1,18}") ? Optional.of(Long.valueOf(digits)) : Optional.empty();
    }

    private static String complaint(String key, String value, String allowed, String fallback) {
        return PID + ": " + key + " = '" + value + "' is not allowed, expected " + allowed + "; using " + fallback
                + " until it is corrected in etc/" + PID + ".cfg";
    }
}
