package com.sothebais.web.internal.json;

import com.sothebais.api.stream.Rundown;
import java.util.List;

/** What happens on the stream and when. */
public record RundownJson(boolean held, List<CueJson> cues) {
    public static RundownJson of(Rundown rundown) {
        return new RundownJson(
                rundown.held(), rundown.cues().stream().map(CueJson::of).toList());
    }
}
