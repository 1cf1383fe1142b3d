package com.sothebais.verifier;

import com.sothebais.verifier.Finding.Verdict;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The command: exit code 0 says intact, 1 broken, 2 that nothing could be checked. */
public final class Main {
    private static final String USAGE = "usage: verify FILE|-|URL [--root HEX]\n"
            + "  FILE is a downloaded ledger, - reads it from standard input, URL asks a server for it;\n"
            + "  --root compares with the root as published elsewhere: the closing post, the chain";
    private static final int HEX_DIGITS = 64;

    private Main() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream errors = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), System.in, out, errors));
    }

    static int run(List<String> arguments, InputStream in, PrintStream out, PrintStream errors) {
        List<String> words = new ArrayList<>(arguments);
        Optional<String> root = Optional.empty();
        int at = words.indexOf("--root");
        if (at >= 0 && at + 1 < words.size()) {
            String given = words.remove(at + 1).toLowerCase(Locale.ROOT);
            words.remove(at);
            root = Optional.of(given.startsWith("0x") ? given.substring(2) : given);
            if (!root.get().matches("[0-9a-f]{" + HEX_DIGITS + "}")) {
                errors.println("verify: --root needs 64 hexadecimal digits");
                return Verdict.UNREADABLE.ordinal();
            }
        }
        if (words.size() != 1 || words.get(0).startsWith("--")) {
            errors.println(USAGE);
            return Verdict.UNREADABLE.ordinal();
        }
        Finding finding = find(words.get(0), in, root);
        if (finding.verdict() == Verdict.UNREADABLE) {
            errors.println("unreadable: " + words.get(0) + ": " + finding.sentence());
        } else {
            tell(finding, root.isPresent(), out);
        }
        return finding.verdict().ordinal();
    }

    private static Finding find(String name, InputStream in, Optional<String> root) {
        try {
            return Verifier.verify(Source.read(name, in), root);
        } catch (Unreadable e) {
            return Finding.unreadable(e.getMessage());
        } catch (OutOfMemoryError e) {
            // Reached only with a small -Xmx; the file itself may be well.
            return Finding.unreadable("there is not enough memory to read it; give Java more with -Xmx");
        }
    }

    private static void tell(Finding finding, boolean compared, PrintStream out) {
        if (finding.verdict() == Verdict.BROKEN) {
            out.println("broken: " + finding.sentence());
            finding.root().ifPresent(root -> out.println("  root computed  " + root));
            return;
        }
        out.println("intact: " + finding.sentence());
        out.println("  root     " + finding.root().orElseThrow()
                + (compared ? " (as given)" : "; compare it with the root in the closing post or on the chain"));
        out.println("  entries  " + finding.entries());
        out.println("  highest  "
                + finding.highest()
                        .map(bid -> bid.bidder() + " with " + bid.units() + " smallest units of " + bid.currency()
                                + " (post " + bid.post() + ")")
                        .orElse("no bid stands"));
        finding.note().ifPresent(note -> out.println("  note     " + note));
    }
}
