package com.sothebais.api.agent;

import com.sothebais.api.event.Event;
import com.sothebais.api.social.PostId;
import java.util.Optional;

/** Everything the host did. Stream: {@code host}. */
public sealed interface HostEvent extends Event {

    <R> R fold(Cases<R> cases);

    /** One case per fact. */
    interface Cases<R> {
        R lineSpoken(LineSpoken event);

        R posted(Posted event);

        R postRefused(PostRefused event);
    }

    /** A line went on air. */
    record LineSpoken(String text, Mood mood) implements HostEvent {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.lineSpoken(this);
        }
    }

    /**
     * A reply or announcement is on the network.
     *
     * @param key idempotency key of the draft
     */
    record Posted(String key, PostId post, Optional<PostId> replyTo, String text) implements HostEvent {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.posted(this);
        }
    }

    /** The network refused a draft finally. */
    record PostRefused(String key, Optional<PostId> replyTo, String reason) implements HostEvent {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.postRefused(this);
        }
    }
}
