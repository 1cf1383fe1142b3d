package com.sothebais.event.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sothebais.api.agent.HostEvent;
import com.sothebais.api.agent.HostEvent.LineSpoken;
import com.sothebais.api.agent.Mood;
import com.sothebais.api.auction.AuctionEvent;
import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.event.Event;
import com.sothebais.api.event.ReaderEvent;
import com.sothebais.api.identity.IdentityEvent;
import com.sothebais.api.settlement.SettlementEvent;
import com.sothebais.api.stream.DeskEvent;
import com.sothebais.api.stream.OutputEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class EventCodecTest {
    private final EventCodec codec = new EventCodec();

    @Property(tries = 300)
    void readsBackWhatItWrote(@ForAll long seed) {
        for (Event event : new Samples(seed).all()) {
            Encoded encoded = codec.encode(event);

            assertThat(codec.decode(encoded)).isEqualTo(event);
            assertThat(encoded.json())
                    .isEqualTo(codec.encode(codec.decode(encoded)).json());
        }
    }

    @Test
    void hasASampleOfEveryFactOfEveryFamily() {
        Set<Class<?>> facts = Stream.of(
                        AuctionEvent.class,
                        SettlementEvent.class,
                        IdentityEvent.class,
                        HostEvent.class,
                        ReaderEvent.class,
                        OutputEvent.class,
                        DeskEvent.class)
                .flatMap(family -> Stream.of(family.getPermittedSubclasses()))
                .collect(Collectors.toSet());

        assertThat(new Samples(1).all()).<Class<?>>extracting(Event::getClass).hasSameElementsAs(facts);
    }

    @Test
    void keepsHalvesOfSurrogatePairsAndZeroCharacters() {
        LineSpoken line = new LineSpoken("half \ud83c here, zero \u0000 there", Mood.CALM);

        Encoded encoded = codec.encode(line);

        assertThat(encoded.json()).isASCII();
        assertThat(codec.decode(encoded)).isEqualTo(line);
    }

    @Test
    void readsAnUnknownTypeAsAnOpaqueFactThatIsWrittenAgainUnchanged() {
        Encoded foreign = new Encoded("weather.rained", 3, "{\"drops\": 12.5}");

        Event event = codec.decode(foreign);

        assertThat(event).isEqualTo(new UnknownEvent("weather.rained", 3, "{\"drops\": 12.5}"));
        assertThat(codec.encode(event)).isEqualTo(foreign);
    }

    @Test
    void readsAVersionOfTheFutureAsAnOpaqueFact() {
        assertThat(codec.decode(new Encoded("host.line-spoken", 99, "{}"))).isInstanceOf(UnknownEvent.class);
    }

    @Test
    void readsADamagedPayloadAsAnOpaqueFact() {
        for (String json : List.of("", "{", "[]", "{}", "{\"text\": 1, \"mood\": \"CALM\"}", "{} {}", "null")) {
            assertThat(codec.decode(new Encoded("host.line-spoken", 1, json)))
                    .as(json)
                    .isInstanceOf(UnknownEvent.class);
        }
    }

    @Test
    void saysWhatIsWrongWithAPayloadThatSomebodyWrites() {
        Event fact = new Samples(1)
                .all().stream()
                        .filter(BidAccepted.class::isInstance)
                        .findFirst()
                        .orElseThrow();
        Encoded bid = codec.encode(fact);

        assertThat(codec.parse(bid)).isEqualTo(fact);
        refuses(new Encoded("weather.rained", 1, "{}"), "unknown here");
        refuses(new Encoded(bid.type(), 99, bid.json()), "unknown here");
        refuses(new Encoded(bid.type(), bid.version(), "{}"), "'auction' is missing");
        refuses(new Encoded(bid.type(), bid.version(), bid.json() + "}"), "follows");
        refuses(changed(bid, "\"units\":\"", "\"units\":7,\"was\":\""), "'units' should be a text");
        refuses(changed(bid, "\"units\":\"", "\"units\":\"x"), "no " + bid.type());
        refuses(changed(bid, "\"decimals\":", "\"decimals\":true,\"was\":"), "'decimals' should be a number");
        refuses(changed(bid, "\"wallet\":\"0x", "\"wallet\":\"0y"), "no " + bid.type());
    }

    private static Encoded changed(Encoded fact, String part, String by) {
        return new Encoded(fact.type(), fact.version(), fact.json().replace(part, by));
    }

    private void refuses(Encoded payload, String reason) {
        assertThatThrownBy(() -> codec.parse(payload))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void refusesAnEventOfNoFamily() {
        assertThatThrownBy(() -> codec.encode(new Event() {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no family");
    }

    @Test
    void bringsAnOldPayloadUpToDateOneVersionAfterAnother() {
        EventType<LineSpoken> third = new EventType<>(
                "host.line-spoken",
                3,
                (out, event) -> out.text("words", event.text())
                        .text("mood", event.mood().name()),
                in -> new LineSpoken(in.text("words"), in.constant("mood", Mood.class)));
        Upcaster rename = new Upcaster("host.line-spoken", 1, fields -> {
            fields.put("words", fields.remove("text"));
            return fields;
        });
        Upcaster addMood = new Upcaster("host.line-spoken", 2, fields -> {
            Map<String, Object> withMood = new HashMap<>(fields);
            withMood.putIfAbsent("mood", "CALM");
            return withMood;
        });
        EventCodec newer = new EventCodec(List.of(third), List.of(addMood, rename));

        assertThat(newer.decode(new Encoded("host.line-spoken", 1, "{\"text\":\"hello\"}")))
                .isEqualTo(new LineSpoken("hello", Mood.CALM));
        assertThat(newer.decode(new Encoded("host.line-spoken", 2, "{\"words\":\"hi\",\"mood\":\"AMUSED\"}")))
                .isEqualTo(new LineSpoken("hi", Mood.AMUSED));
    }
}
