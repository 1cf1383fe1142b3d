package com.sothebais.auction.grammar.corpus;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The command {@code ./sothebais parse-bids FILE.tsv}: one line a row with id, intent, amount, currency and error on standard output,
 * then the count of disagreements with the file; what they are goes to standard error.
 */
public final class ParseBids {
    private static final int AGREED = 0;
    private static final int DISAGREED = 1;
    private static final int BAD_INPUT = 2;

    private final PrintStream out;
    private final PrintStream notes;

    ParseBids(PrintStream out, PrintStream notes) {
        this.out = out;
        this.notes = notes;
    }

    /** Ends with 0 when the file agrees, 1 when it does not somewhere, 2 when it cannot be read as a whole. */
    public static void main(String[] arguments) {
        PrintStream out = stream(FileDescriptor.out);
        PrintStream notes = stream(FileDescriptor.err);
        int code = new ParseBids(out, notes).run(arguments);
        out.flush();
        notes.flush();
        System.exit(code);
    }

    int run(String... arguments) {
        if (arguments.length != 1) {
            notes.println("parse-bids needs one file: ./sothebais parse-bids FILE.tsv");
            return BAD_INPUT;
        }
        Table table;
        try {
            table = Table.of(Path.of(arguments[0]));
        } catch (IOException e) {
            notes.println("parse-bids: " + e.getMessage());
            return BAD_INPUT;
        }
        int disagreements = print(table);
        table.faults().forEach(fault -> notes.println("parse-bids: " + fault));
        out.println("# " + disagreements + " disagreements of " + table.rows().size() + " rows");
        if (!table.faults().isEmpty()) {
            return BAD_INPUT;
        }
        return disagreements == 0 ? AGREED : DISAGREED;
    }

    private int print(Table table) {
        int disagreements = 0;
        int falseBids = 0;
        for (Row row : table.rows()) {
            Outcome outcome = Outcome.of(row.text(), row.situation());
            out.println(String.join(
                    "\t", row.id(), outcome.intent(), outcome.amount(), outcome.currency(), outcome.error()));
            row.situation()
                    .unknown()
                    .forEach(part ->
                            notes.println("line " + row.line() + ": the context \"" + part + "\" means nothing here"));
            if (!row.agrees(outcome)) {
                disagreements++;
                boolean falseBid = outcome.binds() && !row.mustBind();
                falseBids += falseBid ? 1 : 0;
                notes.println("line " + row.line() + " " + row.id() + (falseBid ? " FALSE BID" : "") + ": expected "
                        + row.expectation() + ", read " + said(outcome) + ": "
                        + row.text().replace("\n", "\\n"));
            }
        }
        if (falseBids > 0) {
            notes.println(falseBids + " rows bind and must not");
        }
        return disagreements;
    }

    private static String said(Outcome outcome) {
        return String.join(" ", outcome.intent(), outcome.amount(), outcome.currency(), outcome.error())
                .replaceAll(" +", " ")
                .strip();
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
