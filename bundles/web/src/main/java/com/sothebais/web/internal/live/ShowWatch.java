package com.sothebais.web.internal.live;

import com.sothebais.api.agent.HostEvent;
import com.sothebais.api.auction.AuctionEvent;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.show.ShowView;
import com.sothebais.web.internal.json.HostJson.HostLineJson;
import com.sothebais.web.internal.json.HostJson.HostPostJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Folds the log into what the pages show. One thread writes, any thread reads. While the log is read anew, at the start or when
 * the log's bundle was replaced, readers keep the last complete state.
 */
public final class ShowWatch {
    /** Lines and posts of the host that are kept, each. */
    static final int HOST_MAX = 30;

    private State folding = State.EMPTY;
    private boolean caughtUp;
    private volatile Optional<State> current = Optional.empty();

    /** Lines and posts newest first. */
    public record State(ShowView show, List<HostLineJson> lines, List<HostPostJson> posts) {
        static final State EMPTY = new State(ShowView.EMPTY, List.of(), List.of());

        public State {
            lines = List.copyOf(lines);
            posts = List.copyOf(posts);
        }
    }

    /** The newest complete state; empty until the log was read for the first time. */
    public Optional<State> current() {
        return current;
    }

    /** Takes one fact and says what it did. */
    Step on(Recorded recorded) {
        boolean anew = recorded.position() <= folding.show().position();
        if (anew) {
            folding = State.EMPTY;
            caughtUp = false;
        }
        State before = folding;
        folding = after(before, recorded);
        if (caughtUp) {
            current = Optional.of(folding);
        }
        return new Step(recorded, before, folding, anew);
    }

    void caughtUp() {
        caughtUp = true;
        current = Optional.of(folding);
    }

    private static State after(State before, Recorded recorded) {
        ShowView show = before.show().after(recorded);
        if (recorded.event() instanceof AuctionEvent.CampaignPublished) {
            return new State(show, List.of(), List.of());
        }
        if (recorded.event() instanceof HostEvent.LineSpoken line) {
            return new State(show, newest(line(recorded, line), before.lines()), before.posts());
        }
        if (recorded.event() instanceof HostEvent.Posted posted) {
            return new State(show, before.lines(), newest(post(recorded, posted), before.posts()));
        }
        return new State(show, before.lines(), before.posts());
    }

    static HostLineJson line(Recorded recorded, HostEvent.LineSpoken line) {
        return new HostLineJson(
                recorded.position(),
                line.text(),
                line.mood().name(),
                recorded.fact().at().toString());
    }

    static HostPostJson post(Recorded recorded, HostEvent.Posted posted) {
        return new HostPostJson(
                recorded.position(),
                posted.text(),
                posted.replyTo().map(Object::toString).orElse(null),
                recorded.fact().at().toString());
    }

    private static <T> List<T> newest(T first, List<T> others) {
        List<T> all = new ArrayList<>(HOST_MAX);
        all.add(first);
        others.stream().limit(HOST_MAX - 1L).forEach(all::add);
        return all;
    }
}
