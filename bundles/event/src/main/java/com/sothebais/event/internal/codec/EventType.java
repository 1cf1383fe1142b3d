package com.sothebais.event.internal.codec;

import com.sothebais.api.event.Event;

/**
 * How one kind of fact is written and read.
 *
 * @param name stable for ever
 * @param version raised when the shape of the payload changes; an {@link Upcaster} then leads from the version before
 */
record EventType<E extends Event>(String name, int version, JsonWriter<E> writer, JsonReader<E> reader) {

    Typed of(E event) {
        return new Typed(name, version, bytes -> JsonOut.write(event, writer, bytes));
    }
}
