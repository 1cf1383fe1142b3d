package com.sothebais.web.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sothebais.web.internal.answer.Envelope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Breaks bodies that are right in ways that clients and attackers do. */
final class Mutations {
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-1",
            "0",
            "1.5",
            "1e999",
            "9223372036854775808",
            "99999999999999999999999999999999999999",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\u202e\\u0007\"",
            "\"1e5\"",
            "\"-0.1\"",
            "\"NaN\"",
            "\"P99999999999999D\"",
            "\"PT-5M\"",
            "\"2027-02-30\"",
            "\"9999-12-31\"",
            "\"0000-01-01\"",
            "\"24:00\"",
            "\"Etc/../../passwd\"",
            "\"PAUSE\"",
            "\"0x" + "f".repeat(40) + "\"",
            "\"" + "9".repeat(200) + "\"",
            "\"' or 1=1 --\"",
            "[]",
            "{}",
            "[[[]]]",
            "[null,1,{}]",
            "{\"amount\":{\"amount\":{}}}");

    private static final List<String> TOKENS = List.of(
            "NaN", "Infinity", ",", "}", "{", "]", "\"", ":", "//", "0x1", "01", "\u0000", "\ufeff", "1".repeat(1_001));

    /** What follows a change that was taken must be tried too. */
    private static final int RIGHT_ONE_IN = 20;

    private final Random random;

    Mutations(Random random) {
        this.random = random;
    }

    /** One body, broken once to three times, sometimes by luck still right; and now and then one that is right on purpose. */
    byte[] of(ObjectNode right) {
        if (random.nextInt(RIGHT_ONE_IN) == 0) {
            return right.toString().getBytes(StandardCharsets.UTF_8);
        }
        ObjectNode body = right.deepCopy();
        for (int i = random.nextInt(3); i >= 0; i--) {
            change(body);
        }
        String text = body.toString();
        return switch (random.nextInt(12)) {
            case 0 -> cut(text).getBytes(StandardCharsets.UTF_8);
            case 1 -> inserted(text).getBytes(StandardCharsets.UTF_8);
            case 2 -> bytes(text);
            case 3 -> twice(text).getBytes(StandardCharsets.UTF_8);
            case 4 -> deep(text).getBytes(StandardCharsets.UTF_8);
            case 5 -> text.getBytes(random.nextBoolean() ? StandardCharsets.UTF_16 : StandardCharsets.UTF_16LE);
            default -> text.getBytes(StandardCharsets.UTF_8);
        };
    }

    private void change(ObjectNode body) {
        List<JsonNode> places = new ArrayList<>();
        collect(body, places);
        JsonNode place = places.get(random.nextInt(places.size()));
        if (place instanceof ArrayNode array) {
            change(array);
            return;
        }
        ObjectNode object = (ObjectNode) place;
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        String name = names.isEmpty() ? "new" : names.get(random.nextInt(names.size()));
        switch (random.nextInt(6)) {
            case 0 -> object.remove(name);
            case 1 -> object.set("f" + random.nextInt(5) + "\u0007".repeat(random.nextInt(2)), value());
            case 2 -> object.put(name, "x".repeat(random.nextInt(6_000)));
            default -> object.set(name, value());
        }
    }

    private void change(ArrayNode array) {
        if (array.isEmpty() || random.nextBoolean()) {
            array.add(
                    array.isEmpty() || random.nextBoolean()
                            ? value()
                            : array.get(0).deepCopy());
        } else {
            array.remove(random.nextInt(array.size()));
        }
    }

    private static void collect(JsonNode node, List<JsonNode> places) {
        if (node.isContainerNode()) {
            places.add(node);
            node.forEach(child -> collect(child, places));
        }
    }

    private JsonNode value() {
        try {
            return Envelope.JSON.readTree(VALUES.get(random.nextInt(VALUES.size())));
        } catch (IOException e) {
            throw new IllegalStateException("the values are JSON", e);
        }
    }

    private String cut(String text) {
        return text.substring(0, random.nextInt(text.length()));
    }

    private String inserted(String text) {
        int place = random.nextInt(text.length());
        return text.substring(0, place) + TOKENS.get(random.nextInt(TOKENS.size())) + text.substring(place);
    }

    private byte[] bytes(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(4); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    /** The first field a second time. */
    private static String twice(String text) {
        int end = text.indexOf(':');
        return end < 0 ? text : text.substring(0, end) + ":1," + text.substring(1);
    }

    private String deep(String text) {
        int levels = 1 + random.nextInt(200);
        return "{\"name\":" + "[".repeat(levels) + text + "]".repeat(levels) + "}";
    }
}
