package com.sothebais.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A downloaded ledger as written. Fields that are not part of the form are refused: what no hash covers must not travel in a file that
 * is called intact.
 *
 * @param claim what the file itself says is wrong with it; empty when nothing
 */
record LedgerFile(String auction, String root, String claim, List<Entry> entries) {
    private static final List<String> LINE = List.of("at", "post", "bidder", "verdict", "amountUnits", "currency");
    private static final List<String> PLACE = List.of("index", "previous", "hash");

    /**
     * A line in its place, as written.
     *
     * @param index a JSON number
     */
    record Entry(
            String index,
            String previous,
            String hash,
            String at,
            String post,
            String bidder,
            String verdict,
            String amountUnits,
            String currency) {}

    /** @throws Unreadable when the text is not JSON or not in the form of a ledger */
    static LedgerFile read(String text) {
        if (text.isEmpty()) {
            throw new Unreadable("the file is empty");
        }
        Map<String, Json> ledger = members(JsonParser.parse(text), "the file");
        only(ledger, "the ledger", List.of("auction", "root", "entries"), Set.of("flaw"));
        String auction = text(ledger, "the ledger", "auction");
        String root = text(ledger, "the ledger", "root");
        String claim =
                ledger.getOrDefault("flaw", Json.Word.NULL) == Json.Word.NULL ? "" : text(ledger, "the ledger", "flaw");
        if (!(ledger.get("entries") instanceof Json.Sequence sequence)) {
            throw new Unreadable("the field \"entries\" of the ledger is not a list");
        }
        List<Entry> entries = new ArrayList<>(sequence.items().size());
        for (Json item : sequence.items()) {
            entries.add(entry(item, "entry " + entries.size()));
        }
        return new LedgerFile(auction, root, claim, entries);
    }

    /** The server sends the line as an object of its own, the demo's report writes it flat; the hash is the same. */
    private static Entry entry(Json item, String where) {
        Map<String, Json> place = members(item, where);
        Map<String, Json> line = place;
        if (place.containsKey("line")) {
            only(place, where, PLACE, Set.of("line"));
            line = members(place.get("line"), "the line of " + where);
            only(line, "the line of " + where, LINE, Set.of());
        } else {
            List<String> all = new ArrayList<>(PLACE);
            all.addAll(LINE);
            only(place, where, all, Set.of());
        }
        if (!(place.get("index") instanceof Json.Numeral index)) {
            throw new Unreadable("the field \"index\" of " + where + " is not a number");
        }
        return new Entry(
                index.written(),
                text(place, where, "previous"),
                text(place, where, "hash"),
                text(line, where, "at"),
                text(line, where, "post"),
                text(line, where, "bidder"),
                text(line, where, "verdict"),
                text(line, where, "amountUnits"),
                text(line, where, "currency"));
    }

    private static Map<String, Json> members(Json value, String where) {
        if (value instanceof Json.Members members) {
            return members.byName();
        }
        throw new Unreadable(where + " is not a JSON object");
    }

    private static void only(Map<String, Json> members, String where, List<String> needed, Set<String> allowed) {
        for (String name : needed) {
            if (!members.containsKey(name)) {
                throw new Unreadable(where + " has no field \"" + name + "\"");
            }
        }
        for (String name : members.keySet()) {
            if (!needed.contains(name) && !allowed.contains(name)) {
                throw new Unreadable(where + " has a field that does not belong to a ledger");
            }
        }
    }

    private static String text(Map<String, Json> members, String where, String name) {
        if (members.get(name) instanceof Json.Text text) {
            return text.value();
        }
        throw new Unreadable("the field \"" + name + "\" of " + where + " is not a text");
    }
}
