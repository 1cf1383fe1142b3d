package com.sothebais.web.internal.json;

import com.sothebais.api.agent.Host;
import com.sothebais.api.rehearsal.Rehearsals;
import com.sothebais.api.settlement.EscrowBook;
import com.sothebais.api.stream.Studio;
import com.sothebais.web.internal.parts.Parts;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What changes all the time whatever the show does; each is {@code null} while its part is away. */
public record VitalsJson(
        HealthJson health,
        StreamJson stream,
        Boolean escrowBalanced,
        HostJson.ActivityJson host,
        RehearsalJson rehearsal) {
    private static final Logger LOG = LoggerFactory.getLogger(VitalsJson.class);

    public static VitalsJson of(Parts parts) {
        return new VitalsJson(
                HealthJson.of(parts.healthSources()),
                ask(parts, Studio.class, studio -> StreamJson.of(studio.health())),
                ask(parts, EscrowBook.class, book -> EscrowJson.of(book).balanced()),
                ask(parts, Host.class, host -> HostJson.ActivityJson.of(host.activity())),
                ask(parts, Rehearsals.class, rehearsals -> RehearsalJson.of(rehearsals.progress())));
    }

    /** A part that is just being replaced may fail in the middle of a call; for the pages that is the same as away. */
    private static <T, R> R ask(Parts parts, Class<T> service, Function<T, R> question) {
        try {
            return parts.find(service).map(question).orElse(null);
        } catch (RuntimeException e) {
            LOG.debug("{} did not answer", service.getSimpleName(), e);
            return null;
        }
    }
}
