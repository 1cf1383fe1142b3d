package com.sothebais.web.internal.json;

import com.sothebais.api.rehearsal.Rehearsals.Rehearsed;
import java.nio.file.Path;

/**
 * A rehearsal of a session.
 *
 * @param id of the rehearsal and of the campaign that it plays
 * @param session what is rehearsed
 * @param stage {@code PREPARING}, {@code PLAYING}, {@code FINISHED}, {@code FAILED} or {@code ABORTED}
 * @param recording file on the machine of the platform
 * @param report file on the machine of the platform, {@code null} before there is one
 */
public record RehearsedJson(
        String id,
        String session,
        int speed,
        long seed,
        String started,
        String stage,
        String message,
        String recording,
        String report) {
    public static RehearsedJson of(Rehearsed rehearsed) {
        return new RehearsedJson(
                rehearsed.id(),
                rehearsed.order().session().value(),
                rehearsed.order().speed(),
                rehearsed.order().seed(),
                rehearsed.started().toString(),
                rehearsed.progress().stage().name(),
                rehearsed.progress().message(),
                rehearsed.recording().toString(),
                rehearsed.progress().report().map(Path::toString).orElse(null));
    }
}
