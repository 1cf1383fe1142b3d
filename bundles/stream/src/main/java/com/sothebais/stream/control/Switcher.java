package com.sothebais.stream.control;

import com.sothebais.api.auction.CampaignId;
import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.ShowControl;
import com.sothebais.api.stream.Size;
import com.sothebais.api.stream.Source;
import com.sothebais.api.stream.Transition;
import com.sothebais.stream.control.ProgramBus.Change;
import com.sothebais.stream.scene.Damage;
import com.sothebais.stream.scene.Slate;
import com.sothebais.stream.scene.Stage;
import com.sothebais.stream.transition.Effect;
import com.sothebais.stream.transition.Effect.Pictures;
import com.sothebais.stream.transition.Effects;
import com.sothebais.stream.video.Compositor;
import com.sothebais.stream.video.Compositor.Picture;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the source on program onto the picture and mixes pictures while a transition runs; otherwise the pixels pass through as
 * they are. Used by the thread that makes frames.
 */
public final class Switcher {
    private static final Logger LOG = LoggerFactory.getLogger(Switcher.class);
    private static final long NANOS_A_SECOND = 1_000_000_000L;

    private final Desk desk;
    private final Scenes show;
    private final Compositor compositor;
    private final int fps;
    private final List<Area> all;
    private final int[] before;
    private final int[] mixed;
    private final Effects effects;
    private Source program = Source.SHOW;
    private Scenes shown;
    private Optional<Running> running = Optional.empty();
    private int[] sent = {};
    // Whose picture is on air.
    private Optional<CampaignId> seen = Optional.empty();
    private Stage asked = Stage.EMPTY;
    private Optional<CampaignId> answer = Optional.empty();

    /**
     * A transition on air.
     *
     * @param began index of the frame that is its first step
     * @param switched whether the new picture has been drawn
     */
    private record Running(Change change, Scenes next, Effect effect, int steps, long began, boolean switched) {
        int step(long index) {
            return (int) Math.min(steps + 1L, index - began + 1);
        }

        Running waiting(long index) {
            // The next frame is the one at which the picture changes, again.
            return new Running(change, next, effect, steps, index + 2 - effect.switchStep(steps), false);
        }

        Running drawn() {
            return new Running(change, next, effect, steps, began, true);
        }
    }

    /** @param show the source that is on program at first */
    public Switcher(Desk desk, Scenes show, Compositor compositor, Size size, int fps) {
        this.desk = desk;
        this.show = show;
        this.shown = show;
        this.compositor = compositor;
        this.fps = fps;
        this.all = Damage.all(size);
        this.before = new int[size.width() * size.height()];
        this.mixed = new int[before.length];
        this.effects = new Effects(size);
    }

    /** What is on program, or becomes it in the transition that runs. */
    public Source program() {
        return running.map(change -> change.change().source()).orElse(program);
    }

    /**
     * Brings the moment onto the picture.
     *
     * @param waitNanos how long to wait for the renderer
     * @return false when it was not ready in time and the picture is the one before
     */
    public boolean show(Moment moment, Picture picture, long waitNanos) {
        Optional<CampaignId> campaign = campaign(moment.stage());
        if (!campaign.equals(seen)) {
            forgetBefore();
        }
        desk.next(moment).ifPresent(change -> begin(change, moment.index(), campaign.equals(seen)));
        boolean drawn = running.isEmpty()
                ? draw(moment, shown, picture, waitNanos)
                : transit(running.get(), moment, picture, waitNanos);
        if (drawn) {
            seen = campaign;
            desk.stills().offer(this::copy);
        }
        return drawn;
    }

    /** Has the renderer draw what the moment will show, as far as that is known before its time. */
    public void ahead(Moment moment) {
        // Pictures that are mixed are made in their frame, and so is the first one of another campaign.
        if (running.isEmpty() && campaign(moment.stage()).equals(seen)) {
            compositor.ahead(shown.compose(moment.stage(), moment.host(), moment.now(), moment.index()));
        }
    }

