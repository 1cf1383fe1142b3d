package com.sothebais.console;

import com.sothebais.api.stream.Cue;
import com.sothebais.api.stream.Cue.State;
import com.sothebais.api.stream.Rundown;
import com.sothebais.api.stream.ShowControl;
import com.sothebais.api.stream.ShowControl.ControlException.Obstacle;
import com.sothebais.api.stream.Source;
import com.sothebais.api.stream.Transition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A desk with one cue on which a fade runs, so that only cuts are taken. */
record SampleDesk(List<String> asked) implements ShowControl {
    private static final Instant AT = Instant.parse("2026-11-21T19:00:00Z");
    private static final List<Source> SOURCES = List.of(Source.SHOW, Source.BARS, Source.STANDBY);

    @Override
    public Status status() {
        return new Status(
                Source.SHOW,
                Source.STANDBY,
                Optional.empty(),
                Optional.of(new Running(Transition.Kind.FADE, 3, 21)),
                SOURCES);
    }

    @Override
    public Status preview(Source source) {
        if (!SOURCES.contains(source)) {
            throw new ControlException(Obstacle.UNKNOWN, "There is no source '" + source + "'.");
        }
        asked.add("preview " + source);
        return status();
    }

    @Override
    public Status take(Transition transition, String admin) {
        if (transition.kind() != Transition.Kind.CUT) {
            throw new ControlException(Obstacle.CONFLICT, "A transition runs.");
        }
        asked.add("cut");
        return new Status(
                Source.BARS,
                Source.SHOW,
                Optional.of(new Taken(AT, Optional.of("shell"), false, Optional.empty())),
                Optional.empty(),
                SOURCES);
    }

    @Override
    public Status keep(String admin) {
        throw new UnsupportedOperationException("nobody keeps anything here");
    }

    @Override
    public byte[] still(View view) {
        throw new UnsupportedOperationException("nobody looks here");
    }

    @Override
    public Rundown rundown() {
        return new Rundown(
                false,
                List.of(new Cue(
                        "demo.standby",
                        "Standby",
                        new Cue.Times(AT, AT.minusSeconds(60), Optional.empty()),
                        new Cue.Take(Source.STANDBY, Transition.of(Transition.Kind.FADE)),
                        true,
                        State.NEXT)));
    }

    @Override
    public Cue fire(String cue, String admin) {
        return with(cue, State.FIRED);
    }

    @Override
    public Cue skip(String cue, String admin) {
        return with(cue, State.SKIPPED);
    }

    @Override
    public Cue hold(String cue, String admin) {
        return with(cue, State.HELD);
    }

    @Override
    public Cue go(String cue, String admin) {
        return with(cue, State.PENDING);
    }

    private Cue with(String id, State state) {
        Cue cue = rundown().cues().stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ControlException(Obstacle.UNKNOWN, "There is no such cue; see the rundown."));
        return new Cue(id, cue.label(), cue.times(), cue.action(), true, state);
    }

    @Override
    public Cue add(Instant at, String label, Cue.Action action, String admin) {
        throw new UnsupportedOperationException("nobody adds cues here");
    }

    @Override
    public Rundown holdAll(boolean held, String admin) {
        return new Rundown(held, rundown().cues());
    }
}
