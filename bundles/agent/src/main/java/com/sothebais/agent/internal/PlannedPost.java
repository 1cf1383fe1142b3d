package com.sothebais.agent.internal;

import com.sothebais.agent.internal.Cue.Origin;
import com.sothebais.api.event.RehearsalMark;
import com.sothebais.api.event.StreamId;
import com.sothebais.api.social.Draft;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A post the host wants on a network.
 *
 * @param urgency the lower the sooner
 * @param origin what led to it; has a causation
 */
record PlannedPost(String network, Draft draft, int urgency, Origin origin) {
    static final int VERDICT = 0;
    static final int ANNOUNCEMENT = 1;
    static final int CHAT = 2;

    PlannedPost {
        if (origin.causation().isEmpty()) {
            throw new IllegalArgumentException("a post needs the fact that led to it: " + draft.key());
        }
    }

    /** The same with the mark of a rehearsal in its key, unless that has it already. */
    PlannedPost marked(String mark) {
        if (mark(draft.key()).isPresent()) {
            return this;
        }
        Draft with = new Draft(draft.key() + "/" + mark, draft.text(), draft.replyTo(), draft.media());
        return new PlannedPost(network, with, urgency, origin);
    }

    /** Where the end of a post with this key is written down: what belongs to a rehearsal under its mark, however late it is. */
    static StreamId stream(String key) {
        return mark(key).map(mark -> new StreamId(Speaker.STREAM + "/" + mark)).orElse(Speaker.STREAM);
    }

    private static Optional<String> mark(String key) {
        return Stream.of(key.split("/")).filter(RehearsalMark::isOn).findFirst();
    }
}
