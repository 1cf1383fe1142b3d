package com.sothebais.stream.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON document as values. Immutable. */
public sealed interface Json {

    /** Deeper than any of these files is. */
    int DEPTH_MAX = 32;

    /** Digits of a number; a longer one is a mistake or an attack. */
    int DIGITS_MAX = 30;

    /** What it is, as a message says it. */
    String kind();

    /** Fields in the order of the file. */
    record Fields(Map<String, Json> values) implements Json {
        public Fields {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        @Override
        public String kind() {
            return "an object";
        }
    }

    record Items(List<Json> values) implements Json {
        public Items {
            values = List.copyOf(values);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    record Text(String value) implements Json {
        @Override
        public String kind() {
            return "a text";
        }
    }

    record Numeral(BigDecimal value) implements Json {
        @Override
        public String kind() {
            return isWhole() ? "a whole number" : "a number with decimals";
        }

        public boolean isWhole() {
            return value.stripTrailingZeros().scale() <= 0;
        }
    }

    record Flag(boolean value) implements Json {
        @Override
        public String kind() {
            return "true or false";
        }
    }

    record Nothing() implements Json {
        @Override
        public String kind() {
            return "null";
        }
    }

    /** @throws DocumentException when it is not JSON; the message names line and column */
    static Json read(String text) {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEPTH_MAX)
                        .maxNumberLength(DIGITS_MAX)
                        .build())
                .build();
        try (JsonParser parser = factory.createParser(text)) {
            if (parser.nextToken() == null) {
                throw new DocumentException(
                        List.of(new Problem("", "the file is empty; start from one of the examples")));
            }
            Json json = value(parser);
            if (parser.nextToken() != null) {
                throw new DocumentException(
                        List.of(new Problem("", "more text follows the end of the document; remove it")));
            }
            return json;
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " in line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw new DocumentException(List.of(new Problem("", "not JSON" + where + ": " + e.getOriginalMessage())));
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
    }

    private static Json value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> fields(parser);
            case START_ARRAY -> items(parser);
            case VALUE_STRING -> new Text(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Numeral(parser.getDecimalValue());
            case VALUE_TRUE -> new Flag(true);
            case VALUE_FALSE -> new Flag(false);
            default -> new Nothing();
        };
    }

    private static Json fields(JsonParser parser) throws IOException {
        Map<String, Json> values = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            values.put(name, value(parser));
        }
        return new Fields(values);
    }

    private static Json items(JsonParser parser) throws IOException {
        List<Json> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(parser));
        }
        return new Items(values);
    }
}
