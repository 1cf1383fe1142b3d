package com.sothebais.asset.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sothebais.api.asset.TokenException;
import com.sothebais.api.asset.TokenException.Problem;
import com.sothebais.api.asset.TokenMetadata;
import com.sothebais.api.asset.TokenMetadata.Trait;
import com.sothebais.asset.testing.Samples;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataTest {
    private static TokenMetadata read(String json) {
        return Metadata.read(Samples.text(json.replace('\'', '"')), Optional.of(BigInteger.TEN));
    }

    @Test
    void aTokenOfAMarketplaceIsRead() {
        TokenMetadata koi = read(
                "{'name': ' Koi  #7\\n', 'description': 'A fish.\\r\\nIt swims.', 'image': 'ipfs://a/7.png',"
                        + " 'animation_url': 'https://a.example/7.mp4', 'external_url': 'https://a.example', 'attributes': ["
                        + "{'trait_type': 'Colour', 'value': 'gold'}, {'display_type': 'number', 'trait_type': 'Age', 'value': 7},"
                        + " {'value': true}, {'trait_type': 'Artist', 'value': 'Aiko'}, {'trait_type': 'None', 'value': null}, 5]}");
        assertThat(koi.name()).contains("Koi #7");
        assertThat(koi.description()).isEqualTo("A fish.\nIt swims.");
        assertThat(koi.picture()).contains("ipfs://a/7.png");
        assertThat(koi.animation()).contains("https://a.example/7.mp4");
        assertThat(koi.artist()).contains("Aiko");
        assertThat(koi.traits())
                .containsExactly(
                        new Trait("Colour", "gold"),
                        new Trait("Age", "7"),
                        new Trait("", "true"),
                        new Trait("Artist", "Aiko"));
    }

    @Test
    void aTokenOfErc1155IsReadWithItsNumberInEveryAddress() {
        TokenMetadata token = read(
                "{'name': 'Koi', 'decimals': 0, 'image': 'https://a.example/{id}.png', 'properties':"
                        + " {'simple': 'text', 'rich': {'name': 'Colour', 'value': 'gold', 'display_value': 'Gold'}, 'list': [1]}}");
        assertThat(token.picture()).contains("https://a.example/" + "0".repeat(63) + "a.png");
        assertThat(token.traits()).containsExactly(new Trait("simple", "text"), new Trait("Colour", "gold"));
    }

    @Test
    void aDrawingInsideIsAPictureLikeAnyOther() {
        String svg = "<svg xmlns='http://www.w3.org/2000/svg' width='100%'/>";
        String picture = Metadata.read(Samples.text("{\"image_data\": \"" + svg + "\"}"), Optional.empty())
                .picture()
                .orElseThrow();
        assertThat(new String(DataUri.decode(picture), StandardCharsets.UTF_8)).isEqualTo(svg);
    }

    @Test
    void whatCannotBeSeenOrIsTooLongIsTakenOut() {
        TokenMetadata token = read("{'name': 'A\\u0000B\\u202EC\\ud800', 'description': '" + "x".repeat(5_000) + "'}");
        assertThat(token.name()).contains("ABC");
        // Controls of terminals, marks of direction, and blanks without width; what joins signs to one stays.
        TokenMetadata hidden = read("{'name': 'A\\u009b31m\\u0085B\\u200f\\u061c\\u200b\\u2060'}");
        assertThat(hidden.name()).contains("A31mB");
        assertThat(read("{'name': '\ud83d\udc69\u200d\ud83c\udfa8'}").name())
                .contains("\ud83d\udc69\u200d\ud83c\udfa8");
        assertThat(read("{'name': '\\u200b'}").name()).isEmpty();
        assertThat(token.description()).hasSize(TokenMetadata.DESCRIPTION_MAX).endsWith("x\u2026");
    }

    @Test
    void anArtistOfBlanksIsNone() {
        TokenMetadata token = read("{'attributes': [{'trait_type': 'Artist', 'value': ' '},"
                + " {'trait_type': 'Creator', 'value': 'Aiko'}]}");
        assertThat(token.artist()).contains("Aiko");
    }

    @Test
    void moreTraitsThanAreShownAreLeftOut() {
        String traits = "{'trait_type': 'a', 'value': 'b'},".repeat(500);
        assertThat(read("{'attributes': [" + traits + "{}]}").traits()).hasSize(TokenMetadata.TRAITS_MAX);
    }

    @Test
    void nothingIsNeeded() {
        assertThat(read("{'name': 5, 'image': {'a': 'b'}, 'attributes': 'none', 'properties': []}")
                        .picture())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "\"a\"", "<html>", "{\"a\": ", "{\"a\": 1,}", "{'a': 1}", "\u00ff"})
    void whatIsNoJsonObjectIsRefused(String text) {
        assertRefused(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void aDocumentThatWouldFillTheMemoryIsRefused() {
        assertRefused(Samples.text("{\"a\": " + "[".repeat(100_000)));
        assertRefused(Samples.text("{\"a\": [" + "1,".repeat(Json.VALUES_MAX) + "1]}"));
        assertRefused(Samples.text("{\"a\": 1" + "0".repeat(1_000) + "}"));
        assertRefused(Samples.text("{\"" + "a".repeat(100_000) + "\": 1}"));
    }

    private static void assertRefused(byte[] json) {
        TokenException refused =
                catchThrowableOfType(TokenException.class, () -> Metadata.read(json, Optional.empty()));
        assertThat(refused.problem()).isEqualTo(Problem.NOT_METADATA);
        assertThat(refused).hasMessageContaining("tokenURI");
    }
}
