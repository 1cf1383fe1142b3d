package com.sothebais.event.internal.log;

import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.Event;
import com.sothebais.api.event.EventId;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.event.StreamId;
import com.sothebais.event.internal.codec.EventCodec;
import com.sothebais.event.internal.codec.Shared;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Makes facts of rows, which come from a query or, many at a time, from COPY in its binary format. Used by one thread. */
final class LogRows {
    /** What every statement names, in this order. */
    static final String COLUMNS =
            "position, sequence, id, type, version, source, at, correlation, causation, stream, payload";

    static final int COUNT = 11;

    private static final int HEAD_MAGIC = 0x5047434f; // "PGCO"
    private static final int HEAD_EXTENSION_AT = 15;
    private static final int END = -1;
    private static final long EPOCH_SECONDS =
            Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
    private static final long MICROS = 1_000_000;
    private static final Function<String, StreamId> STREAM = StreamId::new;
    private static final Function<String, String> NAME = Function.identity();

    private final EventCodec codec;
    private final Shared shared;
    private final List<Recorded> facts = new ArrayList<>();

    LogRows(EventCodec codec, Shared shared) {
        this.codec = codec;
        this.shared = shared;
    }

    /** All facts so far, in the order they came. */
    List<Recorded> facts() {
        return facts;
    }

    /** As the database counts: microseconds since 2000. */
    static long micros(Instant instant) {
        return (instant.getEpochSecond() - EPOCH_SECONDS) * MICROS + instant.getNano() / 1_000;
    }

    LogRows takeAll(ResultSet row) throws SQLException {
        while (row.next()) {
            byte[] payload = row.getBytes(11);
            Event event = codec.decode(row.getString(4), row.getInt(5), payload, 0, payload.length, shared);
            NewEvent fact = new NewEvent(
                    new StreamId(row.getString(10)),
                    event,
                    row.getString(6),
                    row.getObject(7, OffsetDateTime.class).toInstant(),
                    new CorrelationId(row.getString(8)),
                    Optional.ofNullable(row.getObject(9, UUID.class)).map(EventId::new));
            facts.add(new Recorded(row.getLong(1), new EventId(row.getObject(3, UUID.class)), row.getLong(2), fact));
        }
        return this;
    }

    /** Takes one message of COPY: a row, before the first the head, at the end the trailer. */
    void take(byte[] message) {
        ByteBuffer row = ByteBuffer.wrap(message);
        if (message.length > HEAD_EXTENSION_AT && row.getInt(0) == HEAD_MAGIC) {
            row.position(HEAD_EXTENSION_AT);
            row.position(HEAD_EXTENSION_AT + Integer.BYTES + row.getInt());
        }
        if (row.getShort() != END) {
            facts.add(fact(row));
        }
    }

    private Recorded fact(ByteBuffer row) {
        long position = number(row);
        long sequence = number(row);
        EventId id = id(row).orElseThrow();
        String type = shared(row, NAME);
        row.getInt();
        int version = row.getInt();
        String source = shared(row, NAME);
        Instant at = instant(number(row));
        CorrelationId correlation = new CorrelationId(text(row));
        Optional<EventId> causation = id(row);
        StreamId stream = shared(row, STREAM);
        int length = row.getInt();
        int from = row.position();
        Event event = codec.decode(type, version, row.array(), from, from + length, shared);
        return new Recorded(position, id, sequence, new NewEvent(stream, event, source, at, correlation, causation));
    }

    private static long number(ByteBuffer row) {
        row.getInt();
        return row.getLong();
    }

    private static Optional<EventId> id(ByteBuffer row) {
        return row.getInt() < 0 ? Optional.empty() : Optional.of(new EventId(new UUID(row.getLong(), row.getLong())));
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(
                EPOCH_SECONDS + Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000);
    }

    private static String text(ByteBuffer row) {
        int length = row.getInt();
        int from = row.position();
        row.position(from + length);
        return new String(row.array(), from, length, StandardCharsets.UTF_8);
    }

    /** Streams, sources and types come again and again. */
    private <T> T shared(ByteBuffer row, Function<String, T> maker) {
        int length = row.getInt();
        int from = row.position();
        row.position(from + length);
        return shared.text(maker, row.array(), from, from + length);
    }
}
