package com.sothebais.event.internal.codec;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads one JSON object by field name, straight from its bytes. Quick when fields are asked for in the order they were written in,
 * right in any order. Fields nobody asks for are ignored; a missing or wrong one is named.
 */
final class JsonIn {
    private static final int ABSENT = -1;

    private final JsonText text;
    private final Shared shared;
    private final int start;
    private final int end;

    /** The first field of the object that is open. */
    private int first;

    /** The field that is probably asked for next. */
    private int next;

    JsonIn(byte[] bytes, int start, int end, Shared shared) {
        this.text = new JsonText(bytes, end);
        this.shared = shared;
        this.start = start;
        this.end = end;
    }

    /** Reads the whole payload. */
    <T> T read(JsonReader<T> reader) {
        T value = objectAt(text.space(start), reader);
        if (text.space(next) != end) {
            throw new CodecException("something follows the payload");
        }
        return value;
    }

    String text(String name) {
        int at = string(name);
        int behind = text.passString(at);
        next = text.passComma(behind);
        return text.string(at, behind);
    }

    Optional<String> optionalText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    /** A text that many facts have, such as the name of a network. */
    String sharedText(String name) {
        return sharedText(name, Function.identity());
    }

    /** What is made of a text that many facts have. {@code maker} is always the same object and makes what never changes. */
    @SuppressWarnings("unchecked")
    <T> T sharedText(String name, Function<String, T> maker) {
        int at = string(name);
        int behind = text.passString(at);
        next = text.passComma(behind);
        int place = Shared.placeOfText(maker, text.bytes, at, behind);
        if (shared.length(place, maker, text.bytes, at, behind) > 0) {
            // Only what this maker made is found by it.
            return (T) shared.value(place);
        }
        T value = maker.apply(text.string(at, behind));
        shared.keep(place, maker, text.bytes, at, behind, value);
        return value;
    }

    long number(String name) {
        int at = required(name);
        int sign = text.at(at);
        if (sign != '-' && (sign < '0' || sign > '9')) {
            throw new CodecException("field '" + name + "' should be a number");
        }
        int behind = text.passValue(at);
        next = text.passComma(behind);
        return text.number(at, behind);
    }

    int integer(String name) {
        long value = number(name);
        if (value != (int) value) {
            throw new CodecException("field '" + name + "' is out of range: " + value);
        }
        return (int) value;
    }

    boolean flag(String name) {
        int at = required(name);
        boolean value = text.matches(at, "true");
        if (!value && !text.matches(at, "false")) {
            throw new CodecException("field '" + name + "' should be true or false");
        }
        next = text.passItem(at);
        return value;
    }

    Instant instant(String name) {
        try {
            return Instants.parse(text(name));
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
        T value = objectAt(required(name), reader);
        next = text.passComma(next);
        return value;
    }

    <T> Optional<T> optional(String name, JsonReader<T> reader) {
        return has(name) ? Optional.of(object(name, reader)) : Optional.empty();
    }

    /** An object that many facts have, such as a bidder. {@code reader} is always the same object and makes what never changes. */
    @SuppressWarnings("unchecked")
    <T> T shared(String name, JsonReader<T> reader) {
        int at = required(name);
        int place = Shared.placeOfObject(reader, text.bytes, at, end);
        int length = shared.length(place, reader, text.bytes, at, end);
        if (length > 0) {
            next = text.passComma(at + length);
            // Only what this reader made is found by it.
            return (T) shared.value(place);
        }
        T value = objectAt(at, reader);
        shared.keep(place, reader, text.bytes, at, next, value);
        next = text.passComma(next);
        return value;
    }

    <T> Optional<T> optionalShared(String name, JsonReader<T> reader) {
        return has(name) ? Optional.of(shared(name, reader)) : Optional.empty();
    }

    <T> List<T> list(String name, JsonReader<T> reader) {
        int item = openList(name);
        List<T> items = new ArrayList<>();
        while (text.at(item) != ']') {
            items.add(objectAt(item, reader));
            item = text.passComma(next);
        }
        next = text.passComma(item + 1);
        return List.copyOf(items);
    }

    List<String> texts(String name) {
        int item = openList(name);
        List<String> items = new ArrayList<>();
        while (text.at(item) != ']') {
            int behind = text.passString(item);
            items.add(text.string(item, behind));
            item = text.passComma(behind);
        }
        next = text.passComma(item + 1);
        return List.copyOf(items);
    }

    private int openList(String name) {
        int at = required(name);
        if (text.at(at) != '[') {
            throw new CodecException("field '" + name + "' should be a list");
        }
        return text.space(at + 1);
    }

    /** Leaves {@code next} behind the closing brace; the caller knows what may follow it. */
    private <T> T objectAt(int at, JsonReader<T> reader) {
        int outerFirst = first;
        first = text.pass(at, '{');
        next = first;
        T value = reader.read(this);
        while (text.at(next) != '}') {
            next = passField(next);
        }
        next++;
        first = outerFirst;
        return value;
    }

    /** For a field that says the same in two ways. */
    boolean isText(String name) {
        return text.at(required(name)) == '"';
    }

    private int string(String name) {
        int at = required(name);
        if (text.at(at) != '"') {
            throw new CodecException("field '" + name + "' should be a text");
        }
        return at;
    }

    private boolean has(String name) {
        return find(name) != ABSENT;
    }

    private int required(String name) {
        int at = find(name);
        if (at == ABSENT) {
            throw new CodecException("field '" + name + "' is missing");
        }
        return at;
    }

    /** Where the value of the field is. */
    private int find(String name) {
        int at = valueOf(name, next);
        if (at != ABSENT) {
            return at;
        }
        for (int field = first; text.at(field) != '}'; field = passField(field)) {
            at = valueOf(name, field);
            if (at != ABSENT) {
                return at;
            }
        }
        return ABSENT;
    }

    /** The place of the value when this is the field with that name. */
    private int valueOf(String name, int field) {
        int behind = field + name.length() + 1;
        boolean named = text.at(field) == '"' && text.matches(field + 1, name) && text.at(behind) == '"';
        if (!named) {
            return ABSENT;
        }
        int colon = behind + 1;
        boolean tight = text.at(colon) == ':' && text.at(colon + 1) > ' ';
        return tight ? colon + 1 : text.pass(colon, ':');
    }

    private int passField(int field) {
        return text.passItem(text.pass(text.passString(field), ':'));
    }
}
