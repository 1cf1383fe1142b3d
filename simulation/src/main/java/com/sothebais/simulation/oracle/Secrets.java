package com.sothebais.simulation.oracle;

import static com.sothebais.simulation.oracle.Violation.require;

import com.sothebais.api.event.Recorded;
import com.sothebais.api.money.Money;
import java.util.LinkedHashSet;
import java.util.Set;

/** Private maxima and where they must not appear. The simulated ones have so many digits that no other amount contains them. */
final class Secrets {
    private final Set<Money> secrets = new LinkedHashSet<>();

    void keep(Money maximum) {
        secrets.add(maximum);
    }

    /** A bid of that amount was made, so everybody may know it. */
    void told(Money amount) {
        secrets.remove(amount);
    }

    void check(Recorded recorded) {
        if (!recorded.event().confidential() && !secrets.isEmpty()) {
            check(recorded.event().toString(), "a public fact");
        }
    }

    void check(String text, String where) {
        for (Money secret : secrets) {
            boolean there = says(text, secret.units().toString()) || says(text, secret.decimal());
            require(!there, Invariant.SECRET, "the private maximum %s is in %s: %s", secret, where, text);
        }
    }

    /** As a number of its own: a hash may have any digits in it. */
    private static boolean says(String text, String number) {
        for (int at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1)) {
            int end = at + number.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)) && text.charAt(at - 1) != '.';
            boolean ends = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
            if (begins && ends) {
                return true;
            }
        }
        return false;
    }
}
