package com.sothebais.console.commands;

import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.EventLogException;
import com.sothebais.api.event.Recorded;
import com.sothebais.console.board.Board;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code sothebais:story CORRELATION}: everything that followed from one post, with the times between. */
@Service
@Command(
        scope = "sothebais",
        name = "story",
        description = "Everything that followed from one post, such as sandbox/17, with the times")
public final class StoryCommand implements Action {
    /** Most facts shown, the newest. */
    static final int FACTS_MAX = 200;

    @Argument(index = 0, name = "correlation", description = "The post's id as network/id", required = true)
    private String correlation = "";

    @Reference
    private Board board;

    @Override
    public Object execute() {
        print(board.log(), correlation, System.out);
        return null;
    }

    static void print(Optional<EventLog> log, String correlation, PrintStream out) {
        if (log.isEmpty()) {
            out.println("The event log is not running; see sothebais:status.");
            return;
        }
        try {
            List<Recorded> facts = log.get().correlated(new CorrelationId(correlation), FACTS_MAX);
            if (facts.isEmpty()) {
                out.println("There is no such story; a bid's story is the id of its post.");
            } else {
                ShowTables.story(facts, out);
            }
        } catch (IllegalArgumentException | EventLogException e) {
            out.println("The story cannot be told: " + e.getMessage() + ".");
        }
    }
}
