package com.sothebais.web.internal.reads;

import com.sothebais.web.internal.answer.ErrorCode;
import com.sothebais.web.internal.answer.Refusal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The part of an address behind the question mark. A filter that nobody knows, or that is given twice, is refused: whoever misspells
 * one would otherwise get everything and take it for the answer.
 */
public final class Query {
    private static final int VALUE_MAX = 500;

    private final Map<String, String> values = new TreeMap<>();

    private Query() {}

    /**
     * @param text as in the address, {@code null} when there is none
     * @param known the names that may be there
     */
    public static Query of(String text, String... known) {
        Query query = new Query();
        for (String pair : text == null || text.isEmpty() ? new String[0] : text.split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]), List.of(known));
        }
        return query;
    }

    /** Present and not empty. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public long whole(String name, long fallback, long min, long max) {
        return text(name).map(value -> parse(name, value, min, max)).orElse(fallback);
    }

    public <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
        return text(name).map(value -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value))
                .findFirst()
                .orElseThrow(() -> wrong(name, "must be one of " + Arrays.toString(type.getEnumConstants()))));
    }

    /** An instant with its zone, for example {@code 2026-11-21T19:00:00Z}. */
    public Optional<Instant> instant(String name) {
        return text(name).map(value -> {
            try {
                return OffsetDateTime.parse(value).toInstant();
            } catch (DateTimeParseException e) {
                throw wrong(name, "must be an instant such as 2026-11-21T19:00:00Z");
            }
        });
    }

    /** The same for the same question, whatever the order of its filters. */
    @Override
    public String toString() {
        return values.toString();
    }

    /** A filter that is there and wrong. */
    public static Refusal wrong(String name, String expected) {
        return new Refusal(ErrorCode.INVALID, "'" + name + "' " + expected + ".", Map.of("field", name));
    }

    private void put(String name, String value, List<String> known) {
        if (!known.contains(name)) {
            throw new Refusal(
                    ErrorCode.INVALID,
                    known.isEmpty()
                            ? "This address takes no filters."
                            : "This address takes the filters " + String.join(", ", known) + " only.",
                    Map.of("allowed", known));
        }
        if (value.length() > VALUE_MAX) {
            throw wrong(name, "takes at most " + VALUE_MAX + " characters");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw wrong(name, "has control characters; remove them");
        }
        if (!value.isEmpty() && values.put(name, value) != null) {
            throw wrong(name, "may be given once only");
        }
    }

    private static long parse(String name, String value, long min, long max) {
        if (value.matches("[0-9]{1,18}")) {
            long number = Long.parseLong(value);
            if (number >= min && number <= max) {
                return number;
            }
        }
        String range = max == Long.MAX_VALUE ? min + " or more" : min + " to " + max;
        throw wrong(name, "must be a whole number, " + range);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refusal(ErrorCode.INVALID, "The part behind the question mark has a broken '%'; encode it anew.");
        }
    }
}
