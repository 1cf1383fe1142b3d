package com.sothebais.event.internal.codec;

import com.sothebais.api.event.Event;
import java.util.Objects;

/**
 * A fact that this version of the platform cannot read, because a newer one or a plugin that is gone wrote it. Readers pass over
 * it; written again it is what it was.
 */
public record UnknownEvent(String type, int version, String json) implements Event {
    public UnknownEvent {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(json, "json");
    }
}
