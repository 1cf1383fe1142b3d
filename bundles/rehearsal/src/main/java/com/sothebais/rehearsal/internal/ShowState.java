package com.sothebais.rehearsal.internal;

import com.sothebais.api.event.Recorded;
import com.sothebais.api.show.ShowView;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** The newest state of the show, folded from the log by one thread and waited for by another. Thread-safe. */
final class ShowState {
    private ShowView view = ShowView.EMPTY;
    private boolean caughtUp;

    synchronized void after(Recorded recorded) {
        view = view.after(recorded);
        notifyAll();
    }

    synchronized void caughtUp() {
        caughtUp = true;
        notifyAll();
    }

    /** The state once everything that was in the log at the start is in it. */
    synchronized Optional<ShowView> caughtUpView() {
        return caughtUp ? Optional.of(view) : Optional.empty();
    }

    synchronized ShowView view() {
        return view;
    }

    /** Whether everything that was in the log at the start has been folded in, waiting for it at most that long. */
    synchronized boolean awaitCaughtUp(Duration longest) throws InterruptedException {
        return await(longest, () -> caughtUp);
    }

    /** Whether the condition holds, waiting for it at most that long. */
    synchronized boolean await(Predicate<ShowView> condition, Duration longest) throws InterruptedException {
        return await(longest, () -> condition.test(view));
    }

    /** Returns at the next change behind {@code position}, or after that time. */
    synchronized void awaitChange(long position, Duration longest) throws InterruptedException {
        await(longest, () -> view.position() > position);
    }

    private interface Condition {
        boolean holds();
    }

    private boolean await(Duration longest, Condition condition) throws InterruptedException {
        long deadline = System.nanoTime() + longest.toNanos();
        for (long left = longest.toNanos(); !condition.holds(); left = deadline - System.nanoTime()) {
            if (left <= 0) {
                return false;
            }
            wait(Math.max(1, left / 1_000_000));
        }
        return true;
    }
}
