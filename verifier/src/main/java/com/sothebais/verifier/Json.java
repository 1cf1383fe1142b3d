package com.sothebais.verifier;

import java.util.List;
import java.util.Map;

/** A JSON value. Numbers stay as written, because none may be rounded unnoticed. */
sealed interface Json {
    record Text(String value) implements Json {}

    record Numeral(String written) implements Json {}

    record Sequence(List<Json> items) implements Json {}

    record Members(Map<String, Json> byName) implements Json {}

    enum Word implements Json {
        TRUE,
        FALSE,
        NULL
    }
}
