package com.sothebais.web.internal.rest;

import com.sothebais.api.stream.ShowControl;
import com.sothebais.api.stream.ShowControl.ControlException;
import com.sothebais.web.internal.answer.ErrorCode;
import com.sothebais.web.internal.answer.Refusal;
import com.sothebais.web.internal.parts.Parts;
import java.util.function.Function;

/** Asks the desk of the stream, and says in the words of this site what it refuses. */
final class Desk {
    private Desk() {}

    /** @throws Refusal when the desk is away or does not do it */
    static <T> T ask(Parts parts, Function<ShowControl, T> question) {
        ShowControl control = parts.find(ShowControl.class).orElseThrow(() -> Refusal.unavailable(ShowControl.class));
        try {
            return question.apply(control);
        } catch (ControlException e) {
            ErrorCode code =
                    switch (e.obstacle()) {
                        case UNKNOWN -> ErrorCode.NOT_FOUND;
                        case CONFLICT -> ErrorCode.CONFLICT;
                        case NOT_NOW -> ErrorCode.BUSY;
                    };
            throw new Refusal(code, e.getMessage());
        }
    }
}
