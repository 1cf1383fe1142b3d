package com.sothebais.console.commands;

import com.sothebais.api.auction.SessionId;
import com.sothebais.api.rehearsal.RehearsalException;
import com.sothebais.api.rehearsal.Rehearsals;
import com.sothebais.api.rehearsal.Rehearsals.Order;
import com.sothebais.api.rehearsal.Rehearsals.Rehearsed;
import com.sothebais.api.rehearsal.Rehearsals.Stage;
import com.sothebais.console.board.Board;
import com.sothebais.console.board.Words;
import java.io.PrintStream;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code sothebais:rehearse list|SESSION|abort ID}: plays a planned session with simulated bidders; nothing leaves the machine. */
@Service
@Command(
        scope = "sothebais",
        name = "rehearse",
        description = "Rehearses a planned session with simulated bidders, lists rehearsals, or aborts one")
public final class RehearseCommand implements Action {
    private static final long LOOK_MILLIS = 500;
    private static final int MESSAGE_MAX = 300;

    @Argument(index = 0, name = "what", description = "list, abort, or the session, see sothebais:campaigns")
    private String what = "list";

    @Argument(index = 1, name = "id", description = "The rehearsal, for abort")
    private String id = "";

    @Option(name = "--speed", description = "How many times faster than planned, 1 to " + Rehearsals.SPEED_MAX)
    private int speed = 60;

    @Option(name = "--seed", description = "Decides which bidder says what")
    private long seed = 20_260_101;

    @Option(name = "--follow", description = "Tells how it goes until it has ended; Ctrl-C ends the telling alone")
    private boolean follow;

    @Reference
    private Board board;

    @Override
    public Object execute() throws InterruptedException {
        run(board.rehearsals(), new Wish(what, id, speed, seed, follow), System.out, () -> Thread.sleep(LOOK_MILLIS));
        return null;
    }

    /** What was typed. */
    record Wish(String what, String id, int speed, long seed, boolean follow) {}

    /** Lets some time pass. */
    interface Pause {
        void pass() throws InterruptedException;
    }

    static void run(Optional<Rehearsals> part, Wish wish, PrintStream out, Pause pause) throws InterruptedException {
        if (part.isEmpty()) {
            out.println("The rehearsals are not running; see sothebais:status.");
            return;
        }
        Rehearsals rehearsals = part.get();
        switch (wish.what()) {
            case "list" -> list(rehearsals, out);
            case "abort" ->
                out.println(rehearsals
                        .abort(wish.id(), "shell")
                        .map(one -> isOver(one) ? "It is over: " + line(one) : "It ends.")
                        .orElse("There is no such rehearsal; see sothebais:rehearse list."));
            default -> start(rehearsals, wish, out, pause);
        }
    }

    private static void list(Rehearsals rehearsals, PrintStream out) {
        if (rehearsals.rehearsals().isEmpty()) {
            out.println("No rehearsal yet; start one with sothebais:rehearse SESSION.");
        }
        rehearsals.rehearsals().forEach(one -> {
            out.println(
                    one.id() + "  " + one.order().session() + "  " + one.order().speed() + "x");
            out.println("  " + line(one));
            one.progress().report().ifPresent(report -> out.println("  report " + report));
        });
    }

    private static void start(Rehearsals rehearsals, Wish wish, PrintStream out, Pause pause)
            throws InterruptedException {
        Rehearsed begun;
        try {
            begun = rehearsals.rehearse(new Order(new SessionId(wish.what()), wish.speed(), wish.seed()));
        } catch (RehearsalException | IllegalArgumentException e) {
            out.println("Refused: " + Words.line(e.getMessage(), MESSAGE_MAX));
            return;
        }
        out.println("Rehearsal " + begun.id() + " begins; the recording is " + begun.recording() + ".");
        if (wish.follow()) {
            follow(rehearsals, begun, out, pause);
        }
    }

    private static void follow(Rehearsals rehearsals, Rehearsed begun, PrintStream out, Pause pause)
            throws InterruptedException {
        String told = "";
        while (true) {
            Rehearsed now = rehearsals.rehearsals().stream()
                    .filter(one -> one.id().equals(begun.id()))
                    .findFirst()
                    .orElse(begun);
            if (!told.equals(line(now))) {
                told = line(now);
                out.println(told);
            }
            if (isOver(now)) {
                now.progress().report().ifPresent(report -> out.println("The report is " + report + "."));
                return;
            }
            pause.pass();
        }
    }

    private static boolean isOver(Rehearsed one) {
        Stage stage = one.progress().stage();
        return stage != Stage.PREPARING && stage != Stage.PLAYING;
    }

    private static String line(Rehearsed one) {
        return one.progress().stage() + " " + Words.line(one.progress().message(), MESSAGE_MAX);
    }
}
