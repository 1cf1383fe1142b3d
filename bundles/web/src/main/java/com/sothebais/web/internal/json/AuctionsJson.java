package com.sothebais.web.internal.json;

import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Outcome;
import com.sothebais.api.show.LotView;
import com.sothebais.api.show.ShowView.SessionView;
import com.sothebais.web.internal.catalogue.Entry;
import java.time.Instant;
import java.util.Optional;

/** Auctions: a list of them, and one with everything. */
public final class AuctionsJson {
    private AuctionsJson() {}

    /**
     * An auction in a list.
     *
     * @param status {@code PLANNED}, {@code OPEN} or {@code CLOSED}
     * @param outcome {@code SOLD} or {@code RETURNED}, {@code null} before the end
     */
    public record AuctionSummaryJson(
            String auction,
            PlaceJson place,
            String title,
            String status,
            SpanJson span,
            PriceJson price,
            String outcome) {}

    /** Where it belongs; {@code number} is that of the lot. */
    public record PlaceJson(String campaign, String session, int number) {}

    /**
     * UTC.
     *
     * @param pausedSince while the clock stands still, else {@code null}
     */
    public record SpanJson(String opens, String ends, String pausedSince) {}

    /** @param leader handle of who leads, {@code null} without a bid */
    public record PriceJson(MoneyJson price, MoneyJson nextMinimum, String leader, int accepted, int refused) {}

    /**
     * One auction.
     *
     * @param course {@code SEQUENTIAL} or {@code CONCURRENT}
     * @param relistOf the earlier auction of the same lot, {@code null} when there is none
     */
    public record AuctionJson(
            String campaign, LotJson lot, RulesJson rules, ClockJson clock, String course, String relistOf) {}

    /**
     * What the clock says at the moment of the answer; the entity tag takes no notice of it.
     *
     * @param serverTime UTC instant of this answer
     * @param leftMillis until the end as it is now, 0 after it; stands still while paused
     * @param closes when the lot closes unless the end moves: its end and the last call, UTC
     */
    public record ClockJson(String serverTime, long leftMillis, boolean paused, String closes) {}

    public static AuctionSummaryJson summary(Entry entry, LotView lot) {
        return new AuctionSummaryJson(
                lot.auction().value(),
                new PlaceJson(
                        entry.campaign().id().value(),
                        lot.session().value(),
                        lot.lot().number()),
                lot.lot().title(),
                lot.times().status().name(),
                new SpanJson(
                        lot.times().opens().toString(),
                        lot.times().ends().toString(),
                        lot.times().pausedSince().map(Instant::toString).orElse(null)),
                new PriceJson(
                        MoneyJson.of(lot.bidding().price()),
                        MoneyJson.of(lot.bidding().nextMinimum()),
                        lot.bidding()
                                .leader()
                                .map(leader -> leader.account().handle())
                                .orElse(null),
                        lot.bidding().accepted(),
                        lot.bidding().refused()),
                lot.result().outcome().map(AuctionsJson::code).orElse(null));
    }

    public static AuctionJson detail(Entry entry, LotView lot, Instant now) {
        Optional<SessionView> session = entry.sessionOf(lot);
        return new AuctionJson(
                entry.campaign().id().value(),
                LotJson.of(lot),
                RulesJson.of(lot.rules()),
                new ClockJson(
                        now.toString(),
                        lot.times().status() == LotView.Status.CLOSED
                                ? 0
                                : lot.times().left(now).toMillis(),
                        lot.times().pausedSince().isPresent(),
                        lot.times().ends().plus(lot.rules().lastCall()).toString()),
                session.map(it -> it.plan().course().name()).orElse("SEQUENTIAL"),
                session.flatMap(it -> relistOf(it, lot)).map(AuctionId::value).orElse(null));
    }

    private static Optional<AuctionId> relistOf(SessionView session, LotView lot) {
        return session.plan().lots().stream()
                .filter(planned -> planned.auction().equals(lot.auction()))
                .findFirst()
                .flatMap(planned -> planned.relistOf());
    }

    private static String code(Outcome outcome) {
        return outcome instanceof Outcome.Sold ? "SOLD" : "RETURNED";
    }
}
