package com.sothebais.web.internal;

import com.sothebais.api.stream.Cue;
import com.sothebais.api.stream.Cue.State;
import com.sothebais.api.stream.Rundown;
import com.sothebais.api.stream.ShowControl;
import com.sothebais.api.stream.ShowControl.ControlException.Obstacle;
import com.sothebais.api.stream.Source;
import com.sothebais.api.stream.Transition;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;

/** A desk that carries everything out at once and remembers what it was told. */
public final class SampleControl implements ShowControl {
    /** 64 x 36 pixels. */
    public static final byte[] PNG = png();

    public final List<String> told = new CopyOnWriteArrayList<>();
    public volatile boolean busy;

    private final List<Source> sources = List.of(Source.SHOW, Source.BARS, Source.STANDBY);
    private final List<Cue> cues = new ArrayList<>(List.of(new Cue(
            "lot-1.opens",
            "Lot 1 opens",
            new Cue.Times(SampleShow.START, SampleShow.START.minusSeconds(90), Optional.empty()),
            new Cue.Mark(),
            true,
            State.NEXT)));
    private volatile Source program = Source.SHOW;
    private volatile Source preview = Source.STANDBY;
    private volatile Optional<Taken> taken = Optional.empty();
    private boolean held;

    @Override
    public Status status() {
        return new Status(
                program,
                preview,
                taken,
                busy ? Optional.of(new Running(Transition.Kind.FADE, 3, 21)) : Optional.empty(),
                sources);
    }

    @Override
    public Status preview(Source source) {
        if (!sources.contains(source)) {
            throw new ControlException(Obstacle.UNKNOWN, "There is no source '" + source + "'.");
        }
        preview = source;
        return status();
    }

    @Override
    public Status take(Transition transition, String admin) {
        if (busy) {
            throw new ControlException(Obstacle.CONFLICT, "A transition runs.");
        }
        told.add("take " + preview + " " + transition.kind() + " " + transition.length());
        taken = Optional.of(new Taken(SampleShow.START, Optional.of(admin), false, Optional.empty()));
        Source before = program;
        program = preview;
        preview = before;
        return status();
    }

    /** As after a restart. */
    public void bringBackBars() {
        program = Source.BARS;
        taken = Optional.of(new Taken(
                SampleShow.START,
                Optional.of("ada"),
                true,
                Optional.of(Instant.now().plus(BARS_KEPT))));
    }

    @Override
    public Status keep(String admin) {
        told.add("keep " + program);
        taken = Optional.of(new Taken(SampleShow.START, Optional.of(admin), false, Optional.empty()));
        return status();
    }

    @Override
    public byte[] still(View view) {
        if (view == View.PREVIEW && busy) {
            throw new ControlException(Obstacle.NOT_NOW, "The preview was not drawn in time.");
        }
        return PNG.clone();
    }

    @Override
    public synchronized Rundown rundown() {
        return new Rundown(held, cues);
    }

    @Override
    public Cue fire(String cue, String admin) {
        return set(cue, State.FIRED);
    }

    @Override
    public Cue skip(String cue, String admin) {
        return set(cue, State.SKIPPED);
    }

    @Override
    public Cue hold(String cue, String admin) {
        return set(cue, State.HELD);
    }

    @Override
    public Cue go(String cue, String admin) {
        return set(cue, State.PENDING);
    }

    private synchronized Cue set(String id, State state) {
        for (int i = 0; i < cues.size(); i++) {
            Cue cue = cues.get(i);
            if (cue.id().equals(id)) {
                Optional<Instant> fired = state == State.FIRED ? Optional.of(SampleShow.START) : Optional.empty();
                cues.set(
                        i,
                        new Cue(
                                id,
                                cue.label(),
                                new Cue.Times(cue.at(), cue.times().planned(), fired),
                                cue.action(),
                                cue.automatic(),
                                state));
                told.add(state + " " + id);
                return cues.get(i);
            }
        }
        throw new ControlException(Obstacle.UNKNOWN, "There is no such cue; see the rundown.");
    }

    @Override
    public synchronized Cue add(Instant at, String label, Cue.Action action, String admin) {
        Cue cue = new Cue("added-1", label, new Cue.Times(at, at, Optional.empty()), action, false, State.PENDING);
        cues.add(cue);
        return cue;
    }

    @Override
    public synchronized Rundown holdAll(boolean all, String admin) {
        held = all;
        return rundown();
    }

    private static byte[] png() {
        BufferedImage image = new BufferedImage(64, 36, BufferedImage.TYPE_INT_RGB);
        image.setRGB(8, 8, 0x00C0A0);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
