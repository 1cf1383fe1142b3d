package com.sothebais.asset.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sothebais.api.asset.TokenException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {
    private static final String CID = "QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnaaaa";

    private final Addresses addresses = new Addresses(List.of("https://one.example/ipfs/", "https://two.example/"));

    @Test
    void anIpfsAddressIsAskedForAtEveryGatewayInTurn() {
        for (String uri : List.of("ipfs://" + CID + "/7 a.json", "IPFS://ipfs/" + CID + "/7 a.json")) {
            assertThat(((Place.Gateways) addresses.place(uri)).addresses())
                    .extracting(Object::toString)
                    .containsExactly(
                            "https://one.example/ipfs/" + CID + "/7%20a.json",
                            "https://two.example/" + CID + "/7%20a.json");
        }
    }

    @Test
    void withoutAGatewayItSaysWhereToNameOne() {
        assertThatThrownBy(() -> new Addresses(List.of()).place("ipfs://" + CID))
                .isInstanceOf(TokenException.class)
                .hasMessageContaining("token.gateways");
    }

    @Test
    void aGatewayIsAnAddressWithASlashAtItsEnd() {
        assertThat(Addresses.wrongGateway("https://ipfs.io/ipfs/")).isEmpty();
        assertThat(Addresses.wrongGateway("https://ipfs.io/ipfs")).isPresent();
        assertThat(Addresses.wrongGateway("ipfs.io")).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "data:application/json;base64,eyJhIjoxfQ== | {\"a\":1}",
                "data:application/json;base64,eyJhIjoxfQ | {\"a\":1}",
                "data:application/json;base64,eyJhIjoxfQ%3D%3D | {\"a\":1}",
                "data:application/json;utf8,{\"a\":\"100% #1\"} | {\"a\":\"100% #1\"}",
                "data:application/json;charset=utf-8,%7B%22a%22%3A1%7D | {\"a\":1}",
                "DATA:,\u00fc | \u00fc"
            })
    void aDataAddressHasItsContentInside(String uri, String content) {
        assertThat(((Place.Inside) addresses.place(uri)).content()).isEqualTo(content.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ar://abc | https://arweave.net/",
                "ipns://example.org/a | ipfs://",
                "ipfs://short | copy it whole",
                CID + " | write ipfs:// before it",
                "file:///etc/passwd | begins with https://",
                "koi.json | begins with https://",
                "data:application/json;base64 | no comma",
                "data:;base64,a*b | not Base64"
            })
    void whatIsNoneSaysWhatToDo(String uri, String hint) {
        assertThatThrownBy(() -> addresses.place(uri))
                .isInstanceOf(TokenException.class)
                .hasMessageContaining(hint);
    }

    @Test
    void theNumberOfTheTokenGoesWhereTheAddressWantsIt() {
        Optional<BigInteger> id = Optional.of(new BigInteger("314592"));
        assertThat(Addresses.numbered("https://a.example/{id}.json", id))
                .isEqualTo("https://a.example/000000000000000000000000000000000000000000000000000000000004cce0.json");
        assertThat(Addresses.numbered("https://a.example/1.json", Optional.empty()))
                .isEqualTo("https://a.example/1.json");
        assertThatThrownBy(() -> Addresses.numbered("https://a.example/{id}", Optional.empty()))
                .isInstanceOf(TokenException.class)
                .hasMessageContaining("tokenId");
    }

    /** Metadata name addresses too, and their refusal is read in a terminal. */
    @Test
    void anAddressOfAStrangerIsShownWithoutWhatCannotBeSeen() {
        assertThatThrownBy(() -> addresses.place("ftp:\u009b31m\u202Ea"))
                .isInstanceOf(TokenException.class)
                .hasMessageContaining("'ftp:31ma'");
    }
}
