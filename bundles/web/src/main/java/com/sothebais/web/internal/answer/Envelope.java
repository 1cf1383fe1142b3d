package com.sothebais.web.internal.answer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** The one shape of every answer under {@code /api}: {@code {success, data, error{code, message, details}}}. */
public record Envelope(boolean success, Object data, Failure error) {
    private static final int NESTING_MAX = 32;

    /** Reads and writes all JSON of this bundle; takes no unknown number forms, no trailing text, no deep nesting. */
    public static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(NESTING_MAX)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /**
     * @param message says what to do
     * @param details an object with what programs need, or the list of all mistakes of a body
     */
    public record Failure(String code, String message, Object details) {}

    public static String ok(Object data) {
        return write(new Envelope(true, data, null));
    }

    public static String failure(Refusal refusal) {
        return write(
                new Envelope(false, null, new Failure(refusal.code().name(), refusal.getMessage(), refusal.details())));
    }

    /** The value as JSON text. */
    public static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every answer can be written as JSON, this one cannot: " + value, e);
        }
    }
}
