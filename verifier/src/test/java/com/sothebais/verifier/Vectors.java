package com.sothebais.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The test vectors that both verifiers read. */
final class Vectors {
    private static final JsonNode DOCUMENT = read();

    private Vectors() {}

    /** A file and what a verifier must say about it. */
    record Sample(
            String name,
            String text,
            Optional<String> wantedRoot,
            String verdict,
            Optional<Integer> entry,
            Optional<String> field,
            String sentence) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Iterable<JsonNode> encodings() {
        return DOCUMENT.get("vectors");
    }

    static List<Sample> files() {
        List<Sample> samples = new ArrayList<>();
        for (JsonNode file : DOCUMENT.get("files")) {
            samples.add(new Sample(
                    file.get("name").asText(),
                    text(file),
                    optional(file, "wantedRoot").map(JsonNode::asText),
                    file.get("verdict").asText(),
                    optional(file, "entry").map(JsonNode::asInt),
                    optional(file, "field").map(JsonNode::asText),
                    file.get("sentence").asText()));
        }
        return samples;
    }

    static String file(String name) {
        return files().stream()
                .filter(sample -> sample.name().equals(name))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private static String text(JsonNode file) {
        if (file.has("text")) {
            return file.get("text").asText();
        }
        for (JsonNode base : DOCUMENT.get("files")) {
            if (base.get("name").equals(file.get("base"))) {
                return base.get("text")
                        .asText()
                        .replace(file.get("old").asText(), file.get("new").asText());
            }
        }
        throw new IllegalStateException("no base for " + file.get("name"));
    }

    private static Optional<JsonNode> optional(JsonNode file, String name) {
        return Optional.ofNullable(file.get(name));
    }

    private static JsonNode read() {
        try {
            return new ObjectMapper()
                    .readTree(Path.of("../docs/ledger-vectors.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
