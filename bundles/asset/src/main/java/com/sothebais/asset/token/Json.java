package com.sothebais.asset.token;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.sothebais.api.asset.TokenException;
import com.sothebais.api.asset.TokenException.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON of strangers into maps, lists and texts; numbers and truth values are texts too, and null is absent. */
final class Json {
    /** Deeper than any metadata is. */
    static final int DEPTH_MAX = 32;

    /** Most values of one document, so that many small ones do not fill the memory. */
    static final int VALUES_MAX = 20_000;

    private static final int DIGITS_MAX = 100;
    private static final int FIELD_NAME_MAX = 1_000;

    private final JsonParser parser;
    private int values;

    private Json(JsonParser parser) {
        this.parser = parser;
    }

    /** @throws TokenException when it is no JSON object, or beyond a limit */
    static Map<String, Object> object(byte[] content) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEPTH_MAX)
                        .maxNumberLength(DIGITS_MAX)
                        .maxNameLength(FIELD_NAME_MAX)
                        .maxStringLength(Math.max(1, content.length))
                        .build())
                .build();
        try (JsonParser parser = factory.createParser(text(content))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw wrong("is something else");
            }
            return new Json(parser).fields();
        } catch (JsonProcessingException e) {
            throw wrong("breaks a rule of JSON or a limit of ours: " + Words.line(e.getOriginalMessage(), 160));
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
    }

    private static String text(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw wrong("is not UTF-8");
        }
    }

    private Map<String, Object> fields() throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            put(fields, name, value());
        }
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    private List<Object> items() throws IOException {
        List<Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Object value = value();
            if (value != null) {
                items.add(value);
            }
        }
        return items;
    }

    private Object value() throws IOException {
        if (++values > VALUES_MAX) {
            throw wrong("has more than " + VALUES_MAX + " values");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> fields();
            case START_ARRAY -> items();
            case VALUE_NULL -> null;
            default -> parser.getText();
        };
    }

    private static TokenException wrong(String why) {
        return new TokenException(
                Problem.NOT_METADATA,
                "What the token's address leads to should be a JSON object with 'name' and 'image', and " + why
                        + ". Give the address that the contract's tokenURI answers, not that of the picture.");
    }
}
