package com.sothebais.event.internal.codec;

import com.sothebais.api.agent.HostEvent;
import com.sothebais.api.auction.AuctionEvent;
import com.sothebais.api.event.Event;
import com.sothebais.api.event.ReaderEvent;
import com.sothebais.api.identity.IdentityEvent;
import com.sothebais.api.settlement.SettlementEvent;
import com.sothebais.api.stream.DeskEvent;
import com.sothebais.api.stream.OutputEvent;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns facts into what is stored and back. Thread-safe. */
public final class EventCodec {
    private static final Logger LOG = LoggerFactory.getLogger(EventCodec.class);

    /** Kinds of unknown facts that are told of in the log of the platform. */
    private static final int REPORTED_MAX = 100;

    private final Map<String, EventType<?>> types = new HashMap<>();
    private final Map<String, Upcaster> upcasters = new HashMap<>();
    private final Set<String> reported = ConcurrentHashMap.newKeySet();
    private final AuctionTypes auction = new AuctionTypes();
    private final SettlementTypes settlement = new SettlementTypes();
    private final IdentityTypes identity = new IdentityTypes();
    private final HostTypes host = new HostTypes();
    private final ReaderTypes reader = new ReaderTypes();
    private final OutputTypes output = new OutputTypes();
    private final DeskTypes desk = new DeskTypes();

    public EventCodec() {
        this(
                Stream.of(
                                AuctionTypes.ALL,
                                SettlementTypes.ALL,
                                IdentityTypes.ALL,
                                HostTypes.ALL,
                                ReaderTypes.ALL,
                                OutputTypes.ALL,
                                DeskTypes.ALL)
                        .<EventType<?>>flatMap(List::stream)
                        .toList(),
                Upcasts.ALL);
    }

    EventCodec(List<EventType<?>> types, List<Upcaster> upcasters) {
        for (EventType<?> type : types) {
            if (this.types.put(type.name(), type) != null) {
                throw new IllegalStateException("two types are named " + type.name());
            }
        }
        upcasters.forEach(upcaster -> this.upcasters.put(upcaster.type() + "/" + upcaster.from(), upcaster));
    }

    /** @throws IllegalArgumentException for an event of no family */
    public Typed typed(Event event) {
        if (event instanceof AuctionEvent fact) {
            return fact.fold(auction);
        }
        if (event instanceof SettlementEvent fact) {
            return fact.fold(settlement);
        }
        if (event instanceof IdentityEvent fact) {
            return fact.fold(identity);
        }
        if (event instanceof HostEvent fact) {
            return fact.fold(host);
        }
        if (event instanceof ReaderEvent fact) {
            return fact.fold(reader);
        }
        if (event instanceof OutputEvent fact) {
            return fact.fold(output);
        }
        if (event instanceof DeskEvent fact) {
            return fact.fold(desk);
        }
        if (event instanceof UnknownEvent fact) {
            return new Typed(fact.type(), fact.version(), bytes -> bytes.putText(fact.json()));
        }
        throw new IllegalArgumentException(
                "no family of facts has a " + event.getClass().getName());
    }

    /**
     * Reads a payload and says what is wrong with it.
     *
     * @throws IllegalArgumentException when it is no fact of that type and version
     */
    public Event parse(Encoded encoded) {
        EventType<?> type = known(encoded.type(), encoded.version())
                .orElseThrow(() -> new IllegalArgumentException(
                        "facts of type " + encoded.type() + " version " + encoded.version() + " are unknown here"));
        byte[] payload = encoded.json().getBytes(StandardCharsets.UTF_8);
        try {
            return read(type, encoded.version(), payload, 0, payload.length, new Shared());
        } catch (CodecException e) {
            throw new IllegalArgumentException(
                    "the payload is no " + encoded.type() + " of version " + encoded.version() + ": " + e.getMessage(),
                    e);
        }
    }

    /** @throws IllegalArgumentException for an event of no family */
    public Encoded encode(Event event) {
        return typed(event).encoded();
    }

    /** Never fails: what cannot be read becomes an {@link UnknownEvent}, because one bad fact must not stop every reader. */
    public Event decode(Encoded encoded) {
        byte[] payload = encoded.json().getBytes(StandardCharsets.UTF_8);
        return decode(encoded.type(), encoded.version(), payload, 0, payload.length, new Shared());
    }

    /**
     * Never fails, as {@link #decode(Encoded)}.
     *
     * @param payload holds the payload in UTF-8 from {@code from} to {@code to}
     * @param shared values of facts that were read before
     */
    public Event decode(String type, int version, byte[] payload, int from, int to, Shared shared) {
        Optional<EventType<?>> known = known(type, version);
        if (known.isEmpty()) {
            if (reported.size() < REPORTED_MAX && reported.add(type + "/" + version)) {
                LOG.warn("facts of type {} version {} are unknown here", type, version);
            }
            return new UnknownEvent(type, version, text(payload, from, to));
        }
        try {
            return read(known.get(), version, payload, from, to, shared);
        } catch (CodecException e) {
            LOG.error("a fact of type {} version {} is damaged and is passed over", type, version, e);
            return new UnknownEvent(type, version, text(payload, from, to));
        }
    }

    private Optional<EventType<?>> known(String type, int version) {
        return Optional.<EventType<?>>ofNullable(types.get(type)).filter(known -> version <= known.version());
    }

    /** @throws CodecException when the payload is damaged, be it in its form or because a record refuses what it says */
    private Event read(EventType<?> type, int version, byte[] payload, int from, int to, Shared shared) {
        try {
            return version == type.version()
                    ? new JsonIn(payload, from, to, shared).read(type.reader())
                    : upcast(type, version, text(payload, from, to), shared);
        } catch (IllegalArgumentException | NullPointerException | ArithmeticException | DateTimeException e) {
            throw new CodecException(e.getMessage() == null ? e.toString() : e.getMessage(), e);
        }
    }

    /** Old payloads take the long way: to a tree, from version to version, and from there as if they had just been written. */
    private Event upcast(EventType<?> type, int from, String json, Shared shared) {
        Map<String, Object> fields = JsonTree.parse(json);
        for (int version = from; version < type.version(); version++) {
            Upcaster upcaster = upcasters.get(type.name() + "/" + version);
            if (upcaster == null) {
                throw new CodecException("no way from version " + version + " of " + type.name() + " to the next");
            }
            fields = upcaster.change().apply(fields);
        }
        Bytes payload = JsonOut.tree(fields);
        return new JsonIn(payload.array(), 0, payload.length(), shared).read(type.reader());
    }

    private static String text(byte[] payload, int from, int to) {
        return new String(payload, from, to - from, StandardCharsets.UTF_8);
    }
}
