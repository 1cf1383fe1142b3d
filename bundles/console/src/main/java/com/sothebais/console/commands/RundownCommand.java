package com.sothebais.console.commands;

import com.sothebais.api.stream.Cue;
import com.sothebais.api.stream.Rundown;
import com.sothebais.api.stream.ShowControl;
import com.sothebais.api.stream.ShowControl.ControlException;
import com.sothebais.console.board.Board;
import com.sothebais.console.board.Words;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code sothebais:rundown [list|fire|skip|hold|go] [CUE]}: what happens on the stream and when; hold and go alone mean all. */
@Service
@Command(
        scope = "sothebais",
        name = "rundown",
        description = "What happens on the stream and when; fires, skips, holds a cue or lets it go on")
public final class RundownCommand implements Action {
    private static final String PERSON = "shell";

    @Argument(index = 0, name = "what", description = "list, fire, skip, hold or go")
    private String what = "list";

    @Argument(index = 1, name = "cue", description = "Which cue; left out, hold and go mean the whole rundown")
    private String cue = "";

    @Reference
    private Board board;

    @Override
    public Object execute() {
        run(board.control(), what, cue, System.out);
        return null;
    }

    static void run(Optional<ShowControl> control, String what, String cue, PrintStream out) {
        if (control.isEmpty()) {
            out.println("The stream is not running; see sothebais:status.");
            return;
        }
        try {
            if (cue.isEmpty()) {
                all(control.get(), what, out);
            } else {
                one(control.get(), what, cue, out);
            }
        } catch (ControlException e) {
            out.println("Not done: " + e.getMessage());
        }
    }

    private static void all(ShowControl control, String what, PrintStream out) {
        switch (what) {
            case "list" -> table(control.rundown(), out);
            case "hold" -> table(control.holdAll(true, PERSON), out);
            case "go" -> table(control.holdAll(false, PERSON), out);
            default -> out.println("Expected list, hold or go, or fire, skip, hold or go with a cue.");
        }
    }

    private static void one(ShowControl control, String what, String id, PrintStream out) {
        switch (what) {
            case "fire" -> say(control.fire(id, PERSON), out);
            case "skip" -> say(control.skip(id, PERSON), out);
            case "hold" -> say(control.hold(id, PERSON), out);
            case "go" -> say(control.go(id, PERSON), out);
            default -> out.println("Expected fire, skip, hold or go, got '" + what + "'.");
        }
    }

    private static void say(Cue cue, PrintStream out) {
        out.println(cue.id() + ": " + cue.state().name().toLowerCase(Locale.ROOT) + ".");
    }

    private static void table(Rundown rundown, PrintStream out) {
        ShellTable table = Tables.table("Cue", "What", "At", "Does", "State").emptyTableText("No cues.");
        rundown.cues()
                .forEach(cue -> Tables.row(
                        table,
                        cue.id(),
                        cue.label(),
                        Words.time(cue.at()) + moved(cue),
                        cue.action().fold(DEEDS),
                        cue.state().name()));
        table.print(out);
        if (rundown.held()) {
            out.println("The whole rundown is held; sothebais:rundown go lets it go on.");
        }
    }

    private static String moved(Cue cue) {
        boolean same = cue.at().getEpochSecond() == cue.times().planned().getEpochSecond();
        return same ? "" : ", was " + Words.time(cue.times().planned());
    }

    private static final Cue.Action.Cases<String> DEEDS = new Cue.Action.Cases<>() {
        @Override
        public String take(Cue.Take action) {
            return "take " + action.source() + ", " + action.transition().kind();
        }

        @Override
        public String sting(Cue.Sting action) {
            return "next lot, " + action.transition().kind();
        }

        @Override
        public String feel(Cue.Feel action) {
            return "mood " + action.mood();
        }

        @Override
        public String say(Cue.Say action) {
            return "says \"" + action.text() + "\"";
        }

        @Override
        public String mark(Cue.Mark action) {
            return "";
        }
    };
}
