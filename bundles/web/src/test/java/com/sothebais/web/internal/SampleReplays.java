package com.sothebais.web.internal;

import com.sothebais.api.event.Decree;
import com.sothebais.api.event.Replays;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One replay that is done, and those that are started: they run until somebody stops them. */
public final class SampleReplays implements Replays {
    private final List<Replay> all = new ArrayList<>(List.of(
            new Replay(1, "settler", true, 1, 9, 9, Status.DONE, Optional.empty(), Optional.of("would settle 1 lot"))));

    public final List<Decree> decrees = new ArrayList<>();

    @Override
    public Replay start(String subscriber, Selection selection, boolean shadow, Decree decree) {
        if (!subscriber.equals("settler")) {
            throw new IllegalArgumentException("no subscriber is named " + subscriber + "; see progress");
        }
        decrees.add(decree);
        long to = selection instanceof Selection.Positions positions ? positions.to() : 9;
        Replay started = new Replay(
                all.size() + 1L, subscriber, shadow, 1, to, 0, Status.RUNNING, Optional.empty(), Optional.empty());
        all.add(0, started);
        return started;
    }

    @Override
    public List<Replay> replays() {
        return List.copyOf(all);
    }

    /** Makes room for others. */
    public void stopAll() {
        all.removeIf(replay -> replay.status() == Status.RUNNING);
    }

    @Override
    public boolean stop(long number) {
        for (int i = 0; i < all.size(); i++) {
            Replay it = all.get(i);
            if (it.number() == number && it.status() == Status.RUNNING) {
                all.set(
                        i,
                        new Replay(
                                number,
                                it.subscriber(),
                                it.shadow(),
                                it.from(),
                                it.to(),
                                3,
                                Status.STOPPED,
                                it.trouble(),
                                it.result()));
                return true;
            }
        }
        return false;
    }
}
