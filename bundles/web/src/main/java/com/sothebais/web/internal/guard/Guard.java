package com.sothebais.web.internal.guard;

import com.sothebais.api.identity.Admins;
import com.sothebais.api.identity.Admins.AdminSession;
import com.sothebais.web.internal.answer.Envelope;
import com.sothebais.web.internal.answer.ErrorCode;
import com.sothebais.web.internal.answer.Refusal;
import com.sothebais.web.internal.parts.Parts;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every call that changes something passes, in this order: same origin, rate, JSON, size, form, login, idempotency. Plain
 * reads that show internals pass {@link #admin} alone. Thread-safe.
 */
public final class Guard {
    /** Largest body taken where nothing else is said. */
    public static final int BODY_MAX_BYTES = 16 * 1024;

    static final int KEY_MAX = 100;

    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);
    private static final int OK = 200;

    private final Parts parts;
    private final RateLimit rate;
    private final Keys keys;

    /** @param postsPerMinute most state-changing calls of one address in a minute */
    public Guard(Parts parts, int postsPerMinute, Keys keys, InstantSource clock) {
        this.parts = parts;
        this.rate = new RateLimit(postsPerMinute, clock);
        this.keys = keys;
    }

    /**
     * A body that is to be read.
     *
     * @param maxBytes a larger one is refused
     */
    public record Body(InputStream stream, int maxBytes) {
        /** Of the usual size. */
        public Body(InputStream stream) {
            this(stream, BODY_MAX_BYTES);
        }
    }

    /**
     * Runs a state-changing call of somebody who is logged in.
     *
     * @param act gets the body, gives the data of the answer
     * @return the answer in its envelope, status 200
     * @throws Refusal when the call must not run
     */
    public Answer change(Call call, InputStream body, Function<Fields, Object> act) {
        return change(call, new Body(body), OK, act);
    }

    /**
     * Runs a state-changing call of somebody who is logged in.
     *
     * @param status of a good answer
     * @param act gets the body, gives the data of the answer
     * @return the answer in its envelope
     * @throws Refusal when the call must not run
     */
    public Answer change(Call call, Body body, int status, Function<Fields, Object> act) {
        byte[] bytes = enter(call, body);
        AdminSession admin = admin(call);
        Fields fields = new Fields(Bodies.parse(bytes), admin.name());
        return once(call, new Deed(admin.name(), BodyHash.of(bytes), status), () -> act.apply(fields));
    }

    /**
     * Who uploads. Everything that can be asked before the body is read, so that nobody else's body is.
     *
     * @throws Refusal when the call must not run
     */
    public AdminSession uploader(Call call) {
        sameOrigin(call.site());
        limitRate(call);
        AdminSession admin = admin(call);
        checkKey(call);
        return admin;
    }

    /**
     * Runs an upload whose body has been received.
     *
     * @param admin as {@link #uploader} gave it
     * @param body what the body was, in texts that are the same for the same body only
     */
    public Answer uploaded(Call call, AdminSession admin, List<String> body, int status, Supplier<Object> act) {
        return once(call, new Deed(admin.name(), BodyHash.of(body.toArray(String[]::new)), status), act);
    }

    private record Deed(String person, String bodyHash, int status) {}

    private Answer once(Call call, Deed deed, Supplier<Object> act) {
        checkKey(call);
        if (call.idempotencyKey().isEmpty()) {
            return new Answer(deed.status(), envelope(act.get()), false);
        }
        String key = call.idempotencyKey().get();
        Keys.Use use = new Keys.Use(deed.person(), call.method(), call.path(), key, deed.bodyHash());
        return once(use, deed.status(), act);
    }

    private static void checkKey(Call call) {
        if (call.idempotencyKey()
                .filter(key -> key.isBlank() || key.length() > KEY_MAX)
                .isPresent()) {
            throw new Refusal(ErrorCode.INVALID, "The Idempotency-Key header takes 1 to " + KEY_MAX + " characters.");
        }
    }

    /** A call of somebody who is logged in that needs a body but changes nothing, so that it may be repeated at will. */
    public Answer ask(Call call, Body body, Function<Fields, Object> act) {
        byte[] bytes = enter(call, body);
        AdminSession admin = admin(call);
        return new Answer(OK, envelope(act.apply(new Fields(Bodies.parse(bytes), admin.name()))), false);
    }

    /** Everything but the login: for the login itself. */
    public Fields open(Call call, InputStream body) {
        return new Fields(Bodies.parse(enter(call, new Body(body))), "");
    }

    /**
     * A refusal did nothing, so its key is free again. What fails otherwise may have happened half-way: its key stays taken until
     * {@link Keys#RUNNING_MAX} has passed, as after a crash.
     */
    private Answer once(Keys.Use use, int status, Supplier<Object> act) {
        Keys.Claim claim = keys.claim(use);
        if (claim instanceof Keys.Claim.Done done) {
            byte[] answer = done.answer().length == 0 ? envelope(null) : done.answer();
            return new Answer(done.status(), answer, true);
        }
        if (claim instanceof Keys.Claim.First first) {
            byte[] answer;
            try {
                answer = envelope(act.get());
            } catch (Refusal refusal) {
                quietly(() -> keys.release(first.ticket()));
                throw refusal;
            }
            quietly(() -> keys.finish(first.ticket(), status, answer));
            return new Answer(status, answer, false);
        }
        throw inTheWay(claim);
    }

    private static Refusal inTheWay(Keys.Claim claim) {
        return claim instanceof Keys.Claim.Running running
                ? new Refusal(
                        ErrorCode.KEY_IN_USE,
                        "The first call with this Idempotency-Key has not ended; repeat this one in a second.",
                        Map.of(
                                "mayRepeatAfter",
                                running.since().plus(Keys.RUNNING_MAX).toString()))
                : new Refusal(
                        ErrorCode.KEY_REUSED,
                        "This Idempotency-Key was used for a call with another body; choose a new key for a new call.");
    }

    /** The call is done, whatever becomes of its key; without an answer the key stays taken for a while. */
    private static void quietly(Runnable note) {
        try {
            note.run();
        } catch (Refusal e) {
            LOG.warn("An idempotency key could not be brought up to date: {}", e.getMessage());
        }
    }

    private static byte[] envelope(Object data) {
        return Envelope.ok(data).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] enter(Call call, Body body) {
        sameOrigin(call.site());
        limitRate(call);
        String type = call.contentType().orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!type.equals("application/json")) {
            throw new Refusal(ErrorCode.NOT_JSON, "Send the body as 'Content-Type: application/json'.");
        }
        return Bodies.read(body.stream(), body.maxBytes());
    }

    private void limitRate(Call call) {
        if (!rate.allows(call.address())) {
            throw new Refusal(ErrorCode.TOO_MANY_REQUESTS, "Too many calls from your address; wait a minute.");
        }
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
}
