package com.sothebais.event.internal.codec;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Writes one JSON object field by field into a buffer. An absent optional leaves its field out. Written by hand, because a payload
 * is written for every fact: no generator, no text in between.
 */
final class JsonOut {
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private final Bytes bytes;
    private final boolean asciiOnly;
    private boolean first;
    private boolean halved;

    private JsonOut(Bytes bytes, boolean asciiOnly) {
        this.bytes = bytes;
        this.asciiOnly = asciiOnly;
    }

    static <T> void write(T value, JsonWriter<? super T> writer, Bytes bytes) {
        int start = bytes.length();
        JsonOut out = new JsonOut(bytes, false);
        out.item(value, writer);
        if (out.halved) {
            // Half a surrogate pair has no UTF-8 form and would be lost: escaped, it survives.
            bytes.truncate(start);
            new JsonOut(bytes, true).item(value, writer);
        }
    }

    static <T> String write(T value, JsonWriter<? super T> writer) {
        Bytes bytes = new Bytes();
        write(value, writer, bytes);
        return new String(bytes.array(), 0, bytes.length(), StandardCharsets.UTF_8);
    }

    /** A payload in the form that {@link JsonTree} parses. */
    static Bytes tree(Map<String, Object> fields) {
        Bytes bytes = new Bytes();
        write(fields, (out, all) -> all.forEach(out::any), bytes);
        return bytes;
    }

    JsonOut text(String name, String value) {
        name(name);
        string(value);
        return this;
    }

    JsonOut optionalText(String name, Optional<String> value) {
        value.ifPresent(text -> text(name, text));
        return this;
    }

    JsonOut number(String name, long value) {
        name(name);
        bytes.putAscii(Long.toString(value));
        return this;
    }

    JsonOut flag(String name, boolean value) {
        name(name);
        bytes.putAscii(value ? "true" : "false");
        return this;
    }

    <T> JsonOut object(String name, T value, JsonWriter<? super T> writer) {
        name(name);
        item(value, writer);
        return this;
    }

    <T> JsonOut optional(String name, Optional<T> value, JsonWriter<? super T> writer) {
        value.ifPresent(present -> object(name, present, writer));
        return this;
    }

    <T> JsonOut list(String name, Collection<? extends T> values, JsonWriter<? super T> writer) {
        name(name);
        char before = '[';
        for (T value : values) {
            bytes.put(before);
            item(value, writer);
            before = ',';
        }
        return endList(values);
    }

    JsonOut texts(String name, Collection<String> values) {
        name(name);
        char before = '[';
        for (String value : values) {
            bytes.put(before);
            string(value);
            before = ',';
        }
        return endList(values);
    }

    private JsonOut endList(Collection<?> values) {
        bytes.putAscii(values.isEmpty() ? "[]" : "]");
        return this;
    }

    private <T> void item(T value, JsonWriter<? super T> writer) {
        bytes.put('{');
        first = true;
        writer.write(this, value);
        bytes.put('}');
        first = false;
    }

    /** Names of ours have nothing to escape. */
    private void name(String name) {
        comma();
        bytes.put('"');
        bytes.putAscii(name);
        bytes.put('"');
        bytes.put(':');
    }

    private void comma() {
        if (!first) {
            bytes.put(',');
        }
        first = false;
    }

    private void any(String name, Object value) {
        comma();
        string(name);
        bytes.put(':');
        any(value);
    }

    private void any(Object value) {
        if (value instanceof String text) {
            string(text);
        } else if (value instanceof Map<?, ?> fields) {
            item(fields, (out, all) -> all.forEach((name, field) -> any((String) name, field)));
        } else if (value instanceof Collection<?> items) {
            char before = '[';
            for (Object item : items) {
                bytes.put(before);
                any(item);
                before = ',';
            }
            endList(items);
        } else if (value instanceof Long || value instanceof Boolean) {
            bytes.putAscii(value.toString());
        } else {
            throw new CodecException("a payload has no " + value);
        }
    }

    private void string(String text) {
        bytes.put('"');
        if (bytes.putPlain(text)) {
            bytes.put('"');
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                ascii(c);
            } else if (asciiOnly) {
                escaped(c);
            } else if (!Character.isSurrogate(c)) {
                bytes.putCodePoint(c);
            } else if (Bytes.isPair(text, i)) {
                bytes.putCodePoint(Character.toCodePoint(c, text.charAt(++i)));
            } else {
                halved = true;
            }
        }
        bytes.put('"');
    }

    private void ascii(char c) {
        if (c >= ' ' && c != '"' && c != '\\') {
            bytes.put(c);
            return;
        }
        switch (c) {
            case '"', '\\' -> escaped2(c);
            case '\b' -> escaped2('b');
            case '\f' -> escaped2('f');
            case '\n' -> escaped2('n');
            case '\r' -> escaped2('r');
            case '\t' -> escaped2('t');
            default -> escaped(c);
        }
    }

    private void escaped2(char c) {
        bytes.put('\\');
        bytes.put(c);
    }

    private void escaped(char c) {
        escaped2('u');
        for (int shift = 12; shift >= 0; shift -= 4) {
            bytes.put(HEX[c >> shift & 0xf]);
        }
    }
}
