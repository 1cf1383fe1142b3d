package com.sothebais.web.internal.guard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.sothebais.web.internal.answer.Envelope;
import com.sothebais.web.internal.answer.ErrorCode;
import com.sothebais.web.internal.answer.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Reads bodies: not more than a limit, UTF-8 and JSON without tricks. */
public final class Bodies {
    private Bodies() {}

    public static byte[] read(InputStream body, int maxBytes) {
        try {
            byte[] bytes = body == null ? new byte[0] : body.readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                throw new Refusal(
                        ErrorCode.BODY_TOO_LARGE,
                        "The body is larger than " + maxBytes + " bytes; send less.",
                        Map.of("maxBytes", maxBytes));
            }
            return bytes;
        } catch (IOException e) {
            throw new Refusal(ErrorCode.INVALID, "The body could not be read to its end; repeat the call.");
        }
    }

    /** No body at all counts as an empty object. */
    public static JsonNode parse(byte[] bytes) {
        if (bytes.length == 0) {
            return Envelope.JSON.createObjectNode();
        }
        try {
            JsonNode node = Envelope.JSON.readTree(text(bytes));
            if (!node.isObject()) {
                throw new Refusal(ErrorCode.INVALID, "The body must be a JSON object.");
            }
            return node;
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw new Refusal(ErrorCode.MALFORMED_JSON, "The body is not valid JSON" + where + "; correct it.");
        }
    }

    /** JSON is UTF-8; a parser that guesses would read other encodings too, and each in its own way. */
    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Refusal(ErrorCode.MALFORMED_JSON, "The body is not valid UTF-8; send JSON in UTF-8.");
        }
    }
}
