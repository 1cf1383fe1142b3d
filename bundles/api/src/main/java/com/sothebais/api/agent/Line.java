package com.sothebais.api.agent;

import java.util.Objects;

/**
 * What the host says.
 *
 * @param template text with slots such as <code>{price}</code>; the platform fills them from the moment's facts and refuses a line
 *     with an unknown slot or a digit outside a slot
 */
public record Line(String template, Mood mood) {
    public Line {
        Objects.requireNonNull(template, "template");
        Objects.requireNonNull(mood, "mood");
    }
}
