package com.sothebais.stream.scene;

import com.sothebais.api.auction.Extension;
import com.sothebais.api.auction.Outcome;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.auction.Rules;
import com.sothebais.api.show.BidView;
import com.sothebais.api.social.Account;
import java.time.Duration;
import java.time.Instant;

/** How facts are worded on screen. Everything people wrote is cleaned and cut here before it reaches a renderer. */
final class Words {
    private static final int HANDLE_MAX = 20;
    private static final long MILLIS_A_SECOND = 1_000;

    private Words() {}

    /** Minutes and seconds until an instant, rounded up, never negative: {@code 01:05}, with hours only when there are some. */
    static String countdown(Instant now, Instant until) {
        long seconds = secondsLeft(now, until);
        return seconds < 3_600
                ? two(seconds / 60) + ":" + two(seconds % 60)
                : seconds / 3_600 + ":" + two(seconds / 60 % 60) + ":" + two(seconds % 60);
    }

    static long secondsLeft(Instant now, Instant until) {
        long millis = Math.max(0, Duration.between(now, until).toMillis());
        return (millis + MILLIS_A_SECOND - 1) / MILLIS_A_SECOND;
    }

    static String handle(Account account) {
        return "@" + clean(account.handle(), HANDLE_MAX);
    }

    /**
     * One line without control, formatting (bidirectional) and unassigned characters, cut with an ellipsis. Joiners stay where a
     * script or an emoji is written with them, and a cut never goes through what they join.
     */
    static String clean(String text, int lengthMax) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), lengthMax));
        boolean space = false;
        int whole = 0;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            int next = i + Character.charCount(character);
            if (Character.isWhitespace(character)) {
                space = line.length() > 0;
            } else if (visible(character) || Joiners.belongs(text, i)) {
                if (line.length() + Character.charCount(character) + 1 > lengthMax) {
                    line.setLength(Joiners.goesOn(character) || Joiners.endsOpen(line) ? whole : line.length());
                    return line.append('…').toString();
                }
                whole = Joiners.goesOn(character) || Joiners.endsOpen(line) ? whole : line.length();
                if (space) {
                    line.append(' ');
                }
                space = false;
                line.appendCodePoint(character);
            }
            i = next;
        }
        return line.toString();
    }

    private static boolean visible(int character) {
        int type = Character.getType(character);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.PRIVATE_USE
                && type != Character.UNASSIGNED;
    }

    /** What moves the end, and when a bid is in time in the very words of the published rules. */
    static String rule(Rules rules) {
        Extension extension = rules.extension();
        if (extension.countMax() == 0 || extension.window().isZero()) {
            return rules.closingRule();
        }
        return "A bid in the last " + length(extension.window()) + ": ends " + length(extension.length())
                + " after it. " + rules.closingRule();
    }

    private static String length(Duration duration) {
        long seconds = duration.toSeconds();
        return seconds >= 120 && seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
    }

    static String verdict(BidView bid) {
        return bid.voided() ? "taken back" : bid.refusal().map(Words::refusal).orElse("accepted");
    }

    private static String refusal(Reason reason) {
        return switch (reason) {
            case TOO_LOW -> "too low";
            case UNSUPPORTED_CURRENCY -> "other currency";
            case UNREADABLE -> "not readable";
            case AMBIGUOUS -> "not clear";
            case EDITED -> "edited post";
            case PAUSED -> "while paused";
            case AUCTION_CLOSED -> "after the end";
            case NO_OPEN_LOT -> "no lot open";
            case MAX_BID_IN_PUBLIC -> "not in public";
            case RETRACTION -> "bids are binding";
            case RATE_LIMITED -> "too many posts";
            case CONFIRM_LARGE, CONFIRM_WORDS -> "please confirm";
            case NEEDS_WALLET -> "needs a wallet";
            case NEEDS_FUNDS -> "needs a deposit";
        };
    }

    static String returned(Outcome.Cause cause) {
        return switch (cause) {
            case NO_BIDS -> "No bids";
            case RESERVE_NOT_MET -> "Reserve not met";
            case CANCELLED -> "Withdrawn";
            case UNPAID -> "Not paid";
        };
    }

    private static String two(long number) {
        return number < 10 ? "0" + number : Long.toString(number);
    }
}
