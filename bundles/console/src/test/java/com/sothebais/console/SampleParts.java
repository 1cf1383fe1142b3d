package com.sothebais.console;

import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Auctions;
import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.CampaignException;
import com.sothebais.api.auction.Campaigns;
import com.sothebais.api.auction.LotOverride;
import com.sothebais.api.auction.MaximumAnswer;
import com.sothebais.api.auction.OverrideException;
import com.sothebais.api.auction.OverridePreview;
import com.sothebais.api.auction.SessionId;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.auction.Tempo;
import com.sothebais.api.event.Decree;
import com.sothebais.api.event.Replays;
import com.sothebais.api.ledger.Ledger;
import com.sothebais.api.money.Money;
import com.sothebais.api.rehearsal.RehearsalException;
import com.sothebais.api.rehearsal.Rehearsals;
import com.sothebais.api.social.Account;
import com.sothebais.api.stream.OutputStatus;
import com.sothebais.api.stream.OutputStatus.State;
import com.sothebais.api.stream.StreamOutputs;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Small parts that note what they are asked for. */
final class SampleParts {
    private static final String BASIS = "b0";

    private SampleParts() {}

    /** Every override is possible as long as nothing has changed. */
    record Auctioneer(List<String> asked, Tally tally) implements Auctions {
        @Override
        public Optional<Ledger> ledger(AuctionId auction) {
            return Optional.empty();
        }

        @Override
        public OverridePreview preview(AuctionId auction, LotOverride override) {
            return new OverridePreview(auction, override, BASIS, List.of("The clock stands still."));
        }

        @Override
        public OverridePreview override(
                AuctionId auction, LotOverride override, Optional<String> basis, Decree decree) {
            if (basis.filter(BASIS::equals).isEmpty()) {
                throw new OverrideException(OverrideException.Obstacle.CHANGED, "The lot has changed; look again.");
            }
            asked.add(override + " " + decree.reason());
            return preview(auction, override);
        }

        @Override
        public MaximumAnswer maximum(AuctionId auction, Account account, Optional<Money> maximum) {
            throw new UnsupportedOperationException("nobody sets a maximum here");
        }
    }

    /** Every campaign has one session, and can be published once. */
    record Planner(List<String> asked, SessionPlan session) implements Campaigns {
        @Override
        public List<SessionPlan> dryRun(Campaign campaign) {
            return List.of(session);
        }

        @Override
        public List<SessionPlan> publish(Campaign campaign) {
            String deed = "publish " + campaign.id();
            if (asked.contains(deed)) {
                throw new CampaignException(List.of("A campaign " + campaign.id() + " was published before."));
            }
            asked.add(deed);
            return dryRun(campaign);
        }

        @Override
        public SessionPlan rehearse(Campaign campaign, Instant start, Tempo tempo) {
            throw new UnsupportedOperationException("nobody rehearses here");
        }

        @Override
        public void rehearse(Campaign campaign, SessionPlan session) {
            throw new UnsupportedOperationException("nobody rehearses here");
        }

        @Override
        public void endRehearsal(SessionId session, Decree decree) {
            throw new UnsupportedOperationException("nobody rehearses here");
        }
    }

    /** One replay that is done; the next has number 2 and can be stopped. */
    record Desk() implements Replays {
        private static final long NEXT = 2;

        @Override
        public Replay start(String subscriber, Selection selection, boolean shadow, Decree decree) {
            if (!subscriber.equals("settler")) {
                throw new IllegalArgumentException("no subscriber is named " + subscriber);
            }
            return new Replay(NEXT, subscriber, shadow, 1, 9, 0, Status.RUNNING, Optional.empty(), Optional.empty());
        }

        @Override
        public List<Replay> replays() {
            return List.of(new Replay(
                    1, "settler", true, 1, 9, 9, Status.DONE, Optional.empty(), Optional.of("would settle 1 lot")));
        }

        @Override
        public boolean stop(long number) {
            return number == NEXT;
        }
    }

    /** One rehearsal at a time, which gets on with each look at it and is over at the fourth. */
    record Stagehand(List<Rehearsed> played) implements Rehearsals {
        private static final List<String> STEPS = List.of("letting the bidders in", "lot 1 of 3", "lot 1 of 3");

        @Override
        public void start(Path directory) {
            throw new UnsupportedOperationException("no demo here");
        }

        @Override
        public Progress progress() {
            return new Progress(Stage.IDLE, "No show has been played yet.", Optional.empty());
        }

        @Override
        public Rehearsed rehearse(Order order) {
            if (order.speed() < 10) {
                throw new RehearsalException(RehearsalException.Obstacle.BUSY, "choose a speed of at least 10.");
            }
            Progress progress = new Progress(Stage.PREPARING, "begins", Optional.empty());
            Rehearsed begun = new Rehearsed(
                    "rehearsal-sandbox-1", order, Instant.EPOCH, progress, Path.of("/rehearsals/1/show.mp4"));
            played.add(begun);
            return begun;
        }

        @Override
        public List<Rehearsed> rehearsals() {
            if (played.isEmpty()) {
                return List.of();
            }
            int step = played.size() - 1;
            Progress progress = step < STEPS.size()
                    ? new Progress(Stage.PLAYING, STEPS.get(step), Optional.empty())
                    : new Progress(Stage.FINISHED, "lot 1 sold", Optional.of(Path.of("/rehearsals/1/report.json")));
            Rehearsed first = played.get(0);
            Rehearsed now = new Rehearsed(first.id(), first.order(), first.started(), progress, first.recording());
            played.add(now);
            return List.of(now);
        }

        @Override
        public Optional<Rehearsed> abort(String id, String who) {
            return rehearsals().stream().filter(one -> one.id().equals(id)).findFirst();
        }
    }

    /** One output that waits and one that has given up. */
    record Mixer() implements StreamOutputs {
        @Override
        public List<OutputStatus> outputs() {
            return List.of(status("youtube", State.WAITING), status("recording", State.FAILED));
        }

        @Override
        public Optional<OutputStatus> retry(String name, String admin) {
            return outputs().stream()
                    .filter(output -> output.name().equals(name))
                    .findFirst();
        }

        private static OutputStatus status(String name, State state) {
            return new OutputStatus(
                    name,
                    "rtmps://live.example.org/app/***",
                    state,
                    Optional.of("Connection refused"),
                    Optional.of(Instant.parse("2026-11-21T19:00:00Z")),
                    new OutputStatus.Traffic(3, 320, 4_000_000, 5, 2));
        }
    }
}
