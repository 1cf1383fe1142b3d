package com.sothebais.event.internal.log;

import com.sothebais.api.event.EventId;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.Recorded;
import com.sothebais.event.internal.codec.Bytes;
import com.sothebais.event.internal.codec.EventCodec;
import com.sothebais.event.internal.codec.Typed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * Facts as rows in the binary format of PostgreSQL's COPY, in the order of {@link LogRows#COLUMNS}. All but place and id is written
 * before the writers' turn; those three have a fixed width and are filled in when they are known.
 */
final class RowBatch {
    private static final byte[] HEAD = "PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int END = -1;
    private static final int NULL = -1;
    private static final int UUID_BYTES = 16;

    /** Behind the count of fields and the length of the first. */
    private static final int POSITION_AT = Short.BYTES + Integer.BYTES;

    private static final int SEQUENCE_AT = POSITION_AT + Long.BYTES + Integer.BYTES;
    private static final int ID_AT = SEQUENCE_AT + Long.BYTES + Integer.BYTES;

    private final List<NewEvent> facts;
    private final Bytes bytes;
    private final int[] starts;

    /** @param bytes is written from its beginning and belongs to the batch until the batch was loaded */
    RowBatch(List<NewEvent> facts, EventCodec codec, Bytes bytes) {
        this.facts = facts;
        this.bytes = bytes;
        this.starts = new int[facts.size() + 1];
        bytes.truncate(0);
        bytes.put(HEAD);
        for (int i = 0; i < facts.size(); i++) {
            starts[i] = bytes.length();
            row(facts.get(i), codec);
        }
        starts[facts.size()] = bytes.length();
        bytes.putShort(END);
    }

    List<NewEvent> facts() {
        return facts;
    }

    Bytes bytes() {
        return bytes;
    }

    /** Bytes of the row of the fact with that index. */
    int size(int index) {
        return starts[index + 1] - starts[index];
    }

    void place(int index, Recorded placed) {
        int start = starts[index];
        UUID id = placed.id().value();
        bytes.setLong(start + POSITION_AT, placed.position());
        bytes.setLong(start + SEQUENCE_AT, placed.sequence());
        bytes.setLong(start + ID_AT, id.getMostSignificantBits());
        bytes.setLong(start + ID_AT + Long.BYTES, id.getLeastSignificantBits());
    }

    private void row(NewEvent fact, EventCodec codec) {
        Typed typed = codec.typed(fact.event());
        bytes.putShort(LogRows.COUNT);
        number(0);
        number(0);
        uuid(0, 0);
        text(typed.type());
        bytes.putInt(Integer.BYTES);
        bytes.putInt(typed.version());
        text(fact.source());
        number(LogRows.micros(fact.at()));
        text(fact.correlation().value());
        fact.causation().map(EventId::value).ifPresentOrElse(this::uuid, () -> bytes.putInt(NULL));
        text(fact.stream().value());
        int payload = openField();
        typed.payload().accept(bytes);
        closeField(payload);
    }

    private void number(long value) {
        bytes.putInt(Long.BYTES);
        bytes.putLong(value);
    }

    private void uuid(UUID value) {
        uuid(value.getMostSignificantBits(), value.getLeastSignificantBits());
    }

    private void uuid(long high, long low) {
        bytes.putInt(UUID_BYTES);
        bytes.putLong(high);
        bytes.putLong(low);
    }

    private void text(String value) {
        int field = openField();
        bytes.putText(value);
        closeField(field);
    }

    /** Leaves room for the length. */
    private int openField() {
        bytes.putInt(0);
        return bytes.length();
    }

    private void closeField(int begin) {
        bytes.setInt(begin - Integer.BYTES, bytes.length() - begin);
    }
}
