package com.sothebais.auction.engine;

import com.sothebais.api.agent.HostEvent.Posted;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Auctions;
import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.CampaignException;
import com.sothebais.api.auction.Campaigns;
import com.sothebais.api.auction.LotOverride;
import com.sothebais.api.auction.MaximumAnswer;
import com.sothebais.api.auction.OverrideException;
import com.sothebais.api.auction.OverrideException.Obstacle;
import com.sothebais.api.auction.OverridePreview;
import com.sothebais.api.auction.SessionId;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.auction.Tempo;
import com.sothebais.api.event.Decree;
import com.sothebais.api.event.Event;
import com.sothebais.api.event.EventLogException;
import com.sothebais.api.event.EventSubscriber;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.health.Health;
import com.sothebais.api.health.HealthSource;
import com.sothebais.api.identity.IdentityEvent;
import com.sothebais.api.ledger.Ledger;
import com.sothebais.api.money.Money;
import com.sothebais.api.settlement.SettlementEvent.EscrowMoved;
import com.sothebais.api.settlement.SettlementEvent.SettlementRefused;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.Inbox;
import com.sothebais.api.social.Post;
import com.sothebais.auction.calendar.Calendar;
import com.sothebais.auction.engine.Work.Delivery;
import com.sothebais.auction.engine.Work.Ending;
import com.sothebais.auction.engine.Work.Maximum;
import com.sothebais.auction.engine.Work.Overriding;
import com.sothebais.auction.engine.Work.Publication;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** The doors to the auctioneer: everything that other parts may ask of auctions. Thread-safe; only enqueues and reads. */
public final class SaleRoom implements Inbox, Auctions, Campaigns, EventSubscriber, HealthSource {

    /** How long publishing, an override and a private maximum wait for the auctioneer. */
    static final Duration COMMAND_WAIT = Duration.ofSeconds(30);

    private static final Receipt FULL = new Receipt.Full();

    private final Surroundings around;
    private final WorkQueue queue;
    private final Counts counts;
    private final Auctioneer auctioneer;
    private final LedgerReader ledgers;

    public SaleRoom(Surroundings around, Settings settings) {
        this.around = around;
        this.queue = new WorkQueue(settings.inboxCapacity(), around.clock());
        this.counts = new Counts(around.clock());
        this.ledgers = new LedgerReader(around.log());
        this.auctioneer = new Auctioneer(around, settings, queue, counts);
    }

    Auctioneer auctioneer() {
        return auctioneer;
    }

    WorkQueue queue() {
        return queue;
    }

