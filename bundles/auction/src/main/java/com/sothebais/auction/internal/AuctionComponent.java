package com.sothebais.auction.internal;

import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Auctions;
import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.Campaigns;
import com.sothebais.api.auction.LotOverride;
import com.sothebais.api.auction.MaximumAnswer;
import com.sothebais.api.auction.OverridePreview;
import com.sothebais.api.auction.SessionId;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.auction.Tempo;
import com.sothebais.api.database.Database;
import com.sothebais.api.event.Decree;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.EventSubscriber;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.health.Health;
import com.sothebais.api.health.HealthSource;
import com.sothebais.api.ledger.Ledger;
import com.sothebais.api.money.Money;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.Inbox;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.SocialNetwork;
import com.sothebais.auction.engine.AuctioneerThread;
import com.sothebais.auction.engine.SaleRoom;
import com.sothebais.auction.engine.SnapshotTable;
import com.sothebais.auction.engine.Surroundings;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wires the auctioneer to the log, the database and the networks, and runs its thread. Immediate, because auctions open and close by
 * the clock, whether or not anybody asks for a service.
 */
@Component(
        immediate = true,
        configurationPid = CheckedConfig.PID,
        service = {Inbox.class, Auctions.class, Campaigns.class, EventSubscriber.class, HealthSource.class})
@Designate(ocd = AuctionComponent.Config.class)
public final class AuctionComponent implements Inbox, Auctions, Campaigns, EventSubscriber, HealthSource {
    private static final Logger LOG = LoggerFactory.getLogger(AuctionComponent.class);

    /** Limits of the auctioneer; texts, so that a wrong one can be named instead of failing the component. */
    @ObjectClassDefinition(name = "SothebAIs auction", description = "Limits of the auctioneer")
    public @interface Config {
        @AttributeDefinition(
                type = AttributeType.INTEGER,
                description = "Most posts that wait for a verdict; more are refused with 'full' and delivered again")
        String inboxCapacity() default "20000";

        @AttributeDefinition(
                type = AttributeType.INTEGER,
                description = "Most posts decided and recorded in one transaction")
        String batchSize() default "1000";

        @AttributeDefinition(
                type = AttributeType.INTEGER,
                description = "Most posts that one account may address to the host within the window")
        String ratePosts() default "30";

        @AttributeDefinition(
                type = AttributeType.INTEGER,
                description = "Most bids for one wallet within the window, from whatever accounts")
        String rateWalletBids() default "60";

        @AttributeDefinition(type = AttributeType.INTEGER, description = "Length of that window in seconds")
        String rateWindowSeconds() default "10";

        @AttributeDefinition(
                type = AttributeType.INTEGER,
                description = "A snapshot for a quick start is kept every so many facts")
        String snapshotFacts() default "50000";
    }

    /** References only: see {@link HostAccounts}. */
    @Reference(
            service = SocialNetwork.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    private volatile List<ServiceReference<SocialNetwork>> networks;

    private final SaleRoom room;
    private final AuctioneerThread thread;
    private final List<String> complaints;

    @Activate
    public AuctionComponent(
            BundleContext context, Config config, @Reference EventLog log, @Reference Database database) {
        CheckedConfig checked = CheckedConfig.of(config);
        complaints = checked.complaints();
        complaints.forEach(LOG::error);
        database.migrate("auction", AuctionComponent.class);
        HostAccounts hosts = new HostAccounts(context);
        Surroundings around = new Surroundings(
                log,
                InstantSource.system(),
                network -> hosts.on(network, networks == null ? List.of() : networks),
                new SnapshotTable(database.dataSource()));
        room = new SaleRoom(around, checked.settings());
        thread = new AuctioneerThread(room);
        thread.start();
    }

    @Deactivate
    public void stop() {
        thread.close();
    }

    @Override
    public Receipt receive(Post post) {
        return room.receive(post);
    }

    @Override
    public Optional<Ledger> ledger(AuctionId auction) {
        return room.ledger(auction);
    }

    @Override
    public OverridePreview preview(AuctionId auction, LotOverride override) {
        return room.preview(auction, override);
    }

    @Override
    public OverridePreview override(AuctionId auction, LotOverride override, Optional<String> basis, Decree decree) {
        return room.override(auction, override, basis, decree);
    }

    @Override
    public MaximumAnswer maximum(AuctionId auction, Account account, Optional<Money> maximum) {
        return room.maximum(auction, account, maximum);
    }

    @Override
    public Tally tally() {
        return room.tally();
    }

    @Override
    public List<SessionPlan> dryRun(Campaign campaign) {
        return room.dryRun(campaign);
    }

    @Override
    public List<SessionPlan> publish(Campaign campaign) {
        return room.publish(campaign);
    }

    @Override
    public SessionPlan rehearse(Campaign campaign, Instant start, Tempo tempo) {
        return room.rehearse(campaign, start, tempo);
    }

    @Override
    public void rehearse(Campaign campaign, SessionPlan session) {
        room.rehearse(campaign, session);
    }

    @Override
    public void endRehearsal(SessionId session, Decree decree) {
        room.endRehearsal(session, decree);
    }

    @Override
    public String name() {
        return room.name();
    }

    @Override
    public Kind kind() {
        return room.kind();
    }

    @Override
    public void on(Recorded recorded) throws InterruptedException {
        room.on(recorded);
    }

    /** A wrong configuration value is said as long as all else is well. */
    @Override
    public Health health() {
        Health health = room.health();
        boolean well = health.status() == Health.Status.WELL;
        return well && !complaints.isEmpty() ? Health.degraded(health.part(), String.join(" ", complaints)) : health;
    }
}
