package com.sothebais.console.commands;

import com.sothebais.api.stream.Curtain;
import com.sothebais.api.stream.OutputStatus;
import com.sothebais.api.stream.StreamOutputs;
import com.sothebais.console.board.Board;
import java.io.PrintStream;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code sothebais:outputs [list|retry NAME]}: where the stream goes, and the button for one that waits. */
@Service
@Command(
        scope = "sothebais",
        name = "outputs",
        description = "Where the stream goes, and lets an output that waits for its next attempt try again now")
public final class OutputsCommand implements Action {
    @Argument(index = 0, name = "what", description = "list or retry")
    private String what = "list";

    @Argument(index = 1, name = "name", description = "The output, for retry")
    private String name = "";

    @Reference
    private Board board;

    @Override
    public Object execute() {
        run(board.outputs(), what, name, System.out);
        return null;
    }

    static void run(Optional<StreamOutputs> outputs, String what, String name, PrintStream out) {
        if (outputs.isEmpty()) {
            out.println("The stream is not running; see sothebais:status.");
            return;
        }
        switch (what) {
            case "list" -> ShowTables.outputs(outputs.get().outputs(), out);
            case "retry" ->
                out.println(outputs.get()
                        .retry(name, "shell")
                        .map(OutputsCommand::answer)
                        .orElse("There is no such output now; see sothebais:outputs."));
            default -> out.println("Expected list or retry, got '" + what + "'.");
        }
    }

    private static String answer(OutputStatus status) {
        return switch (status.state()) {
            case UP -> "It is up.";
            case CONNECTING -> "It is connecting.";
            case WAITING ->
                status.failure().filter(Curtain.HELD::equals).isPresent()
                        ? "It is " + Curtain.HELD + " and comes back by itself."
                        : "It tries again now.";
            case FAILED -> "It has given up for good; start a new one instead.";
        };
    }
}
