package com.sothebais.benchmarks.kills;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the log from its beginning and holds it against what was offered and acknowledged. */
final class Audit {
    /** Most violations that are put into words; the counts are complete. */
    private static final int WORDS_MAX = 20;

    private final List<String> violations = new ArrayList<>();
    private final Map<String, Integer> verdicts = new HashMap<>();
    private final Map<String, Integer> orders = new HashMap<>();
    private final Map<String, Integer> proxies = new HashMap<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final Map<String, Instant> newest = new HashMap<>();
    private final Map<String, Lot> lots = new HashMap<>();
    private long position;
    private int broken;
    private int backdated;
    private int lost;
    private int invented;
    private int accepted;
    private int voided;
    private int extended;

    /** A lot as its facts tell it. */
    private static final class Lot {
        private BigInteger price = BigInteger.ZERO;
        private Instant ends = Instant.MIN;
        private int entries;
        private boolean closed;
        private String root = "";
    }

    void take(String line) {
        if (line.startsWith("FACT")) {
            take(Fact.parse(line));
        } else if (line.startsWith("LEDGER")) {
            takeLedger(line.split("\t", -1));
        }
    }

    private void take(Fact fact) {
        if (fact.position() != position + 1) {
            wrong("position " + fact.position() + " follows " + position);
        }
        position = fact.position();
        long sequence = sequences.merge(fact.stream(), 1L, Long::sum);
        if (fact.sequence() != sequence) {
            wrong("sequence " + fact.sequence() + " of " + fact.stream() + " should be " + sequence);
        }
        Instant before = newest.merge(fact.stream(), fact.at(), (one, other) -> one.isAfter(other) ? one : other);
        if (before.isAfter(fact.at())) {
            backdated++;
        }
        Lot lot = lots.get(fact.lot());
        switch (fact.kind()) {
            case ACCEPTED -> {
                verdicts.merge(fact.subject(), 1, Integer::sum);
                accepted++;
                lead(fact, lot);
            }
            case PROXIED -> {
                proxies.merge(fact.subject(), 1, Integer::sum);
                lead(fact, lot);
            }
            case REFUSED -> {
                verdicts.merge(fact.subject(), 1, Integer::sum);
                enter(fact, lot);
            }
            case VOIDED -> takeBack(fact, lot);
            case ORDERED -> orders.merge(fact.subject(), 1, Integer::sum);
            case OPENED -> open(fact, lot);
            case EXTENDED -> extend(fact, lot);
            case CLOSED -> close(fact, lot);
            case OTHER -> {}
        }
    }

    /** One more line of the ledger. */
    private void enter(Fact fact, Lot lot) {
        if (lot != null) {
            lot.entries++;
            if (lot.closed) {
                wrong("post " + fact.subject() + " entered the ledger of " + fact.lot() + " after its close");
            }
        }
    }

    private void lead(Fact fact, Lot lot) {
        enter(fact, lot);
        if (lot == null) {
            wrong("post " + fact.subject() + " was accepted for " + fact.lot() + ", which never opened");
        } else if (fact.amount().compareTo(lot.price) <= 0) {
            wrong("post " + fact.subject() + " was accepted with " + fact.amount() + " at a price of " + lot.price);
        } else {
            lot.price = fact.amount();
        }
    }

    /** Only a void lets the price fall, and never lets it rise. */
    private void takeBack(Fact fact, Lot lot) {
        enter(fact, lot);
        voided++;
        if (lot == null || fact.amount().compareTo(lot.price) > 0) {
            wrong("the void of " + fact.subject() + " left a price of " + fact.amount());
        } else {
            lot.price = fact.amount();
        }
    }

    private void open(Fact fact, Lot known) {
        if (known != null) {
            wrong(fact.lot() + " opened again at position " + fact.position());
            return;
        }
        Lot lot = new Lot();
        lot.ends = Instant.parse(fact.detail());
        lots.put(fact.lot(), lot);
    }

    private void extend(Fact fact, Lot lot) {
        Instant to = Instant.parse(fact.detail());
        extended++;
        if (lot == null || lot.closed || !to.isAfter(lot.ends)) {
            wrong("the end of " + fact.lot() + " moved to " + to + " at position " + fact.position());
        } else {
            lot.ends = to;
        }
    }

    private void close(Fact fact, Lot lot) {
        if (lot == null || lot.closed) {
            // A lot that was missed altogether closes without having opened.
            if (lot != null) {
                wrong(fact.lot() + " closed again at position " + fact.position());
            }
            return;
        }
        lot.closed = true;
        lot.root = fact.detail();
        if (fact.amount().intValueExact() != lot.entries) {
            wrong(fact.lot() + " closed with " + fact.amount() + " entries instead of " + lot.entries);
        }
    }

    private void takeLedger(String[] words) {
        Lot lot = lots.get(words[1]);
        if (lot == null || Integer.parseInt(words[2]) != lot.entries) {
            wrong("the ledger of " + words[1] + " has " + words[2] + " entries");
        } else if (lot.closed && !words[3].equals(lot.root)) {
            wrong("the ledger of " + words[1] + " has another root than its close");
        }
        if (lot != null && !words[5].equals(lot.price.toString())) {
            wrong("the highest bid in the ledger of " + words[1] + " is " + words[5] + ", the price " + lot.price);
        }
        if (!words[4].equals("-")) {
            wrong("the ledger of " + words[1] + ": " + words[4]);
        }
    }

    /** Ends the audit. */
    KillRun.Finding finding(Set<Integer> offered, Set<Integer> acknowledged) {
        for (int id : acknowledged) {
            if (!verdicts.containsKey(String.valueOf(id))) {
                lost++;
                say("post " + id + " was acknowledged and is lost");
            }
        }
        verdicts.forEach((post, count) -> {
            if (!offered.contains(Integer.parseInt(post))) {
                invented++;
                say("post " + post + " was never offered and has a verdict");
            } else if (count != 1) {
                invented += count - 1;
                say("post " + post + " has " + count + " verdicts");
            }
        });
        once(orders, "order");
        once(proxies, "engine's bid");
        return new KillRun.Finding(
                acknowledged.size(),
                lost,
                invented,
                broken,
                backdated,
                accepted,
                proxies.size(),
                voided,
                extended,
                lots.size(),
                List.copyOf(violations));
    }

    private void once(Map<String, Integer> counts, String what) {
        counts.forEach((subject, count) -> {
            if (count != 1) {
                invented += count - 1;
                say("the " + what + " " + subject + " counted " + count + " times");
            }
        });
    }

    private void wrong(String sentence) {
        broken++;
        say(sentence);
    }

    private void say(String sentence) {
        if (violations.size() < WORDS_MAX) {
            violations.add(sentence);
        }
    }
}
