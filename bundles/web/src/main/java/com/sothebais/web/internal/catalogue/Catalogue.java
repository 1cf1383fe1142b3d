package com.sothebais.web.internal.catalogue;

import com.sothebais.api.auction.AuctionEvent.CampaignPublished;
import com.sothebais.api.auction.AuctionEvent.SessionPlanned;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.CampaignId;
import com.sothebais.api.auction.SessionId;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.event.StreamId;
import com.sothebais.api.show.LotView;
import com.sothebais.api.show.ShowView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * All campaigns with their sessions and lots. Each campaign is a {@link ShowView} of its own, so that a bid costs what its own
 * campaign has lots. One thread writes, any thread reads; every entry is consistent in itself. The oldest ended campaigns are
 * forgotten beyond {@link #CAMPAIGNS_MAX}; the log has them still.
 */
public final class Catalogue {
    /** Most campaigns kept, unless more have not ended. */
    static final int CAMPAIGNS_MAX = 500;

    private final ConcurrentSkipListMap<Long, Entry> entries = new ConcurrentSkipListMap<>();
    private final Map<CampaignId, Long> campaigns = new ConcurrentHashMap<>();
    private final Map<SessionId, CampaignId> sessions = new ConcurrentHashMap<>();
    private final Map<AuctionId, CampaignId> auctions = new ConcurrentHashMap<>();
    private final Map<AuctionId, Notes> notes = new ConcurrentHashMap<>();
    private volatile long version;

    /** Position of the newest fact that changed something here. */
    public long version() {
        return version;
    }

    /** Newest first. */
    public List<Entry> entries() {
        return List.copyOf(entries.descendingMap().values());
    }

    public Optional<Entry> campaign(CampaignId id) {
        return Optional.ofNullable(campaigns.get(id)).map(entries::get);
    }

    public Optional<Entry> campaignOf(AuctionId id) {
        return Optional.ofNullable(auctions.get(id)).flatMap(this::campaign);
    }

    public Optional<LotView> lot(AuctionId id) {
        return campaignOf(id).flatMap(entry -> entry.show().lot(id));
    }

    public Notes notes(AuctionId id) {
        return notes.getOrDefault(id, Notes.NONE);
    }

    /** The stream of a lot's facts. */
    public static StreamId stream(AuctionId id) {
        return new StreamId("auction/" + id);
    }

    void on(Recorded recorded) {
        if (recorded.fact().stream().isRehearsal()) {
            // Rehearsals have a list of their own; campaigns, their calendars and their lots are real.
            return;
        }
        Subject subject = Subject.of(recorded.event());
        Optional<CampaignId> campaign = subject.campaign()
                .or(() -> subject.session().map(sessions::get))
                .or(() -> subject.auction().map(auctions::get));
        if (campaign.isEmpty()) {
            return;
        }
        if (recorded.event() instanceof CampaignPublished published) {
            Entry entry = new Entry(
                    recorded.position(), recorded.fact().at(), published.campaign(), ShowView.EMPTY.after(recorded));
            entries.put(recorded.position(), entry);
            campaigns.put(campaign.get(), recorded.position());
            forget();
        } else {
            index(recorded);
            Long position = campaigns.get(campaign.get());
            if (position != null) {
                entries.computeIfPresent(
                        position, (key, entry) -> entry.with(entry.show().after(recorded)));
            }
        }
        subject.auction()
                .filter(id -> recorded.fact().stream().equals(stream(id)))
                .ifPresent(
                        id -> notes.put(id, notes.getOrDefault(id, Notes.NONE).after(recorded)));
        version = recorded.position();
    }

    private void index(Recorded recorded) {
        if (recorded.event() instanceof SessionPlanned planned) {
            CampaignId campaign = planned.session().campaign();
            sessions.put(planned.session().id(), campaign);
            planned.session().lots().forEach(lot -> auctions.put(lot.auction(), campaign));
        }
    }

    private void forget() {
        if (entries.size() > CAMPAIGNS_MAX) {
            entries.values().stream()
                    .filter(entry -> entry.state() == Entry.State.ENDED)
                    .findFirst()
                    .ifPresent(this::forget);
        }
    }

    private void forget(Entry entry) {
        entries.remove(entry.position());
        campaigns.remove(entry.campaign().id());
        sessions.values().removeIf(entry.campaign().id()::equals);
        entry.show().lots().forEach(lot -> {
            auctions.remove(lot.auction());
            notes.remove(lot.auction());
        });
    }
}
