package com.sothebais.web.internal.live;

import com.sothebais.api.agent.HostEvent;
import com.sothebais.api.auction.AuctionEvent;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.show.BidView;
import com.sothebais.web.internal.json.BidJson;
import com.sothebais.web.internal.json.ShowJson;
import com.sothebais.web.internal.json.VitalsJson;
import com.sothebais.web.internal.parts.Parts;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes messages of facts: each bid and each line of the host is one, and however many facts came, one snapshot of the show
 * follows them. {@link #take} is called by the thread that folds the log, {@link #pump} by the thread that sends.
 */
final class LivePump {
    /** Facts that wait for the next pump; older ones give way, since the snapshot that follows has the newest bids. */
    static final int WAITING_MAX = 256;

    private final LiveHub hub;
    private final Parts parts;
    private final InstantSource clock;
    private final Deque<Recorded> waiting = new ArrayDeque<>();
    private Optional<ShowWatch.State> sent = Optional.empty();

    LivePump(LiveHub hub, Parts parts, InstantSource clock) {
        this.hub = hub;
        this.parts = parts;
        this.clock = clock;
    }

    /** Keeps a fact for the next pump. */
    void take(Recorded recorded) {
        synchronized (waiting) {
            if (waiting.size() == WAITING_MAX) {
                waiting.remove();
            }
            waiting.add(recorded);
        }
    }

    /** Sends what waits, and the state when it looks different now. */
    void pump(Optional<ShowWatch.State> current) {
        hub.publish(
                drain().stream().flatMap(recorded -> frame(recorded).stream()).toList());
        if (current.isPresent() && !sent.map(current.get()::looksLike).orElse(false)) {
            ShowWatch.State state = current.get();
            ShowJson json = ShowJson.of(state.show(), clock.instant());
            hub.snapshot(Frame.at(state.show().position(), Frame.Kind.SHOW, json));
            sent = current;
        }
    }

    /** Sends how the parts are; nothing is asked while nobody watches. */
    void vitals() {
        if (hub.viewers() > 0) {
            hub.broadcast(Frame.of(Frame.Kind.VITALS, VitalsJson.of(parts)));
        }
    }

    private List<Recorded> drain() {
        synchronized (waiting) {
            List<Recorded> drained = new ArrayList<>(waiting);
            waiting.clear();
            return drained;
        }
    }

    private static Optional<Frame> frame(Recorded recorded) {
        if (recorded.event() instanceof AuctionEvent.BidAccepted bid) {
            BidView view = new BidView(
                    Optional.of(bid.auction()),
                    bid.post(),
                    Optional.of(bid.amount()),
                    Optional.empty(),
                    recorded.fact().at(),
                    recorded.fact().correlation());
            return Optional.of(Frame.at(recorded.position(), Frame.Kind.BID, BidJson.of(view)));
        }
        if (recorded.event() instanceof AuctionEvent.BidRefused bid) {
            BidView view = new BidView(
                    bid.auction(),
                    bid.post(),
                    bid.amount(),
                    Optional.of(bid.reason()),
                    recorded.fact().at(),
                    recorded.fact().correlation());
            return Optional.of(Frame.at(recorded.position(), Frame.Kind.BID, BidJson.of(view)));
        }
        if (recorded.event() instanceof HostEvent.LineSpoken line) {
            Map<String, Object> data = Map.of("line", ShowWatch.line(recorded, line));
            return Optional.of(Frame.at(recorded.position(), Frame.Kind.HOST, data));
        }
        if (recorded.event() instanceof HostEvent.Posted posted) {
            Map<String, Object> data = Map.of("post", ShowWatch.post(recorded, posted));
            return Optional.of(Frame.at(recorded.position(), Frame.Kind.HOST, data));
        }
        return Optional.empty();
    }
}
