package com.sothebais.web.internal.json;

import com.sothebais.api.rehearsal.Rehearsals;
import java.nio.file.Path;

/**
 * Where the demo show stands.
 *
 * @param stage {@code IDLE}, {@code PREPARING}, {@code PLAYING}, {@code FINISHED} or {@code FAILED}
 * @param report file of the report, {@code null} before it is finished
 */
public record RehearsalJson(String stage, String message, String report) {
    public static RehearsalJson of(Rehearsals.Progress progress) {
        return new RehearsalJson(
                progress.stage().name(),
                progress.message(),
                progress.report().map(Path::toString).orElse(null));
    }
}
