package com.sothebais.settlement.internal;

import com.sothebais.api.chain.Chain;
import com.sothebais.api.chain.ChainException;
import com.sothebais.api.chain.ChainId;
import com.sothebais.api.chain.EscrowMovement;
import com.sothebais.api.event.Append;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.StreamId;
import com.sothebais.api.settlement.SettlementEvent.EscrowMoved;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Carries the movements of one chain into the log, each exactly once. The cursor moves in the transaction of the append; when an
 * append fails its outcome is unknown, so the cursor is read again before anything else. For one thread.
 */
final class DepositWatch {
    /** Most blocks asked for at once. */
    static final long BLOCKS_MAX = 1_000;

    /** Movements in one append, unless a single block has more: a block is never divided. */
    static final int MOVEMENTS_MAX = 500;

    private final ChainId id;
    private final EventLog log;
    private final Progress progress;
    private final InstantSource clock;
    private Optional<Cursor> known = Optional.empty();
    private long scanned;

    DepositWatch(ChainId id, EventLog log, Progress progress, InstantSource clock) {
        this.id = id;
        this.log = log;
        this.progress = progress;
        this.clock = clock;
    }

    /**
     * Everything up to a block is in the log.
     *
     * @param movements how many movements that is
     * @param complete whether it is the chain's newest safe block
     */
    record Scanned(long block, long movements, boolean complete) {}

    /**
     * One step ahead, at most {@link #BLOCKS_MAX} blocks.
     *
     * @throws ChainException when the chain does not answer or answers nonsense
     * @throws com.sothebais.api.event.EventLogException when nothing can be recorded
     */
    Scanned step(Chain chain) {
        Cursor cursor = cursor();
        long safe = chain.safeBlock();
        if (safe < scanned) {
            throw new ChainException(id, "its safe block went back from " + scanned + " to " + safe);
        }
        long to = Math.min(safe, scanned + BLOCKS_MAX);
        if (to > scanned) {
            for (List<EscrowMovement> part : parts(checked(chain, scanned + 1, to))) {
                cursor = record(cursor, part);
            }
            scanned = to;
        }
        return new Scanned(scanned, cursor.movements(), scanned == safe);
    }

    private Cursor cursor() {
        if (known.isEmpty()) {
            Cursor read = progress.cursor(id);
            known = Optional.of(read);
            scanned = read.block();
        }
        return known.orElseThrow();
    }

    private Cursor record(Cursor from, List<EscrowMovement> movements) {
        Cursor to = new Cursor(movements.get(movements.size() - 1).block(), from.movements() + movements.size());
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<NewEvent> facts =
                movements.stream().map(movement -> fact(movement, at)).toList();
        known = Optional.empty();
        log.append(new Append(facts, progress.moved(id, from, to), Optional.empty()));
        known = Optional.of(to);
        return to;
    }

    private NewEvent fact(EscrowMovement movement, Instant at) {
        return new NewEvent(
                new StreamId("escrow/" + id),
                new EscrowMoved(id, movement),
                "settlement",
                at,
                new CorrelationId(movement.tx().value()),
                Optional.empty());
    }

    private List<EscrowMovement> checked(Chain chain, long from, long to) {
        List<EscrowMovement> movements = chain.movements(from, to);
        long newest = from;
        for (EscrowMovement movement : movements) {
            if (movement.block() < newest || movement.block() > to) {
                throw new ChainException(
                        id,
                        "asked for blocks " + from + " to " + to + " in order, got " + movement + " after " + newest);
            }
            newest = movement.block();
        }
        return movements;
    }

    /** Cuts between blocks only, so that the cursor's block is always whole. */
    private static List<List<EscrowMovement>> parts(List<EscrowMovement> movements) {
        List<List<EscrowMovement>> parts = new ArrayList<>();
        List<EscrowMovement> part = new ArrayList<>();
        for (EscrowMovement movement : movements) {
            if (part.size() >= MOVEMENTS_MAX && part.get(part.size() - 1).block() != movement.block()) {
                parts.add(part);
                part = new ArrayList<>();
            }
            part.add(movement);
        }
        if (!part.isEmpty()) {
            parts.add(part);
        }
        return parts;
    }
}