    @Override
    public Receipt receive(Post post) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        boolean taken = auctioneer.isOpen() && queue.offer(now -> new Delivery(post, now, done));
        return taken ? new Receipt.Taken(done) : FULL;
    }

    @Override
    public Optional<Ledger> ledger(AuctionId auction) {
        Ledger ledger = ledgers.ledger(auction);
        return !ledger.entries().isEmpty() || auctioneer.knows(auction) ? Optional.of(ledger) : Optional.empty();
    }

    @Override
    public OverridePreview preview(AuctionId auction, LotOverride override) {
        return overriding(auction, override, Optional.empty(), Optional.empty());
    }

    @Override
    public OverridePreview override(AuctionId auction, LotOverride override, Optional<String> basis, Decree decree) {
        return overriding(auction, override, basis, Optional.of(decree));
    }

    private OverridePreview overriding(
            AuctionId auction, LotOverride override, Optional<String> basis, Optional<Decree> decree) {
        CompletableFuture<OverridePreview> done = new CompletableFuture<>();
        Answer<OverridePreview> answer = ask(done, now -> new Overriding(auction, override, basis, decree, now, done));
        if (answer.failure() instanceof OverrideException refused) {
            throw refused;
        }
        return answer.value().orElseThrow(() -> new OverrideException(Obstacle.UNAVAILABLE, answer.trouble()));
    }

    @Override
    public MaximumAnswer maximum(AuctionId auction, Account account, Optional<Money> maximum) {
        CompletableFuture<MaximumAnswer> done = new CompletableFuture<>();
        Answer<MaximumAnswer> answer = ask(done, now -> new Maximum(auction, account, maximum, now, done));
        return answer.value().orElseThrow(() -> new IllegalStateException(answer.trouble()));
    }

    @Override
    public Tally tally() {
        return counts.tally();
    }

    @Override
    public List<SessionPlan> dryRun(Campaign campaign) {
        return Calendar.plan(campaign);
    }

    @Override
    public List<SessionPlan> publish(Campaign campaign) {
        List<SessionPlan> sessions = Calendar.plan(campaign);
        Instant live = sessions.get(0).times().live();
        if (!live.isAfter(around.clock().instant())) {
            throw new CampaignException(List.of("The first session went live at " + live + ", choose a later day."));
        }
        publish(campaign, sessions);
        return sessions;
    }

    @Override
    public SessionPlan rehearse(Campaign campaign, Instant start, Tempo tempo) {
        SessionPlan session = Calendar.rehearse(campaign, start, tempo);
        publish(campaign, List.of(session));
        return session;
    }

    @Override
    public void rehearse(Campaign campaign, SessionPlan session) {
        Calendar.checkRehearsal(campaign, session);
        publish(campaign, List.of(session));
    }

    @Override
    public void endRehearsal(SessionId session, Decree decree) {
        if (!session.isRehearsal()) {
            throw new CampaignException(List.of("Session " + session + " is no rehearsal and ends by its own clock."));
        }
        CompletableFuture<Void> done = new CompletableFuture<>();
        check("the end of " + session, ask(done, now -> new Ending(session, decree, now, done)));
    }

    private void publish(Campaign campaign, List<SessionPlan> sessions) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        check("campaign " + campaign.id(), ask(done, now -> new Publication(campaign, sessions, now, done)));
    }

    private static void check(String what, Answer<Void> answer) {
        if (answer.failure() instanceof CampaignException refused) {
            throw refused;
        }
        if (answer.failure() != null) {
            throw new EventLogException(what + " was not recorded", answer.failure());
        }
        if (!answer.trouble().isEmpty()) {
            throw new CampaignException(List.of(answer.trouble()));
        }
    }

    /**
     * What the auctioneer said.
     *
     * @param value of a command that was done
     * @param failure of one that was not; null when there is none
     * @param trouble why there is no answer; empty when there is one
     */
    private record Answer<T>(Optional<T> value, Throwable failure, String trouble) {}

    /** Waits until the command is durable. One that nobody waits for any more is not begun. */
    private <T> Answer<T> ask(CompletableFuture<T> done, Function<Instant, Work> command) {
        if (auctioneer.isFenced() || !queue.offer(command)) {
            return new Answer<>(
                    Optional.empty(), null, "The auctioneer takes nothing now, try again: " + health().message());
        }
        try {
            T value = done.get(COMMAND_WAIT.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer<>(Optional.ofNullable(value), null, "");
        } catch (InterruptedException e) {
            done.cancel(false);
            Thread.currentThread().interrupt();
            return new Answer<>(Optional.empty(), null, "Interrupted while it was being recorded; see whether it was.");
        } catch (TimeoutException e) {
            done.cancel(false);
            String text = "The auctioneer did not answer within " + COMMAND_WAIT.toSeconds()
                    + " s; see whether it was recorded.";
            return new Answer<>(Optional.empty(), null, text);
        } catch (ExecutionException e) {
            return new Answer<>(
                    Optional.empty(),
                    e.getCause(),
                    "It was not recorded: " + e.getCause().getMessage());
        }
    }

    @Override
    public String name() {
        return "auctioneer";
    }

    @Override
    public Kind kind() {
        return Kind.VIEW;
    }

    /** Only enqueues: the auctioneer's thread is the one writer of the state. */
    @Override
    public void on(Recorded recorded) throws InterruptedException {
        Event event = recorded.event();
        if (event instanceof IdentityEvent
                || event instanceof EscrowMoved
                || event instanceof SettlementRefused
                || event instanceof Posted) {
            queue.put(recorded);
        }
        queue.heard(recorded.position());
    }

    @Override
    public Health health() {
        return auctioneer.health();
    }
}
