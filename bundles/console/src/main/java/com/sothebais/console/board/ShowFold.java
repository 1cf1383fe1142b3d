package com.sothebais.console.board;

import com.sothebais.api.event.Recorded;
import com.sothebais.api.show.ShowView;
import java.util.Optional;

/**
 * Folds the log into the show. One thread writes, any thread reads. While the log is read anew readers keep the last complete
 * state.
 */
final class ShowFold {
    private ShowView folding = ShowView.EMPTY;
    private boolean caughtUp;
    private volatile Optional<ShowView> current = Optional.empty();

    Optional<ShowView> current() {
        return current;
    }

    void on(Recorded recorded) {
        if (recorded.position() <= folding.position()) {
            folding = ShowView.EMPTY;
            caughtUp = false;
        }
        folding = folding.after(recorded);
        if (caughtUp) {
            current = Optional.of(folding.onStage());
        }
    }

    void caughtUp() {
        caughtUp = true;
        current = Optional.of(folding.onStage());
    }
}
