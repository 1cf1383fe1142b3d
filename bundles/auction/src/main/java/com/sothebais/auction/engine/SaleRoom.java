package com.sothebais.auction.engine;

import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Auctions;
import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.CampaignException;
import com.sothebais.api.auction.Campaigns;
import com.sothebais.api.auction.LotOverride;
import com.sothebais.api.auction.MaximumAnswer;
import com.sothebais.api.auction.OverridePreview;
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
import com.sothebais.auction.engine.Work.Publication;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The doors to the auctioneer: everything that other parts may ask of auctions. Thread-safe; only enqueues and reads. */
public final class SaleRoom implements Inbox, Auctions, Campaigns, EventSubscriber, HealthSource {

    /** How long publishing waits for the auctioneer. */
    static final Duration PUBLISH_WAIT = Duration.ofSeconds(30);

    private static final Receipt FULL = new Receipt.Full();

    private final Surroundings around;
    private final WorkQueue queue;
    private final Counts counts = new Counts();
    private final Auctioneer auctioneer;

    public SaleRoom(Surroundings around, Settings settings) {
        this.around = around;
        this.queue = new WorkQueue(settings.inboxCapacity(), around.clock());
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
        Ledger ledger = around.books().ledger(auction);
        return !ledger.entries().isEmpty() || auctioneer.knows(auction) ? Optional.of(ledger) : Optional.empty();
    }

    @Override
    public OverridePreview preview(AuctionId auction, LotOverride override) {
        throw new UnsupportedOperationException();
    }

    @Override
    public OverridePreview override(AuctionId auction, LotOverride override, Optional<String> basis, Decree decree) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MaximumAnswer maximum(AuctionId auction, Account account, Optional<Money> maximum) {
        throw new UnsupportedOperationException();
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

    private void publish(Campaign campaign, List<SessionPlan> sessions) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        if (auctioneer.isFenced() || !queue.offer(now -> new Publication(campaign, sessions, now, done))) {
            throw new CampaignException(List.of("The auctioneer takes nothing now: " + health().message()));
        }
        try {
            done.get(PUBLISH_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CampaignException(
                    List.of("Interrupted while the campaign was being recorded; see whether it was."));
        } catch (TimeoutException e) {
            throw new CampaignException(List.of("The auctioneer did not answer within " + PUBLISH_WAIT.toSeconds()
                    + " s; see whether it was recorded."));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof CampaignException refused
                    ? refused
                    : new EventLogException("campaign " + campaign.id() + " was not recorded", e.getCause());
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
        if (event instanceof IdentityEvent || event instanceof EscrowMoved || event instanceof SettlementRefused) {
            queue.put(recorded);
        }
    }

    @Override
    public Health health() {
        return auctioneer.health();
    }
}
