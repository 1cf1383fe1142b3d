package com.sothebais.web.internal.parts;

import static org.osgi.service.component.annotations.ReferenceCardinality.OPTIONAL;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import com.sothebais.api.agent.Host;
import com.sothebais.api.asset.AssetLibrary;
import com.sothebais.api.asset.Assets;
import com.sothebais.api.asset.TokenArtwork;
import com.sothebais.api.auction.Anomalies;
import com.sothebais.api.auction.Auctions;
import com.sothebais.api.auction.Campaigns;
import com.sothebais.api.database.Database;
import com.sothebais.api.event.DeadLetters;
import com.sothebais.api.event.Dispatcher;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.Replays;
import com.sothebais.api.health.HealthSource;
import com.sothebais.api.identity.Admins;
import com.sothebais.api.rehearsal.Rehearsals;
import com.sothebais.api.settlement.EscrowBook;
import com.sothebais.api.stream.Clips;
import com.sothebais.api.stream.FirstFrames;
import com.sothebais.api.stream.Preview;
import com.sothebais.api.stream.ShowControl;
import com.sothebais.api.stream.StreamOutputs;
import com.sothebais.api.stream.Studio;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;

/**
 * Finds the parts as services. The references are dynamic because the pages must stay up, and say what is missing, while a part
 * is replaced; with static ones every viewer would be thrown out each time.
 */
@Component(service = Parts.class)
public final class PlatformParts implements Parts {
    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    private volatile Admins admins;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    private volatile Anomalies anomalies;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    private volatile AssetLibrary assetLibrary;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    private volatile Assets assets;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    private volatile Auctions auctions;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    private volatile Campaigns campaigns;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    private volatile Database database;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    private volatile DeadLetters deadLetters;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    private volatile Dispatcher dispatcher;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    private volatile EscrowBook escrowBook;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    private volatile EventLog eventLog;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    private volatile FirstFrames firstFrames;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    private volatile Host host;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    private volatile Clips clips;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    private volatile Preview preview;

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

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = DYNAMIC)
    private volatile List<HealthSource> healthSources;

    @Override
    public <T> Optional<T> find(Class<T> service) {
        return Stream.of(
                        admins,
                        anomalies,
                        assetLibrary,
                        assets,
                        auctions,
                        campaigns,
                        database,
                        deadLetters,
                        dispatcher,
                        escrowBook,
                        eventLog,
                        firstFrames,
                        host,
                        rehearsals,
                        replays,
                        clips,
                        showControl,
                        streamOutputs,
                        preview,
                        studio,
                        tokenArtwork)
                .filter(service::isInstance)
                .findFirst()
                .map(service::cast);
    }

    @Override
    public List<HealthSource> healthSources() {
        return List.copyOf(healthSources);
    }
}
