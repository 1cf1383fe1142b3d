package com.sothebais.verifier;

import com.sothebais.verifier.LedgerFile.Entry;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The rules that the lines of a ledger follow besides their hashes: one verdict a post, one currency, and every accepted bid is above
 * those that stand. A bid that was voided stands no more. Time that runs backwards is told but no flaw: order comes from the chain.
 */
final class Standing {
    private static final String ACCEPTED = "ACCEPTED";
    private static final String VOIDED = "VOIDED";
    private static final Pattern INSTANT =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{3}|\\.[0-9]{6})?Z");
    private static final Pattern VERDICT = Pattern.compile("[A-Z][A-Z_]{0,63}");
    /** No amount has more digits: 2^256 has 78. */
    private static final Pattern UNITS = Pattern.compile("(0|[1-9][0-9]{0,77})?");

    private final Map<String, Entry> byPost = new HashMap<>();
    private final Deque<Entry> accepted = new ArrayDeque<>();
    private Instant last = Instant.MIN;
    private Optional<String> note = Optional.empty();
    private String currency;

    /** What each field may look like; two spellings of one value would be two hashes. */
    void checkForm(Entry entry) {
        if (!isInstant(entry.at())) {
            throw new Flaw("at", "the time is not an instant in UTC of at most microseconds");
        }
        if (!VERDICT.matcher(entry.verdict()).matches()) {
            throw new Flaw("verdict", "the verdict is not a code of capital letters");
        }
        if (!UNITS.matcher(entry.amountUnits()).matches()) {
            throw new Flaw("amountUnits", "the amount is not a whole number of smallest units");
        }
    }

    private static boolean isInstant(String at) {
        try {
            return INSTANT.matcher(at).matches() && Instant.parse(at).toString().equals(at);
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Takes a line whose hash holds. */
    void take(Entry entry) {
        Instant at = Instant.parse(entry.at());
        if (at.isBefore(last) && note.isEmpty()) {
            note = Optional.of(
                    "entry " + entry.index() + " is dated before the entry before it: the server's clock was set back");
        }
        last = at;
        if (currency != null && !currency.equals(entry.currency())) {
            throw new Flaw("currency", "the currency is not that of the entries before");
        }
        currency = entry.currency();
        if (entry.verdict().equals(VOIDED)) {
            takeBack(entry);
            return;
        }
        if (byPost.putIfAbsent(entry.post(), entry) != null) {
            throw new Flaw("post", "the post has a verdict already");
        }
        if (entry.verdict().equals(ACCEPTED)) {
            accept(entry);
        }
    }

    private void accept(Entry entry) {
        if (entry.amountUnits().isEmpty()) {
            throw new Flaw("amountUnits", "an accepted bid has no amount");
        }
        if (!accepted.isEmpty() && units(entry).compareTo(units(accepted.peek())) <= 0) {
            throw new Flaw("amountUnits", "the accepted amount is not above the highest that stands");
        }
        accepted.push(entry);
    }

    private void takeBack(Entry entry) {
        Entry bid = byPost.get(entry.post());
        if (bid == null || !accepted.remove(bid)) {
            throw new Flaw("post", "what is voided is not an accepted bid that stands");
        }
        if (!bid.bidder().equals(entry.bidder())) {
            throw new Flaw("bidder", "the voided bid is of another bidder");
        }
        if (!entry.amountUnits().isEmpty() && !entry.amountUnits().equals(bid.amountUnits())) {
            throw new Flaw("amountUnits", "the voided bid has another amount");
        }
    }

    Optional<String> note() {
        return note;
    }

    Optional<Finding.Bid> highest() {
        return Optional.ofNullable(accepted.peek())
                .map(bid -> new Finding.Bid(bid.post(), bid.bidder(), bid.amountUnits(), bid.currency()));
    }

    private static BigInteger units(Entry entry) {
        return new BigInteger(entry.amountUnits());
    }
}
