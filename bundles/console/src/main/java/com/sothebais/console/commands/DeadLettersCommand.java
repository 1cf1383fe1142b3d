package com.sothebais.console.commands;

import com.sothebais.api.event.DeadLetters;
import com.sothebais.api.event.Decree;
import com.sothebais.console.board.Board;
import java.io.PrintStream;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code sothebais:deadletters [list|retry|drop|edit SUBSCRIBER POSITION]}: facts that a reader could not take. */
@Service
@Command(
        scope = "sothebais",
        name = "deadletters",
        description = "Facts that a reader could not take, and the three ways out")
public final class DeadLettersCommand implements Action {
    @Argument(index = 0, name = "what", description = "list, retry, drop or edit")
    private String what = "list";

    @Argument(index = 1, name = "subscriber", description = "The reader, for all but list")
    private String subscriber = "";

    @Argument(index = 2, name = "position", description = "The position in the log, for all but list")
    private long position;

    @Option(name = "--reason", description = "Why, for all but list; kept in the log for ever")
    private String reason = "";

    @Option(name = "--payload", description = "For edit: JSON of the fact that the reader gets instead")
    private String payload = "";

    @Reference
    private Board board;

    @Override
    public Object execute() {
        run(board.deadLetters(), new Wish(what, subscriber, position, payload, reason), System.out);
        return null;
    }

    /** What was typed. */
    record Wish(String what, String subscriber, long position, String payload, String reason) {
        Decree decree() {
            return new Decree("shell", reason);
        }
    }

    static void run(Optional<DeadLetters> letters, Wish wish, PrintStream out) {
        if (letters.isEmpty()) {
            out.println("The event log is not running; see sothebais:status.");
            return;
        }
        if (!wish.what().equals("list")
                && (wish.reason().isBlank() || wish.reason().length() > Decree.REASON_MAX)) {
            out.println("Say why, in at most " + Decree.REASON_MAX + " characters: --reason \"...\"");
            return;
        }
        switch (wish.what()) {
            case "list" -> Tables.deadLetters(letters.get().list(), out);
            case "retry" -> say(letters.get().retry(wish.subscriber(), wish.position(), wish.decree()), "Taken.", out);
            case "drop" -> say(letters.get().drop(wish.subscriber(), wish.position(), wish.decree()), "Dropped.", out);
            case "edit" -> edit(letters.get(), wish, out);
            default -> out.println("Expected list, retry, drop or edit, got '" + wish.what() + "'.");
        }
    }

    private static void edit(DeadLetters letters, Wish wish, PrintStream out) {
        try {
            say(letters.edit(wish.subscriber(), wish.position(), wish.payload(), wish.decree()), "Edited.", out);
        } catch (IllegalArgumentException e) {
            out.println("It cannot be edited so: " + e.getMessage() + ".");
        }
    }

    private static void say(boolean done, String yes, PrintStream out) {
        out.println(done ? yes : "There is no such dead letter, or it failed again; see sothebais:deadletters.");
    }
}
