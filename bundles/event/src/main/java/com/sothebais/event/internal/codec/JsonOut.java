package com.sothebais.event.internal.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Optional;

/** Writes one JSON object field by field. An absent optional leaves its field out. */
final class JsonOut {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator generator;

    private JsonOut(JsonGenerator generator) {
        this.generator = generator;
    }

    static <T> String write(T value, JsonWriter<? super T> writer) {
        String json = write(value, writer, false);
        // Half a surrogate pair has no UTF-8 form and would reach the database as "?": escaped, it survives.
        return isWellFormed(json) ? json : write(value, writer, true);
    }

    JsonOut text(String name, String value) {
        return step(() -> generator.writeStringField(name, value));
    }

    JsonOut optionalText(String name, Optional<String> value) {
        value.ifPresent(text -> text(name, text));
        return this;
    }

    JsonOut number(String name, long value) {
        return step(() -> generator.writeNumberField(name, value));
    }

    JsonOut flag(String name, boolean value) {
        return step(() -> generator.writeBooleanField(name, value));
    }

    <T> JsonOut object(String name, T value, JsonWriter<? super T> writer) {
        step(() -> generator.writeFieldName(name));
        return item(value, writer);
    }

    <T> JsonOut optional(String name, Optional<T> value, JsonWriter<? super T> writer) {
        value.ifPresent(present -> object(name, present, writer));
        return this;
    }

    <T> JsonOut list(String name, Collection<? extends T> values, JsonWriter<? super T> writer) {
        step(() -> generator.writeArrayFieldStart(name));
        values.forEach(value -> item(value, writer));
        return step(generator::writeEndArray);
    }

    JsonOut texts(String name, Collection<String> values) {
        step(() -> generator.writeArrayFieldStart(name));
        values.forEach(value -> step(() -> generator.writeString(value)));
        return step(generator::writeEndArray);
    }

    private <T> JsonOut item(T value, JsonWriter<? super T> writer) {
        step(generator::writeStartObject);
        writer.write(this, value);
        return step(generator::writeEndObject);
    }

    private static <T> String write(T value, JsonWriter<? super T> writer, boolean asciiOnly) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(text)) {
            generator.configure(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature(), asciiOnly);
            new JsonOut(generator).item(value, writer);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return text.toString();
    }

    private static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private JsonOut step(Step step) {
        try {
            step.take();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
    }

    @FunctionalInterface
    private interface Step {
        void take() throws IOException;
    }
}
