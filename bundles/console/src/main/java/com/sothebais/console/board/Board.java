package com.sothebais.console.board;

import com.sothebais.api.asset.TokenArtwork;
import com.sothebais.api.auction.Anomalies;
import com.sothebais.api.auction.Auctions;
import com.sothebais.api.auction.CampaignFiles;
import com.sothebais.api.auction.Campaigns;
import com.sothebais.api.event.DeadLetters;
import com.sothebais.api.event.Dispatcher;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.Replays;
import com.sothebais.api.health.Health;
import com.sothebais.api.rehearsal.Rehearsals;
import com.sothebais.api.settlement.EscrowBook;
import com.sothebais.api.show.ShowView;
import com.sothebais.api.stream.ShowControl;
import com.sothebais.api.stream.StreamHealth;
import com.sothebais.api.stream.StreamOutputs;
import java.util.List;
import java.util.Optional;

/** Everything the console can show; what belongs to a part that is away is empty. Thread-safe. */
public interface Board {

    /** The show as it is now; empty until the log was read for the first time. */
    Optional<ShowView> show();

    /** How each part is, by name. */
    List<Health> parts();

    Optional<StreamHealth> stream();

    Optional<StreamOutputs> outputs();

    Optional<ShowControl> control();

    Optional<Auctions.Tally> tally();

    /** The newest comparison of books and chain, one per chain. */
    List<EscrowBook.Reserves> reserves();

    /** Where each reader of the log stands. */
    List<Dispatcher.Progress> readers();

    Optional<DeadLetters> deadLetters();

    Optional<Replays> replays();

    Optional<Rehearsals> rehearsals();

    Optional<Auctions> auctions();

    Optional<Campaigns> campaigns();

    Optional<CampaignFiles> campaignFiles();

    /** What takes the artwork of tokens. */
    Optional<TokenArtwork> tokens();

    Optional<EventLog> log();

    /** What should be looked at; empty while nobody looks. */
    Optional<List<Anomalies.Hint>> anomalies();
}
