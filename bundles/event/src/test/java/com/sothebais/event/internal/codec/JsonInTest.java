package com.sothebais.event.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonInTest {
    private static final JsonReader<String> NAME = in -> in.text("name");

    private final Shared shared = new Shared();

    @Test
    void findsFieldsInAnyOrderAndPassesOverOthers() {
        String json = " { \"c\" : [ 1 , {\"a\":\"no\"} ] , \"b\" : -7 , \"a\" : \"yes\" } ";

        assertThat(read(json, in -> in.text("a") + in.number("b"))).isEqualTo("yes-7");
        assertThat(read(json, in -> in.number("b") + in.text("a"))).isEqualTo("-7yes");
        assertThat(read(json, in -> in.optionalText("absent"))).isEqualTo(Optional.empty());
    }

    @Test
    void readsEscapesAndEveryKindOfCharacter() {
        assertThat(read("{\"a\":\"\\u00e9\\ud83c\\n\\/é漢🎩\\\"\"}", in -> in.text("a")))
                .isEqualTo("é\ud83c\n/é漢🎩\"");
    }

    @Test
    void goesOnBehindNestedObjectsAndLists() {
        String json =
                "{\"one\":{\"name\":\"x\",\"more\":{}},\"all\":[{\"name\":\"y\"},{\"name\":\"z\"}],\"none\":[],\"ok\":true}";

        assertThat(read(
                        json,
                        in -> List.of(
                                in.object("one", NAME), in.list("all", NAME), in.list("none", NAME), in.flag("ok"))))
                .isEqualTo(List.of("x", List.of("y", "z"), List.of(), true));
    }

    @Test
    void sharesWhatIsWrittenAlikeAndNothingElse() {
        Object first = read(
                "{\"a\":{\"name\":\"somebody with a long name, so that it has places to look at\"}}",
                JsonInTest::named);
        Object again = read(
                "{\"a\":{\"name\":\"somebody with a long name, so that it has places to look at\"},\"b\":1}",
                JsonInTest::named);
        Object other = read(
                "{\"a\":{\"name\":\"somebody with a long name, so that it has places to look at!\"}}",
                JsonInTest::named);

        assertThat(again).isSameAs(first);
        assertThat(other).asString().endsWith("!");
    }

    @Test
    void readsTheLargestNumbersAndRefusesLargerOnes() {
        assertThat(read("{\"a\":-9223372036854775808}", in -> in.number("a"))).isEqualTo(Long.MIN_VALUE);
        assertThat(read("{\"a\":9223372036854775807}", in -> in.number("a"))).isEqualTo(Long.MAX_VALUE);
        assertThatThrownBy(() -> read("{\"a\":9223372036854775808}", in -> in.number("a")))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void refusesWhatIsNoJson() {
        for (String json : List.of(
                "{\"a\":\"x\"",
                "{\"a\":\"x\\",
                "{\"a\":\"x}",
                "{\"a\":\"x\",}",
                "{\"a\" \"x\"}",
                "{\"a\":\"x\"}}",
                "{\"a\":\"x\" \"b\":1}",
                "{\"a\":\"\\q\"}",
                "{\"a\":\"\\u12\"}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"x\",\"b\":1.5}",
                "{\"a\":\"x\",\"b\":nul}",
                "{\"a\":1}",
                "{a:\"x\"}")) {
            assertThatThrownBy(() -> read(json, in -> in.text("a"))).as(json).isInstanceOf(CodecException.class);
        }
    }

    @Test
    void readsInstantsAsTheGeneralParserDoes() {
        for (String text : List.of(
                "2026-03-01T19:00:00Z",
                "2026-03-01T19:00:00.1Z",
                "2026-03-01T19:00:00.123Z",
                "2026-03-01T19:00:00.000001Z",
                "1969-12-31T23:59:59.123456789Z",
                "2024-02-29T23:59:59Z",
                "+12026-03-01T19:00:00Z",
                "2026-03-01T24:00:00Z",
                "2026-03-01T19:00:00+01:00")) {
            assertThat(Instants.parse(text)).as(text).isEqualTo(Instant.parse(text));
        }
    }

    private static String named(JsonIn in) {
        return in.shared("a", NAME);
    }

    private Object read(String json, JsonReader<?> reader) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return new JsonIn(bytes, 0, bytes.length, shared).read(reader);
    }
}
