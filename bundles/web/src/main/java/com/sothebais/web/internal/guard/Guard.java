package com.sothebais.web.internal.guard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.sothebais.api.identity.Admins;
import com.sothebais.api.identity.Admins.AdminSession;
import com.sothebais.web.internal.answer.Envelope;
import com.sothebais.web.internal.answer.ErrorCode;
import com.sothebais.web.internal.answer.Refusal;
import com.sothebais.web.internal.guard.Replays.Key;
import com.sothebais.web.internal.parts.Parts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What every call that changes something passes, in this order: same origin, rate, JSON, size, form, login, idempotency. Plain
 * reads that show internals pass {@link #admin} alone. Thread-safe.
 */
public final class Guard {
    /** Largest body taken. */
    public static final int BODY_MAX_BYTES = 16 * 1024;

    static final int KEY_MAX = 100;

    private final Parts parts;
    private final RateLimit rate;
    private final Replays replays;

    /** @param postsPerMinute most state-changing calls of one address in a minute */
    public Guard(Parts parts, int postsPerMinute, InstantSource clock) {
        this.parts = parts;
        this.rate = new RateLimit(postsPerMinute, clock);
        this.replays = new Replays(clock);
    }

    /**
     * Runs a state-changing call of somebody who is logged in.
     *
     * @param act gets the body, gives the data of the answer
     * @return the answer in its envelope
     * @throws Refusal when the call must not run
     */
    public String change(Call call, InputStream body, Function<Fields, Object> act) {
        Fields fields = open(call, body);
        AdminSession admin = admin(call);
        if (call.idempotencyKey().isEmpty()) {
            return Envelope.ok(act.apply(fields));
        }
        String key = call.idempotencyKey().get();
        if (key.isBlank() || key.length() > KEY_MAX) {
            throw new Refusal(ErrorCode.INVALID, "The Idempotency-Key header takes 1 to " + KEY_MAX + " characters.");
        }
        return replays.once(new Key(admin.name(), call.path(), key), () -> Envelope.ok(act.apply(fields)));
    }

    /** Everything but the login: for the login itself. */
    public Fields open(Call call, InputStream body) {
        sameOrigin(call.site());
        if (!rate.allows(call.address())) {
            throw new Refusal(ErrorCode.TOO_MANY_REQUESTS, "Too many calls from your address; wait a minute.");
        }
        String type = call.contentType().orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!type.equals("application/json")) {
            throw new Refusal(ErrorCode.NOT_JSON, "Send the body as 'Content-Type: application/json'.");
        }
        return new Fields(parse(read(body)));
    }

    /** Who is logged in. */
    public AdminSession admin(Call call) {
        Admins admins = parts.find(Admins.class).orElseThrow(() -> Refusal.unavailable(Admins.class));
        return call.token()
                .flatMap(admins::session)
                .orElseThrow(() ->
                        new Refusal(ErrorCode.NOT_LOGGED_IN, "Log in first: POST /api/login with name and password."));
    }

    /**
     * Browsers send {@code Origin} with every POST; programs send neither header and carry no cookie of somebody else's. The
     * session cookie is SameSite=Strict besides.
     */
    public static void sameOrigin(Call.Site site) {
        boolean foreign = site.origin().isPresent()
                ? !authority(site.origin().get()).equals(site.host().map(host -> host.toLowerCase(Locale.ROOT)))
                : site.fetchSite()
                        .map(value -> !value.equals("same-origin") && !value.equals("none"))
                        .orElse(false);
        if (foreign) {
            throw new Refusal(
                    ErrorCode.FOREIGN_ORIGIN, "Calls that change something must come from this site's own pages.");
        }
    }

    /** Empty for {@code null}, the origin of sandboxed and local pages, which is never ours. */
    private static Optional<String> authority(String origin) {
        try {
            return Optional.ofNullable(new URI(origin).getRawAuthority()).map(text -> text.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static byte[] read(InputStream body) {
        try {
            byte[] bytes = body == null ? new byte[0] : body.readNBytes(BODY_MAX_BYTES + 1);
            if (bytes.length > BODY_MAX_BYTES) {
                throw new Refusal(
                        ErrorCode.BODY_TOO_LARGE,
                        "The body is larger than " + BODY_MAX_BYTES + " bytes; send less.",
                        Map.of("maxBytes", BODY_MAX_BYTES));
            }
            return bytes;
        } catch (IOException e) {
            throw new Refusal(ErrorCode.INVALID, "The body could not be read to its end; repeat the call.");
        }
    }

    /** No body at all counts as an empty object. */
    private static JsonNode parse(byte[] bytes) {
        if (bytes.length == 0) {
            return Envelope.JSON.createObjectNode();
        }
        try {
            JsonNode node = Envelope.JSON.readTree(bytes);
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
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory does not fail", e);
        }
    }
}
