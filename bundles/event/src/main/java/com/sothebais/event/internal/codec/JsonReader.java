package com.sothebais.event.internal.codec;

/** Makes one value of the fields of an object. */
@FunctionalInterface
interface JsonReader<T> {
    T read(JsonIn in);
}
