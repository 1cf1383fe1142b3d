package com.sothebais.web.internal.guard;

import com.fasterxml.jackson.databind.JsonNode;
import com.sothebais.web.internal.answer.ErrorCode;
import com.sothebais.web.internal.answer.Refusal;
import java.util.Map;

/** The fields of a body, read one by one; a missing or wrong one refuses the call and names itself. */
public final class Fields {
    private final JsonNode body;
    private final String person;

    /** @param person who calls, empty when nobody is logged in */
    Fields(JsonNode body, String person) {
        this.body = body;
        this.person = person;
    }

    /** The whole body, for those who read more than single fields. */
    public JsonNode json() {
        return body;
    }

    /** Name of the admin who calls. */
    public String person() {
        return person;
    }

    /** A text of 1 to {@code lengthMax} characters that is not blank; line feeds are the only control characters. */
    public String text(String name, int lengthMax) {
        String text = secret(name, lengthMax);
        if (Characters.UNPRINTABLE.matcher(text).find()) {
            throw wrong(name, "has control characters or broken ones; remove them");
        }
        return text;
    }

    /** The same with any characters, for what is neither stored nor shown. */
    public String secret(String name, int lengthMax) {
        JsonNode value = body.get(name);
        if (value == null || !value.isTextual()) {
            throw wrong(name, "must be a text");
        }
        if (value.textValue().isBlank() || value.textValue().length() > lengthMax) {
            throw wrong(name, "takes 1 to " + lengthMax + " characters");
        }
        return value.textValue();
    }

    private static Refusal wrong(String name, String expected) {
        return new Refusal(ErrorCode.INVALID, "'" + name + "' " + expected + ".", Map.of("field", name));
    }
}
