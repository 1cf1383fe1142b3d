package com.sothebais.console.board;

import static org.osgi.service.component.annotations.ReferenceCardinality.MULTIPLE;
import static org.osgi.service.component.annotations.ReferenceCardinality.OPTIONAL;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import com.sothebais.api.asset.TokenArtwork;
import com.sothebais.api.auction.Anomalies;
import com.sothebais.api.auction.Auctions;
import com.sothebais.api.auction.CampaignFiles;
import com.sothebais.api.auction.Campaigns;
import com.sothebais.api.event.DeadLetters;
import com.sothebais.api.event.Dispatcher;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.EventSubscriber;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.event.Replays;
import com.sothebais.api.health.Health;
import com.sothebais.api.health.HealthSource;
import com.sothebais.api.rehearsal.Rehearsals;
import com.sothebais.api.settlement.EscrowBook;
import com.sothebais.api.show.ShowView;
import com.sothebais.api.stream.ShowControl;
import com.sothebais.api.stream.StreamHealth;
import com.sothebais.api.stream.StreamOutputs;
import com.sothebais.api.stream.Studio;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Collects what the console shows from the parts and from the log. The references are dynamic because whoever operates the
 * platform looks here exactly when a part is away.
 */
@Component(service = {Board.class, EventSubscriber.class, HealthSource.class})
public final class PlatformBoard implements Board, EventSubscriber, HealthSource {
    private final ShowFold fold = new ShowFold();

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    private volatile Anomalies anomalies;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    private volatile Auctions auctions;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    private volatile CampaignFiles campaignFiles;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    private volatile Campaigns campaigns;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    private volatile DeadLetters deadLetters;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    private volatile Dispatcher dispatcher;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    private volatile EscrowBook escrowBook;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    private volatile EventLog eventLog;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    private volatile Rehearsals rehearsals;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    private volatile Replays replays;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    private volatile ShowControl showControl;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    private volatile StreamOutputs streamOutputs;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    private volatile Studio studio;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    private volatile TokenArtwork tokenArtwork;

    // All but itself: a service that asks for itself while it is made is refused as a cycle.
    @Reference(
            cardinality = MULTIPLE,
            policy = DYNAMIC,
            target = "(!(component.name=com.sothebais.console.board.PlatformBoard))")
    private volatile List<HealthSource> healthSources = List.of();

    @Override
    public String name() {
        return "console";
    }

    @Override
    public Kind kind() {
        return Kind.VIEW;
    }

    @Override
    public void on(Recorded recorded) {
        fold.on(recorded);
    }

    @Override
    public void caughtUp() {
        fold.caughtUp();
    }

    @Override
    public Optional<ShowView> show() {
        return fold.current();
    }

    @Override
    public List<Health> parts() {
        return Stream.concat(Stream.of(this), healthSources.stream())
                .map(PlatformBoard::ask)
                .sorted(Comparator.comparing(Health::part))
                .toList();
    }

    @Override
    public Optional<StreamHealth> stream() {
        return Optional.ofNullable(studio).map(Studio::health);
    }

    @Override
    public Optional<StreamOutputs> outputs() {
        return Optional.ofNullable(streamOutputs);
    }

    @Override
    public Optional<ShowControl> control() {
        return Optional.ofNullable(showControl);
    }

    @Override
    public Optional<Auctions.Tally> tally() {
        return Optional.ofNullable(auctions).map(Auctions::tally);
    }

    @Override
    public List<EscrowBook.Reserves> reserves() {
        return Optional.ofNullable(escrowBook).map(EscrowBook::reserves).orElse(List.of());
    }

    @Override
    public List<Dispatcher.Progress> readers() {
        return Optional.ofNullable(dispatcher).map(Dispatcher::progress).orElse(List.of());
    }

    @Override
    public Optional<DeadLetters> deadLetters() {
        return Optional.ofNullable(deadLetters);
    }

    @Override
    public Optional<Replays> replays() {
        return Optional.ofNullable(replays);
    }

    @Override
    public Optional<Rehearsals> rehearsals() {
        return Optional.ofNullable(rehearsals);
    }

    @Override
    public Optional<Auctions> auctions() {
        return Optional.ofNullable(auctions);
    }

    @Override
    public Optional<Campaigns> campaigns() {
        return Optional.ofNullable(campaigns);
    }

    @Override
    public Optional<CampaignFiles> campaignFiles() {
        return Optional.ofNullable(campaignFiles);
    }

    @Override
    public Optional<TokenArtwork> tokens() {
        return Optional.ofNullable(tokenArtwork);
    }

    @Override
    public Optional<EventLog> log() {
        return Optional.ofNullable(eventLog);
    }

    @Override
    public Optional<List<Anomalies.Hint>> anomalies() {
        return Optional.ofNullable(anomalies).map(Anomalies::hints);
    }

    @Override
    public Health health() {
        return fold.current()
                .map(show -> Health.well("console", "Follows the log at position " + show.position() + "."))
                .orElseGet(() -> Health.degraded(
                        "console", "The log has not been read yet; if this lasts, see the health of 'event'."));
    }

    /** A part that fails to answer is down; the others must still be shown. */
    private static Health ask(HealthSource source) {
        try {
            return source.health();
        } catch (RuntimeException e) {
            return Health.down(source.getClass().getPackageName(), "Its health check failed with " + e + ".");
        }
    }
}