    /** Whose session it is; looked for only when the stage is another. */
    private Optional<CampaignId> campaign(Stage stage) {
        if (stage != asked) {
            asked = stage;
            answer = stage.show().session().map(session -> session.plan().campaign());
        }
        return answer;
    }

    /** Nothing of a campaign is seen once the show is of another, for those who may see the one may not see the other. */
    private void forgetBefore() {
        running.filter(now -> now.effect().keepsBefore()).ifPresent(now -> atOnce(now.change(), now.next()));
    }

    /** @param mayKeep whether the picture on air may be part of those that come */
    private void begin(Change change, long index, boolean mayKeep) {
        Optional<Scenes> next = change.source().equals(Source.SHOW)
                ? Optional.of(show)
                : change.source().equals(program) ? Optional.of(shown) : desk.open(change.source());
        if (next.isEmpty()) {
            LOG.warn("the source '{}' is gone; '{}' stays on program", change.source(), program);
            desk.dropped(change);
            return;
        }
        int steps = (int) (change.transition().length().toNanos() * fps / NANOS_A_SECOND);
        if (change.transition().kind() == Transition.Kind.CUT || steps == 0) {
            atOnce(change, next.get());
            return;
        }
        Effect effect = effects.of(change.transition().kind());
        if (effect.keepsBefore() && !mayKeep) {
            atOnce(change, next.get());
            return;
        }
        if (effect.keepsBefore() && !compositor.copy(before)) {
            // It is being drawn; the transition begins with the next frame.
            return;
        }
        desk.began(change);
        sent = effect.keepsBefore() ? before : new int[0];
        running = Optional.of(new Running(change, next.get(), effect, steps, index, false));
    }

    private void atOnce(Change change, Scenes next) {
        running = Optional.empty();
        onProgram(change, next);
        // What was mixed is not what the renderer drew.
        compositor.repaint();
        desk.began(change);
        desk.runs(Optional.empty());
    }

    private boolean transit(Running now, Moment moment, Picture picture, long waitNanos) {
        int step = now.step(moment.index());
        boolean changed = now.switched() || step >= now.effect().switchStep(now.steps());
        boolean over = step > now.steps() && changed;
        // Every frame is another picture everywhere, and the first after the last is the renderer's own, whole.
        compositor.repaint();
        Picture onto = over ? picture : (pixels, areas) -> mix(now, pixels, step, picture);
        boolean drawn = draw(moment, changed ? now.next() : shown, onto, waitNanos);
        if (!drawn) {
            running = Optional.of(changed && !now.switched() ? now.waiting(moment.index()) : now);
        } else if (over) {
            onProgram(now.change(), now.next());
            running = Optional.empty();
        } else if (changed && !now.switched()) {
            running = Optional.of(now.drawn());
        }
        desk.runs(running.map(left -> new ShowControl.Running(
                left.change().transition().kind(), Math.min(step, left.steps()), left.steps())));
        return drawn;
    }

    private void onProgram(Change change, Scenes next) {
        program = change.source();
        shown = next;
    }

    private void mix(Running now, int[] pixels, int step, Picture picture) {
        now.effect().mix(new Pictures(before, pixels, mixed), step, now.steps());
        sent = mixed;
        picture.paint(mixed, all);
    }

    private boolean draw(Moment moment, Scenes scenes, Picture picture, long waitNanos) {
        Scene scene = scenes.compose(moment.stage(), moment.host(), moment.now(), moment.index());
        return compositor.show(scene, () -> Slate.of(moment.stage(), moment.now()), picture, waitNanos);
    }

    /** Copies what was sent last. */
    private boolean copy(int[] into) {
        if (running.isEmpty()) {
            return compositor.copy(into);
        }
        System.arraycopy(sent, 0, into, 0, sent.length);
        return sent.length > 0;
    }
}
