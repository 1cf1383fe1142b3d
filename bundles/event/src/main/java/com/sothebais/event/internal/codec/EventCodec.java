package com.sothebais.event.internal.codec;

import com.sothebais.api.agent.HostEvent;
import com.sothebais.api.auction.AuctionEvent;
import com.sothebais.api.event.Event;
import com.sothebais.api.event.ReaderEvent;
import com.sothebais.api.identity.IdentityEvent;
import com.sothebais.api.settlement.SettlementEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns facts into what is stored and back. Thread-safe. */
public final class EventCodec {
    private static final Logger LOG = LoggerFactory.getLogger(EventCodec.class);

    private final Map<String, EventType<?>> types = new HashMap<>();
    private final Map<String, Upcaster> upcasters = new HashMap<>();
    private final Set<String> reported = ConcurrentHashMap.newKeySet();
    private final AuctionTypes auction = new AuctionTypes();
    private final SettlementTypes settlement = new SettlementTypes();
    private final IdentityTypes identity = new IdentityTypes();
    private final HostTypes host = new HostTypes();
    private final ReaderTypes reader = new ReaderTypes();

    public EventCodec() {
        this(
                Stream.of(AuctionTypes.ALL, SettlementTypes.ALL, IdentityTypes.ALL, HostTypes.ALL, ReaderTypes.ALL)
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
    public Encoded encode(Event event) {
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
        if (event instanceof UnknownEvent fact) {
            return new Encoded(fact.type(), fact.version(), fact.json());
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
        EventType<?> type = types.get(encoded.type());
        if (type == null || encoded.version() > type.version()) {
            throw new IllegalArgumentException(
                    "facts of type " + encoded.type() + " version " + encoded.version() + " are unknown here");
        }
        try {
            return read(type, encoded);
        } catch (CodecException | NullPointerException e) {
            throw new IllegalArgumentException(
                    "the payload is no " + encoded.type() + " of version " + encoded.version() + ": " + e.getMessage(),
                    e);
        }
    }

    /** Never fails: what cannot be read becomes an {@link UnknownEvent}, because one bad fact must not stop every reader. */
    public Event decode(Encoded encoded) {
        EventType<?> type = types.get(encoded.type());
        if (type == null || encoded.version() > type.version()) {
            if (reported.add(encoded.type() + "/" + encoded.version())) {
                LOG.warn("facts of type {} version {} are unknown here", encoded.type(), encoded.version());
            }
            return opaque(encoded);
        }
        try {
            return read(type, encoded);
        } catch (CodecException | IllegalArgumentException | NullPointerException e) {
            LOG.error(
                    "a fact of type {} version {} is damaged and is passed over", encoded.type(), encoded.version(), e);
            return opaque(encoded);
        }
    }

    private Event read(EventType<?> type, Encoded encoded) {
        Map<String, Object> fields = JsonTree.parse(encoded.json());
        for (int version = encoded.version(); version < type.version(); version++) {
            Upcaster upcaster = upcasters.get(type.name() + "/" + version);
            if (upcaster == null) {
                throw new CodecException("no way from version " + version + " of " + type.name() + " to the next");
            }
            fields = upcaster.change().apply(fields);
        }
        return type.reader().read(new JsonIn(fields));
    }

    private static UnknownEvent opaque(Encoded encoded) {
        return new UnknownEvent(encoded.type(), encoded.version(), encoded.json());
    }
}
