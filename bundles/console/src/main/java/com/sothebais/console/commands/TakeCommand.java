package com.sothebais.console.commands;

import com.sothebais.api.stream.ShowControl;
import com.sothebais.api.stream.ShowControl.ControlException;
import com.sothebais.api.stream.Source;
import com.sothebais.api.stream.Transition;
import com.sothebais.api.stream.Transition.Kind;
import com.sothebais.console.board.Board;
import com.sothebais.console.board.Words;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code sothebais:take [SOURCE] [cut|fade|wipe|stinger]}: puts a source on program; alone it shows how the desk stands. */
@Service
@Command(
        scope = "sothebais",
        name = "take",
        description =
                "Puts a source on program: show, bars, or the name of a layout; alone it shows how the desk stands")
public final class TakeCommand implements Action {
    @Argument(index = 0, name = "source", description = "What to put on program")
    private String source = "";

    @Argument(index = 1, name = "transition", description = "cut, fade, wipe or stinger")
    private String transition = "cut";

    @Option(name = "--millis", description = "How long the transition takes, at most 3000; the usual length otherwise")
    private int millis = -1;

    @Reference
    private Board board;

    @Override
    public Object execute() {
        run(board.control(), new Wish(source, transition, millis), System.out);
        return null;
    }

    /** What is to be taken. @param millis negative for the usual length */
    record Wish(String source, String transition, int millis) {}

    static void run(Optional<ShowControl> control, Wish wish, PrintStream out) {
        if (control.isEmpty()) {
            out.println("The stream is not running; see sothebais:status.");
            return;
        }
        try {
            if (wish.source().isEmpty()) {
                status(control.get().status(), out);
                return;
            }
            Transition transition = transition(wish);
            control.get().preview(new Source(wish.source()));
            status(control.get().take(transition, "shell"), out);
        } catch (IllegalArgumentException | ControlException e) {
            out.println("Not taken: " + e.getMessage());
        }
    }

    private static Transition transition(Wish wish) {
        Kind kind = Arrays.stream(Kind.values())
                .filter(known -> known.name().equals(wish.transition().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected cut, fade, wipe or stinger"));
        return wish.millis() < 0 ? Transition.of(kind) : new Transition(kind, Duration.ofMillis(wish.millis()));
    }

    private static void status(ShowControl.Status status, PrintStream out) {
        out.println("Program: " + status.program());
        out.println("Preview: " + status.preview());
        status.taken().ifPresent(taken -> out.println("Taken:   " + how(taken)));
        status.running()
                .ifPresent(running ->
                        out.println(running.kind() + " " + running.frame() + " of " + running.frames() + " frames"));
        out.println("Sources: "
                + String.join(", ", status.sources().stream().map(Source::name).toList()));
    }

    private static String how(ShowControl.Taken taken) {
        return Words.time(taken.at()) + " by " + taken.admin().orElse("the rundown")
                + (taken.restored() ? ", brought back by a restart" : "")
                + taken.until().map(end -> ", until " + Words.time(end)).orElse("");
    }
}
