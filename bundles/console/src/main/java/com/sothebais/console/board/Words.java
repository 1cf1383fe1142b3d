package com.sothebais.console.board;

import com.sothebais.api.auction.Outcome;
import com.sothebais.api.show.BidView;
import com.sothebais.api.show.LotView;
import com.sothebais.api.stream.StreamHealth.Loudness;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says the facts of a show in few words. Times are UTC. */
public final class Words {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

    private Words() {}

    public static String time(Instant at) {
        return TIME.format(at);
    }

    public static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** Of the last three seconds and of the whole show. */
    public static String loudness(Loudness loudness) {
        return number(loudness.shortTermLufs()) + " LUFS, show " + number(loudness.integratedLufs()) + ", true peak "
                + number(loudness.truePeakDb()) + " dBTP";
    }

    public static String leader(LotView lot) {
        return lot.bidding()
                .leader()
                .map(bidder -> "@" + bidder.account().handle())
                .orElse("");
    }

    public static String ends(LotView lot) {
        int extensions = lot.times().extensions();
        return time(lot.times().ends()) + (extensions == 0 ? "" : " (+" + extensions + ")");
    }

    /** How a lot ended, with its settlement; empty before. */
    public static String result(LotView lot) {
        LotView.Result result = lot.result();
        String settled = result.settlement()
                .map(tx -> ", settled")
                .or(() -> result.trouble().map(reason -> ", not settled: " + reason))
                .orElse(", settling");
        if (result.outcome().orElse(null) instanceof Outcome.Sold sold) {
            return "sold to @" + sold.winner().account().handle() + " for " + sold.price() + settled;
        }
        if (result.outcome().orElse(null) instanceof Outcome.Returned returned) {
            return "returned, " + lower(returned.cause());
        }
        return "";
    }

    public static String verdict(BidView bid) {
        return bid.refusal().map(Words::lower).orElse("accepted");
    }

    /** From the network's time of the post to the verdict. */
    public static long latencyMillis(BidView bid) {
        return Math.max(0, Duration.between(bid.post().at(), bid.at()).toMillis());
    }

    /** Untrusted text as one line without control characters, cut to a length: a terminal obeys what it is sent. */
    public static String line(String text, int lengthMax) {
        String tidy = text.replaceAll("[\\p{Cc}\\p{Cf}]+", " ").strip();
        return tidy.length() <= lengthMax ? tidy : tidy.substring(0, lengthMax - 1) + "…";
    }

    private static String lower(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
