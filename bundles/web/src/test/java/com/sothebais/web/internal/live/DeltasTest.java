package com.sothebais.web.internal.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sothebais.api.auction.AuctionEvent;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.LotOverride;
import com.sothebais.api.auction.Outcome;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.auction.Reserve;
import com.sothebais.api.auction.Rules;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.event.Decree;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.ledger.Hash;
import com.sothebais.contract.MemoryEventLog;
import com.sothebais.web.internal.SampleShow;
import com.sothebais.web.internal.answer.Envelope;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeltasTest {
    private final MemoryEventLog log = new MemoryEventLog();
    private final SampleShow show = new SampleShow(log);
    private final ShowWatch watch = new ShowWatch();

    @Test
    void aClientThatPutsThePartsInPlaceHasTheSameLotsAndSessionAsASnapshot() throws IOException {
        play();
        ObjectNode page = Envelope.JSON.createObjectNode();
        for (Recorded recorded : log.read(0, 100)) {
            Step step = watch.on(recorded);
            if (Deltas.isStructural(step)) {
                page = (ObjectNode) data(Deltas.snapshot(step.after(), Instant.EPOCH));
            } else if (Deltas.isShown(step)) {
                JsonNode message = message(Deltas.of(step).orElseThrow());
                if (message.path("event").asText().equals("bid")) {
                    page.withArray("bids").insert(0, message.path("data"));
                }
                apply(page, message);
            }
            JsonNode fresh = data(Deltas.snapshot(step.after(), Instant.EPOCH));
            assertThat(page.path("lots")).as("after %s", recorded.event()).isEqualTo(fresh.path("lots"));
            assertThat(page.path("session")).as("after %s", recorded.event()).isEqualTo(fresh.path("session"));
            assertThat(voided(page)).as("after %s", recorded.event()).isEqualTo(voided(fresh));
        }
    }

    @Test
    void everyMessageAboutALotNamesItsAuctionAndTwoMayBeOpenAtATime() throws IOException {
        play();
        show.open(SampleShow.FIRST, SampleShow.START.plusSeconds(65));
        show.open(SampleShow.SECOND, SampleShow.START.plusSeconds(65));
        Recorded first = show.accept(SampleShow.FIRST, SampleShow.ANN, "3", "3.1");
        Recorded second = show.accept(SampleShow.SECOND, SampleShow.BOB, "4", "4.1");
        for (Recorded recorded : log.read(0, 100)) {
            Step step = watch.on(recorded);
            if (recorded.equals(first) || recorded.equals(second)) {
                JsonNode bid = data(Deltas.of(step).orElseThrow());
                String auction = recorded.equals(first) ? "demo-1" : "demo-2";
                assertThat(bid.path("auction").asText()).isEqualTo(auction);
                assertThat(bid.at("/lot/auction").asText()).isEqualTo(auction);
                assertThat(bid.at("/lot/bidding/price/amount").asText()).isEqualTo(recorded.equals(first) ? "3" : "4");
                assertThat(bid.at("/lot/work").isMissingNode()).isTrue();
            }
        }
    }

    @Test
    void whatConcernsOnePersonOrTheAdminsAloneIsToldToNobody() {
        play();
        Recorded secret = show.happens(
                SampleShow.FIRST,
                new AuctionEvent.MaximumSet(SampleShow.FIRST, SampleShow.BOB, Optional.of(SampleShow.eth("77.7"))));
        Recorded order = show.happens(
                SampleShow.FIRST,
                new AuctionEvent.OverrideMade(
                        SampleShow.FIRST, new LotOverride.Pause(), new Decree("admin", "A private reason.")));
        for (Recorded recorded : log.read(0, 100)) {
            Step step = watch.on(recorded);
            if (recorded.equals(secret) || recorded.equals(order)) {
                assertThat(Deltas.isShown(step)).isFalse();
                assertThat(Deltas.of(step)).isEmpty();
            }
            assertThat(PublicFacts.include(recorded)).isEqualTo(!recorded.equals(secret));
        }
    }

    @Test
    void aSnapshotHasWhatTheHostSaid() throws IOException {
        play();
        log.read(0, 100).forEach(watch::on);
        watch.caughtUp();
        JsonNode data = data(Deltas.snapshot(watch.current().orElseThrow(), Instant.EPOCH));
        assertThat(data.at("/host/lines/0/text").asText()).isEqualTo("One point five!");
        assertThat(data.at("/host/posts/0/text").asText()).isEqualTo("Well bid.");
        assertThat(data.path("position").asLong()).isEqualTo(log.last());
    }

    @Test
    void aMessageAboutALotOfAnEarlierCampaignTellsNothing() {
        play();
        show.publish();
        show.settle(new AuctionId("gone-1"));
        Optional<Frame> last = Optional.empty();
        for (Recorded recorded : log.read(0, 100)) {
            last = Deltas.of(watch.on(recorded));
        }
        assertThat(last).isEmpty();
    }

    private void play() {
        show.publish().move(SessionPhase.PLANNED, SessionPhase.PRE).move(SessionPhase.PRE, SessionPhase.LIVE);
        show.open(SampleShow.FIRST, SampleShow.START.plusSeconds(65));
        show.accept(SampleShow.FIRST, SampleShow.ANN, "1.5", "1.6");
        show.refuse(SampleShow.FIRST, SampleShow.BOB, "0.1 ETH", Reason.TOO_LOW);
        show.speak("One point five!");
        show.reply("Well bid.");
        show.extend(SampleShow.FIRST, SampleShow.START.plusSeconds(75));
        Recorded taken = show.accept(SampleShow.FIRST, SampleShow.BOB, "2.5", "2.6");
        AuctionId lot = SampleShow.FIRST;
        show.happens(lot, new AuctionEvent.AuctionPaused(lot));
        show.happens(
                lot,
                new AuctionEvent.BidVoided(
                        lot,
                        ((AuctionEvent.BidAccepted) taken.event()).post().id(),
                        SampleShow.BOB,
                        SampleShow.eth("2.5"),
                        Optional.of(new AuctionEvent.Standing(SampleShow.ANN, SampleShow.eth("1.5"))),
                        SampleShow.eth("1.6"),
                        Hash.GENESIS));
        Rules rules = SampleShow.rules();
        show.happens(
                lot,
                new AuctionEvent.RulesChanged(
                        lot,
                        new Rules(
                                rules.startPrice(),
                                Optional.of(new Reserve(SampleShow.eth("1.2"), false)),
                                rules.increment(),
                                rules.extension(),
                                rules.confirmFactor(),
                                rules.grace(),
                                rules.viewerDelay())));
        show.happens(lot, new AuctionEvent.AuctionResumed(lot, SampleShow.START.plusSeconds(95)));
        show.sell(SampleShow.FIRST, SampleShow.ANN, "1.5");
        show.happens(
                lot,
                new AuctionEvent.LotAwarded(
                        lot,
                        SampleShow.lot(1),
                        new Outcome.Sold(SampleShow.BOB, SampleShow.eth("1.4")),
                        2,
                        Hash.GENESIS));
        show.settle(SampleShow.FIRST);
        show.move(SessionPhase.LIVE, SessionPhase.POST);
    }

    /** What the page does with a message. */
    private static void apply(ObjectNode page, JsonNode message) {
        JsonNode data = message.path("data");
        if (message.path("event").asText().equals("session")) {
            if (data.path("session").equals(page.at("/session/id"))) {
                ((ObjectNode) page.path("session")).set("phase", data.path("phase"));
            }
            return;
        }
        JsonNode parts = message.path("event").asText().equals("lot") ? data : data.path("lot");
        for (JsonNode lot : page.path("lots")) {
            if (lot.path("auction").equals(parts.path("auction"))) {
                ObjectNode changed = ((ObjectNode) parts.deepCopy()).without(List.of("at", "voided"));
                voided(page, parts.path("voided").asText());
                ((ObjectNode) lot).setAll(changed);
            }
        }
    }

    /** Of the bids of the show: which were taken back. */
    private static Map<String, Boolean> voided(JsonNode page) {
        Map<String, Boolean> voided = new LinkedHashMap<>();
        page.path("bids")
                .forEach(bid -> voided.put(
                        bid.at("/post/id").asText(), bid.path("voided").asBoolean()));
        return voided;
    }

    private static void voided(ObjectNode page, String post) {
        for (JsonNode bid : page.path("bids")) {
            if (bid.at("/post/id").asText().equals(post)) {
                ((ObjectNode) bid).put("voided", true);
            }
        }
    }

    private static JsonNode message(Frame frame) throws IOException {
        return Envelope.JSON.readTree(frame.text());
    }

    private static JsonNode data(Frame frame) throws IOException {
        return message(frame).path("data");
    }
}
