package com.sothebais.stream.rig;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The drawings of a part: one for each look it can have. Immutable.
 *
 * @param open what its looks differ by
 * @param files names of files by the words of a look; a look without one shows nothing
 */
record Art(List<Placeholder> open, Map<List<String>, String> files) {
    Art {
        open = List.copyOf(open);
        files = Map.copyOf(files);
    }

    /** The file to show; empty for nothing. */
    Optional<String> file(Pose pose) {
        return Optional.ofNullable(files.get(open.stream().map(pose::word).toList()));
    }

    /** Every combination of words for what is left open. */
    static List<Map<Placeholder, String>> looks(List<Placeholder> open) {
        List<Map<Placeholder, String>> looks = List.of(new EnumMap<>(Placeholder.class));
        for (Placeholder placeholder : open) {
            looks = looks.stream()
                    .flatMap(look -> placeholder.words().stream().map(word -> with(look, placeholder, word)))
                    .toList();
        }
        return looks;
    }

    static Map<Placeholder, String> with(Map<Placeholder, String> look, Placeholder placeholder, String word) {
        Map<Placeholder, String> more = new EnumMap<>(Placeholder.class);
        more.putAll(new HashMap<>(look));
        more.put(placeholder, word);
        return more;
    }
}
