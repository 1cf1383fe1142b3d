package com.sothebais.api.social;

import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Where networks hand over what was said to or about the host. Thread-safe, never blocks, bounded. A network delivers posts
 * in its own time order and may deliver a post any number of times; it counts once.
 */
@ProviderType
public interface Inbox {

    Receipt receive(Post post);

    /** What became of a delivery. */
    sealed interface Receipt {

        /**
         * There was room.
         *
         * @param recorded completes when what follows from the post is durable, so that the network may move its cursor past it;
         *     completes exceptionally when it could not be recorded and must be delivered again; with an
         *     {@link IllegalArgumentException} when this post never can be, so that delivering it again is of no use
         */
        record Taken(CompletionStage<Void> recorded) implements Receipt {}

        /** No room; keep the cursor and deliver again after a pause. */
        record Full() implements Receipt {}
    }
}
