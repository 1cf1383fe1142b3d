package com.sothebais.web.internal.guard;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Keeps every promise of {@link Keys} but to survive a restart. */
public final class MemoryKeys implements Keys {
    private final InstantSource clock;
    private final Map<String, Row> rows = new HashMap<>();

    public MemoryKeys(InstantSource clock) {
        this.clock = clock;
    }

    private record Row(UUID ticket, String bodyHash, Instant started, Claim.Done done) {}

    @Override
    public synchronized Claim claim(Use use) {
        String id = BodyHash.of(use.person(), use.method(), use.path(), use.key());
        Row row = rows.get(id);
        Instant now = clock.instant();
        if (row != null && row.started.plus(KEPT).isAfter(now)) {
            if (!row.bodyHash.equals(use.bodyHash())) {
                return new Claim.OtherBody();
            }
            if (row.done != null) {
                return row.done;
            }
            if (row.started.plus(RUNNING_MAX).isAfter(now)) {
                return new Claim.Running(row.started);
            }
        }
        UUID ticket = UUID.randomUUID();
        rows.put(id, new Row(ticket, use.bodyHash(), now, null));
        return new Claim.First(ticket);
    }

    @Override
    public synchronized void finish(UUID ticket, int status, byte[] answer) {
        byte[] kept = answer.length > ANSWER_MAX_BYTES ? new byte[0] : answer;
        rows.replaceAll((id, row) -> row.ticket.equals(ticket)
                ? new Row(ticket, row.bodyHash, row.started, new Claim.Done(status, kept))
                : row);
    }

    @Override
    public synchronized void release(UUID ticket) {
        rows.values().removeIf(row -> row.ticket.equals(ticket));
    }
}
