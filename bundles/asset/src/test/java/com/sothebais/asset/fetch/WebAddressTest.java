package com.sothebais.asset.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sothebais.api.asset.TokenException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://Example.org | https://example.org/",
                "HTTP://example.org:80/a?b=c#d | http://example.org/a?b=c",
                "https://example.org:8443/a | https://example.org:8443/a",
                "https://example.org/my art/\u00fc.png | https://example.org/my%20art/%C3%BC.png",
                "https://example.org/100%/%41 | https://example.org/100%25/%41",
                "https://example.org/{1} | https://example.org/%7B1%7D",
                "https://[2606:4700::1111]/a | https://[2606:4700::1111]/a",
                "https://1.1.1.1/a | https://1.1.1.1/a"
            })
    void anAddressIsReadAsPeopleWriteIt(String text, String expected) {
        assertThat(WebAddress.of(text)).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.org/a",
                "file:///etc/passwd",
                "gopher://example.org/",
                "//example.org/a",
                "https://",
                "https:///a",
                "https://user@example.org/",
                "https://user:secret@example.org/",
                "https://user:@[::1]/",
                "https://127.1/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0177.0.0.1/",
                "https://127.0.0.0x1/",
                "https://1.2.3.4.5/",
                "https://[fe80::1%25eth0]/",
                "https://[::ffff:1.2.3.4]/",
                "https://example.org:0/",
                "https://example.org:99999/",
                "https://exa mple.org/",
                "https://example.org/a\r\nHost: other",
                "https://-example.org/",
                "https://my_bucket.example.org/",
                "https://\u00fcber.example.org/"
            })
    void whatIsNoAddressOfTheWebIsRefused(String text) {
        assertThatThrownBy(() -> WebAddress.of(text)).isInstanceOf(TokenException.class);
    }

    @Test
    void aLocationIsReadFromWhereItWasGiven() {
        WebAddress at = WebAddress.of("https://example.org/a/b?c");
        assertThat(at.resolve("../d")).hasToString("https://example.org/d");
        assertThat(at.resolve("//other.org/e")).hasToString("https://other.org/e");
        assertThat(at.resolve("http://other.org")).hasToString("http://other.org/");
        assertThat(at.resolve("?d")).hasToString("https://example.org/a/b?d");
        assertThat(at.resolve("#d")).hasToString("https://example.org/a/b?c");
        assertThatThrownBy(() -> at.resolve("file:///etc/passwd")).isInstanceOf(TokenException.class);
        assertThatThrownBy(() -> at.resolve("//a:b@other.org/")).isInstanceOf(TokenException.class);
    }

    @Test
    void lettersThatALocationHasUnencodedAreTheirBytes() {
        WebAddress at = WebAddress.of("https://example.org/");
        String utf8 =
                new String("/\u00c5\u00fc\u0445.png".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertThat(at.resolve(utf8)).hasToString("https://example.org/%C3%85%C3%BC%D1%85.png");
        assertThat(at.resolve("/\u00fc.png")).hasToString("https://example.org/%FC.png");
    }
}
