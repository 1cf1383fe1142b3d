package com.sothebais.api.stream;

import java.util.List;

/**
 * What happens on the stream and when, as it is planned now. Immutable.
 *
 * @param held whether no cue happens by itself
 * @param cues in order of their instants
 */
public record Rundown(boolean held, List<Cue> cues) {
    /** Most cues of the campaign that are listed, the earliest of the session. */
    public static final int AUTOMATIC_MAX = 400;

    /** Most cues that people add; those that are over make room. */
    public static final int ADDED_MAX = 50;

    public Rundown {
        cues = List.copyOf(cues);
    }
}
