package com.sothebais.event.internal.codec;

/** Writes the fields of one value into an object that is open. */
@FunctionalInterface
interface JsonWriter<T> {
    void write(JsonOut out, T value);
}
