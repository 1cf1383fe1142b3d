package com.sothebais.event.internal.dispatch;

import com.sothebais.api.agent.HostEvent.LineSpoken;
import com.sothebais.api.event.EventSubscriber;
import com.sothebais.api.event.Recorded;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A subscriber that remembers the lines it took and fails on those it is told to; it looks at its own test's streams only. */
final class Recorder implements EventSubscriber {
    final List<String> taken = new CopyOnWriteArrayList<>();
    final List<String> threads = new CopyOnWriteArrayList<>();
    final Set<String> failing = ConcurrentHashMap.newKeySet();
    volatile int tried;
    volatile boolean shadowed;
    volatile boolean caughtUp;
    volatile int takenWhenCaughtUp;

    private final String name;
    private final Kind kind;
    private final String streams;

    Recorder(String name, Kind kind, String streams) {
        this.name = name;
        this.kind = kind;
        this.streams = streams;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public void on(Recorded recorded) {
        if (recorded.fact().stream().value().startsWith(streams) && recorded.event() instanceof LineSpoken line) {
            threads.add(Thread.currentThread().getName());
            if (failing.contains(line.text())) {
                tried++;
                throw new IllegalStateException("cannot take " + line.text() + "\nand more");
            }
            taken.add(line.text());
        }
    }

    @Override
    public void caughtUp() {
        caughtUp = true;
        takenWhenCaughtUp = taken.size();
    }

    @Override
    public Optional<Shadow> shadow() {
        if (!shadowed) {
            return Optional.empty();
        }
        Recorder twin = new Recorder(name, kind, streams);
        return Optional.of(new Shadow() {
            @Override
            public void on(Recorded recorded) {
                twin.on(recorded);
            }

            @Override
            public String result() {
                return String.join(" ", twin.taken);
            }
        });
    }
}
