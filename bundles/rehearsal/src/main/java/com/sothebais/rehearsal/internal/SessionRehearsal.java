package com.sothebais.rehearsal.internal;

import com.sothebais.api.auction.CampaignId;
import com.sothebais.api.auction.Lot;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.auction.SessionPlan.PlannedLot;
import com.sothebais.api.chain.SimulatedChain;
import com.sothebais.api.chain.TokenRef;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.event.Decree;
import com.sothebais.api.money.Money;
import com.sothebais.api.rehearsal.Rehearsals.Rehearsed;
import com.sothebais.api.show.LotView;
import com.sothebais.api.show.ShowView;
import com.sothebais.api.stream.Curtain.Lowered;
import com.sothebais.rehearsal.bidder.Amounts;
import com.sothebais.rehearsal.report.RehearsalNotes;
import com.sothebais.rehearsal.report.RehearsalNotes.LotNote;
import com.sothebais.rehearsal.report.RehearsalNotes.Source;
import com.sothebais.rehearsal.report.RehearsalNotes.Span;
import com.sothebais.rehearsal.report.ShowReport;
import com.sothebais.rehearsal.shadow.Original;
import com.sothebais.rehearsal.shadow.Problems;
import com.sothebais.rehearsal.shadow.Shadow;
import com.sothebais.rehearsal.shadow.Timing;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rehearsal of a session, on simulated networks and chains alone. Used by the thread of its show. */
final class SessionRehearsal implements Production {
    private static final Logger LOG = LoggerFactory.getLogger(SessionRehearsal.class);
    /** More than any session has lots, so that token ids of rehearsals in different milliseconds never meet. */
    private static final BigInteger TOKENS_A_SHOW = BigInteger.valueOf(1_000);

    private static final int LATE_PERCENT = 5;

    private final Platform platform;
    private final Rehearsed order;
    private final Original original;
    private final Timing timing;

    SessionRehearsal(Platform platform, Rehearsed order, Original original, Timing timing) {
        this.platform = platform;
        this.order = order;
        this.original = original;
        this.timing = timing;
    }

    @Override
    public String name() {
        return "rehearsal of " + original.session().id();
    }

    @Override
    public long seed() {
        return order.order().seed();
    }

    @Override
    public Ready prepare(Instant started, Consumer<String> say) throws InterruptedException {
        say.accept("hanging the works of " + original.session().id());
        Shadow shadow = shadow(started);
        SimulatedChain chain = platform.plugins().chain();
        shadow.campaign().lots().forEach(lot -> chain.mint(lot.token(), lot.seller()));
        Money stake = shadow.session().lots().stream()
                .map(lot -> Amounts.stake(lot.rules()))
                .max(Comparator.comparing(Money::units))
                .orElseThrow();
        // Means are made for two lots; what was won stays locked until it is settled.
        Money stakes = stake.times((original.lots().size() + 1) / 2);
        return new Ready(shadow.campaign(), new Company(platform, seed(), say).gather(stakes));
    }

    private Shadow shadow(Instant start) {
        SimulatedChain chain = platform.plugins().chain();
        WalletAddress seller = chain.wallet("rehearsal-seller");
        WalletAddress collection = chain.wallet("rehearsal-collection");
        BigInteger first = BigInteger.valueOf(order.started().toEpochMilli()).multiply(TOKENS_A_SHOW);
        return Shadow.of(
                original,
                new Shadow.Terms(
                        new CampaignId(order.id()),
                        start,
                        chain.currency(),
                        timing,
                        lot -> new Lot(
                                lot.number(),
                                lot.title(),
                                lot.artist(),
                                lot.story(),
                                lot.artwork(),
                                new TokenRef(chain.id(), collection, first.add(BigInteger.valueOf(lot.number()))),
                                seller)));
    }

    /** When it would be over at the latest, from its start on. */
    Duration longest() {
        Instant start = order.started();
        return Duration.between(start, shadow(start).latestEnd());
    }

    @Override
    public Optional<Lowered> curtain() {
        return Optional.of(platform.air()
                .curtains()
                .get()
                .orElseThrow(() -> new ShowException("there is no stream; nothing is rehearsed without its curtain"))
                .lower());
    }

    @Override
    public SessionPlan publish(Ready ready, Instant start) {
        Shadow shadow = shadow(start);
        platform.saleroom().campaigns().rehearse(shadow.campaign(), shadow.session());
        return shadow.session();
    }

    @Override
    public void check(ShowView view, Instant now) {
        Optional<SessionPlan> rival = Rivals.between(view, now, now);
        if (rival.isPresent()) {
            throw new Aborted("session " + rival.get().id() + " goes on air at "
                    + rival.get().times().onAir() + ", so the rehearsal gives way");
        }
    }

    /** When that fails, whoever looks for rehearsals without a player tries again. */
    @Override
    public boolean breakOff(SessionPlan plan, String why) {
        try {
            platform.saleroom().campaigns().endRehearsal(plan.id(), decree(why));
            return true;
        } catch (RuntimeException e) {
            LOG.warn("{} does not end yet: {}", plan.id(), e.toString());
            return false;
        }
    }

    static Decree decree(String why) {
        String reason = "Rehearsal: " + why;
        return new Decree("rehearsal", reason.substring(0, Math.min(reason.length(), Decree.REASON_MAX)));
    }

    @Override
    public Optional<RehearsalNotes> notes(ShowView view, SessionPlan plan, ShowReport report) {
        List<LotNote> lots = new ArrayList<>();
        List<String> problems = new ArrayList<>(Problems.before(
                original,
                id -> platform.air().assets().find(id).isPresent(),
                platform.plugins().chain().currency()));
        for (LotView lot : view.lotsOf(plan)) {
            lots.add(note(lot, plan));
            problems.addAll(Problems.after(lot));
        }
        ShowReport.Stream stream = report.stream();
        if (stream.late() * 100 > stream.frames() * LATE_PERCENT || stream.dropped() > 0) {
            problems.add(stream.late() + " of " + stream.frames() + " frames were late and " + stream.dropped()
                    + " dropped; this machine is too busy for the stream.");
        }
        if (report.host().linesSpoken() == 0) {
            problems.add("The host said nothing; see the health of the host.");
        }
        Source source = new Source(
                original.campaign().id(), original.session().id(), order.order().speed());
        return Optional.of(new RehearsalNotes(source, lots, problems, order.recording()));
    }

    private static LotNote note(LotView lot, SessionPlan plan) {
        PlannedLot planned = plan.lots().stream()
                .filter(known -> known.auction().equals(lot.auction()))
                .findFirst()
                .orElseThrow();
        return new LotNote(
                lot.lot().number(),
                lot.bidding().accepted(),
                lot.bidding().refused(),
                lot.times().extensions(),
                new Span(planned.opens(), planned.ends()),
                new Span(lot.times().opens(), lot.times().ends()));
    }
}
