package com.sothebais.benchmarks.kills;

import com.sothebais.api.auction.AuctionEvent.AuctionClosed;
import com.sothebais.api.auction.AuctionEvent.AuctionExtended;
import com.sothebais.api.auction.AuctionEvent.AuctionOpened;
import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionEvent.BidRefused;
import com.sothebais.api.auction.AuctionEvent.BidVoided;
import com.sothebais.api.auction.AuctionEvent.OverrideMade;
import com.sothebais.api.event.Event;
import com.sothebais.api.event.Recorded;
import java.math.BigInteger;
import java.time.Instant;

/**
 * A fact of the log as far as the audit looks at it.
 *
 * @param kind what it is, {@code OTHER} for what does not matter here
 * @param subject the post of a verdict, the reason of an order, the lot of everything else
 * @param lot empty when a refused bid was for none
 * @param amount the accepted amount, of a void the price that it left, the number of entries of a closed ledger, else zero
 * @param detail refusal: its reason; open and extended: the end; closed: the root
 */
record Fact(
        long position,
        long sequence,
        String stream,
        Instant at,
        Kind kind,
        String subject,
        String lot,
        BigInteger amount,
        String detail) {

    /** Kinds of facts that are audited. */
    enum Kind {
        ACCEPTED,
        /** A bid of the engine for a private maximum, which nobody posted. */
        PROXIED,
        REFUSED,
        VOIDED,
        /** An admin's order; what follows from it comes behind it. */
        ORDERED,
        OPENED,
        EXTENDED,
        CLOSED,
        OTHER
    }

    private static final int COLUMNS = 10;

    static String line(Recorded recorded) {
        return String.join(
                "\t",
                "FACT",
                String.valueOf(recorded.position()),
                String.valueOf(recorded.sequence()),
                recorded.fact().stream().value(),
                recorded.fact().at().toString(),
                rest(recorded.event()));
    }

    private static String rest(Event event) {
        if (event instanceof BidAccepted bid) {
            return rest(
                    bid.post().isByProxy() ? Kind.PROXIED : Kind.ACCEPTED,
                    bid.post().id().id(),
                    bid.auction().value(),
                    bid.amount().units().toString(),
                    "-");
        }
        if (event instanceof BidRefused bid) {
            String lot = bid.entry().isPresent() ? bid.auction().orElseThrow().value() : "";
            return rest(
                    Kind.REFUSED, bid.post().id().id(), lot, "0", bid.reason().name());
        }
        if (event instanceof BidVoided bid) {
            String left = bid.standing()
                    .map(standing -> standing.amount().units().toString())
                    .orElse("0");
            return rest(Kind.VOIDED, bid.post().toString(), bid.auction().value(), left, "-");
        }
        if (event instanceof OverrideMade order) {
            return rest(Kind.ORDERED, order.decree().reason(), order.auction().value(), "0", "-");
        }
        if (event instanceof AuctionOpened lot) {
            return rest(
                    Kind.OPENED,
                    lot.auction().value(),
                    lot.auction().value(),
                    "0",
                    lot.ends().toString());
        }
        if (event instanceof AuctionExtended lot) {
            return rest(
                    Kind.EXTENDED,
                    lot.auction().value(),
                    lot.auction().value(),
                    "0",
                    lot.to().toString());
        }
        if (event instanceof AuctionClosed lot) {
            return rest(
                    Kind.CLOSED,
                    lot.auction().value(),
                    lot.auction().value(),
                    String.valueOf(lot.entries()),
                    lot.root().hex());
        }
        return rest(Kind.OTHER, "-", "-", "0", "-");
    }

    private static String rest(Kind kind, String subject, String lot, String amount, String detail) {
        return String.join("\t", kind.name(), subject, lot, amount, detail);
    }

    static Fact parse(String line) {
        String[] words = line.split("\t", -1);
        if (words.length != COLUMNS) {
            throw new IllegalArgumentException("expected " + COLUMNS + " columns, got: " + line);
        }
        return new Fact(
                Long.parseLong(words[1]),
                Long.parseLong(words[2]),
                words[3],
                Instant.parse(words[4]),
                Kind.valueOf(words[5]),
                words[6],
                words[7],
                new BigInteger(words[8]),
                words[9]);
    }
}
