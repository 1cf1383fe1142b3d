package com.sothebais.event.internal.codec;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** How payloads of earlier versions become those of the next. Each step stays for ever: the log keeps what was written. */
final class Upcasts {
    private Upcasts() {}

    static final List<Upcaster> ALL = List.of(
            // Version 2 names the collection, says what happens to unpaid lots, and knows lots that are sold at once.
            new Upcaster(
                    "auction.campaign-published",
                    1,
                    payload -> changed(payload, "campaign", campaign -> {
                        campaign.put("collection", campaign.get("project"));
                        campaign.put("unpaid", "RETURN");
                        change(campaign, "schedule", schedule -> schedule.put("course", "SEQUENTIAL"));
                        change(campaign, "rules", Upcasts::withViewerDelay);
                    })),
            new Upcaster(
                    "auction.session-planned",
                    1,
                    payload -> changed(payload, "session", session -> {
                        session.put("course", "SEQUENTIAL");
                        if (session.get("lots") instanceof List<?> lots) {
                            lots.forEach(lot -> change(fields(lot), "rules", Upcasts::withViewerDelay));
                        }
                    })),
            // Version 2 may say the wallet alone; what version 1 says is still one of its two ways.
            new Upcaster("auction.bid-accepted", 1, payload -> payload),
            // Version 2 of the rules counts with viewers who are behind.
            new Upcaster("auction.auction-opened", 1, payload -> changed(payload, "rules", Upcasts::withViewerDelay)));

    private static void withViewerDelay(Map<String, Object> rules) {
        rules.put("viewerDelay", "PT0S");
    }

    private static Map<String, Object> changed(
            Map<String, Object> payload, String field, Consumer<Map<String, Object>> change) {
        change(payload, field, change);
        return payload;
    }

    private static void change(Map<String, Object> owner, String field, Consumer<Map<String, Object>> change) {
        change.accept(fields(owner.get(field)));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fields(Object value) {
        if (value instanceof Map<?, ?> map) {
            // Payloads are parsed by JsonTree, whose maps have strings as keys.
            return (Map<String, Object>) map;
        }
        throw new CodecException("expected an object, found " + value);
    }
}
