package com.sothebais.web.internal.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sothebais.web.internal.SampleShow;
import com.sothebais.web.internal.answer.Envelope;
import java.io.IOException;

/** Bodies that are right, for changing one thing at a time. */
final class Samples {
    private Samples() {}

    /** Three lots on two days around the end of daylight-saving time. */
    static ObjectNode campaign() {
        return parse(
                """
                {"name": "Autumn Lights", "project": "SothebAIs",
                 "days": {"first": "2027-11-06", "skip": []}, "lotsPerDay": 2, "pause": "PT30S",
                 "rules": {"startPrice": "1", "reserve": {"amount": "2.5", "hidden": true},
                           "increment": {"kind": "TIERS", "tiers": [{"from": "0", "step": "0.1"},
                                                                    {"from": "5", "step": "0.5"}]}},
                 "policy": {"unsold": "RELIST", "unpaid": "RUNNER_UP"},
                 "lots": [%s, %s, %s]}
                """
                        .formatted(lot(1, "Low Tide"), lot(2, "Afterglow"), lot(3, "Bright")));
    }

    static ObjectNode parse(String json) {
        try {
            return (ObjectNode) Envelope.JSON.readTree(json);
        } catch (IOException e) {
            throw new IllegalArgumentException("no JSON: " + json, e);
        }
    }

    private static String lot(int token, String title) {
        return """
                {"title": "%s", "artist": "Ines Calder", "story": "A line of light.", "artwork": "%s",
                 "token": {"chain": "sim:1", "collection": "0x%s", "tokenId": "%d"}, "seller": "0x%s"}
                """
                .formatted(title, SampleShow.ARTWORK, "a".repeat(40), token, "B".repeat(40));
    }
}
