package com.sothebais.event.internal.codec;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads one JSON object by field name. Fields nobody asks for are ignored; a missing or wrong one is named. */
final class JsonIn {
    private final Map<?, ?> fields;

    JsonIn(Map<?, ?> fields) {
        this.fields = fields;
    }

    String text(String name) {
        return required(name, String.class);
    }

    Optional<String> optionalText(String name) {
        return fields.containsKey(name) ? Optional.of(text(name)) : Optional.empty();
    }

    long number(String name) {
        return required(name, Long.class);
    }

    int integer(String name) {
        long value = number(name);
        if (value != (int) value) {
            throw new CodecException("field '" + name + "' is out of range: " + value);
        }
        return (int) value;
    }

    boolean flag(String name) {
        return required(name, Boolean.class);
    }

    Instant instant(String name) {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeException e) {
            throw new CodecException("field '" + name + "' is no instant", e);
        }
    }

    Duration duration(String name) {
        try {
            return Duration.parse(text(name));
        } catch (DateTimeException e) {
            throw new CodecException("field '" + name + "' is no duration", e);
        }
    }

    <E extends Enum<E>> E constant(String name, Class<E> family) {
        try {
            return Enum.valueOf(family, text(name));
        } catch (IllegalArgumentException e) {
            throw new CodecException("field '" + name + "' is no " + family.getSimpleName(), e);
        }
    }

    <T> T object(String name, JsonReader<T> reader) {
        return reader.read(new JsonIn(required(name, Map.class)));
    }

    <T> Optional<T> optional(String name, JsonReader<T> reader) {
        return fields.containsKey(name) ? Optional.of(object(name, reader)) : Optional.empty();
    }

    <T> List<T> list(String name, JsonReader<T> reader) {
        return items(name, Map.class)
                .map(fields -> reader.read(new JsonIn(fields)))
                .toList();
    }

    List<String> texts(String name) {
        return items(name, String.class).toList();
    }

    private <T> Stream<T> items(String name, Class<T> type) {
        List<?> values = required(name, List.class);
        return values.stream().map(value -> checked(name, value, type));
    }

    private <T> T required(String name, Class<T> type) {
        return checked(name, fields.get(name), type);
    }

    private static <T> T checked(String name, Object value, Class<T> type) {
        if (!type.isInstance(value)) {
            String found = value == null ? "nothing" : value.getClass().getSimpleName();
            throw new CodecException("field '" + name + "' should be a " + type.getSimpleName() + ", found " + found);
        }
        return type.cast(value);
    }
}
