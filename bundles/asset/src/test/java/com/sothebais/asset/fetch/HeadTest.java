package com.sothebais.asset.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sothebais.asset.testing.Samples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadTest {
    private static Head read(String raw) throws IOException {
        return Head.read(new ByteArrayInputStream(Samples.text(raw)));
    }

    @Test
    void fieldsAreKnownByTheirNamesInAnyCaseAndWithoutBlanks() throws IOException {
        Head head = read("HTTP/1.1 200 OK\r\nA:b\r\nVary: \t c d \t\r\nVARY: e\r\nEmpty:\r\n\r\n");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.field("a")).contains("b");
        assertThat(head.field("vary")).contains("c d, e");
        assertThat(head.field("empty")).isEmpty();
        assertThat(head.field("f")).isEmpty();
    }

    /** The second byte of each in UTF-8 is 0x85, which Java takes for the end of a line. */
    @ParameterizedTest
    @ValueSource(strings = {"\u00c5", "\u0445"})
    void lettersOfOtherAlphabetsBreakNothing(String letter) throws IOException {
        Head head = read("HTTP/1.1 200 " + letter + "\r\nContent-Disposition: inline; filename=" + letter + "\r\n\r\n");
        assertThat(head.field("content-disposition")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no colon", ": nameless", "a b: c", " folded: c", "A: b\rC: d"})
    void aBrokenFieldIsRefused(String field) {
        assertThatThrownBy(() -> read("HTTP/1.1 200 OK\r\n" + field + "\r\n\r\n"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("broken header");
    }

    /** There is no deadline while a line is taken apart. */
    @Test
    void blanksWithoutEndTakeNoTime() {
        String blanks = " ".repeat(Head.BYTES_MAX - 100);
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> assertThatThrownBy(
                        () -> read("HTTP/1.1 200 OK\r\nA:" + blanks + "\rb\r\n\r\n"))
                .hasMessageContaining("broken header"));
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> assertThat(
                        read("HTTP/1.1 200 OK\r\nA: b" + blanks + "c\r\n\r\n").field("a"))
                .isPresent());
    }
}
