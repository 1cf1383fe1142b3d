package com.sothebais.console.commands;

import com.sothebais.api.event.Decree;
import com.sothebais.api.event.EventId;
import com.sothebais.api.event.EventLogException;
import com.sothebais.api.event.Replays;
import com.sothebais.api.event.Replays.Selection;
import com.sothebais.console.board.Board;
import java.io.PrintStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code sothebais:replays [list|start SUBSCRIBER|stop NUMBER]}: facts that readers get once more. */
@Service
@Command(
        scope = "sothebais",
        name = "replays",
        description = "Gives a reader of the log, or its shadow without side effects, some facts once more")
public final class ReplaysCommand implements Action {
    @Argument(index = 0, name = "what", description = "list, start or stop")
    private String what = "list";

    @Argument(index = 1, name = "which", description = "The reader for start, the number for stop")
    private String which = "";

    @Option(name = "--event", description = "One fact by its id")
    private String event = "";

    @Option(name = "--from", description = "First position, or first instant such as 2026-11-21T19:00:00Z")
    private String from = "";

    @Option(name = "--to", description = "Last position, inclusive, or the instant before which")
    private String to = "";

    @Option(name = "--itself", description = "Into the reader itself, with its side effects, instead of its shadow")
    private boolean itself;

    @Option(name = "--reason", description = "Why, for start; kept in the log for ever")
    private String reason = "";

    @Reference
    private Board board;

    @Override
    public Object execute() {
        run(board.replays(), new Wish(what, which, new Facts(event, from, to), itself, reason), System.out);
        return null;
    }

    /** Which facts, as typed. */
    record Facts(String event, String from, String to) {
        Selection selection() {
            if (!event.isEmpty()) {
                return new Selection.One(new EventId(UUID.fromString(event)));
            }
            if (from.isEmpty() || to.isEmpty()) {
                throw new IllegalArgumentException("say which facts: --event ID, or --from and --to");
            }
            return from.matches("[0-9]{1,18}")
                    ? new Selection.Positions(Long.parseLong(from), Long.parseLong(to))
                    : new Selection.Times(Instant.parse(from), Instant.parse(to));
        }
    }

    /** What was typed. */
    record Wish(String what, String which, Facts facts, boolean itself, String reason) {}

    static void run(Optional<Replays> replays, Wish wish, PrintStream out) {
        if (replays.isEmpty()) {
            out.println("The event log is not running; see sothebais:status.");
            return;
        }
        try {
            switch (wish.what()) {
                case "list" -> ShowTables.replays(replays.get().replays(), out);
                case "start" -> start(replays.get(), wish, out);
                case "stop" ->
                    out.println(
                            replays.get().stop(Long.parseLong(wish.which()))
                                    ? "Stopped."
                                    : "There is no such replay that runs; see sothebais:replays.");
                default -> out.println("Expected list, start or stop, got '" + wish.what() + "'.");
            }
        } catch (IllegalArgumentException | DateTimeException | EventLogException e) {
            out.println("Refused: " + e.getMessage() + ".");
        }
    }

    private static void start(Replays replays, Wish wish, PrintStream out) {
        if (wish.reason().isBlank() || wish.reason().length() > Decree.REASON_MAX) {
            out.println("Say why, in at most " + Decree.REASON_MAX + " characters: --reason \"...\"");
            return;
        }
        Replays.Replay replay = replays.start(
                wish.which(), wish.facts().selection(), !wish.itself(), new Decree("shell", wish.reason()));
        out.println("Replay " + replay.number() + " gives positions " + replay.from() + " to " + replay.to() + " to "
                + (replay.shadow() ? "the shadow of " : "") + replay.subscriber() + "; see sothebais:replays.");
    }
}
