package com.sothebais.stream.scene;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645",
                "\u0645\u06CC\u0651\u200C\u062E",
                "\uD83D\uDC69\u200D\uD83D\uDE80",
                "\uD83D\uDC69\uD83C\uDFFD\u200D\uD83C\uDFA8",
                "\uD83C\uDFF3\uFE0F\u200D\uD83C\uDF08",
                "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
                "\uD83E\uDDD1\u200D\u2695\uFE0F",
                "\u0915\u094D\u200D\u0937",
                "\u0DC1\u0DCA\u200D\u0DBB\u0DD3"
            })
    void keepsJoinersWhereSpellingNeedsThem(String text) {
        assertThat(Words.clean(text, 60)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "le\u200Dna, lena",
        "le\u200Cna, lena",
        "lena\u200D, lena",
        "\u200Dlena, lena",
        "\u0645\u06CC\u200C, \u0645\u06CC",
        "\u0645\u200C\u200C\u06CC, \u0645\u06CC",
        "2\u200D5, 25",
        "a\u200D\uD83D\uDE80, a\uD83D\uDE80",
        "\uD83D\uDE80\u200Db, \uD83D\uDE80b",
        "a\u202Ebc, abc",
        "a\u2066bc\u2069, abc",
        "a\u200Eb\u200F, ab",
        "a\u0007b, ab",
        "a\u00ADb\uFEFF, ab"
    })
    void takesAwayWhatOnlyHidesOrTurnsText(String text, String clean) {
        assertThat(Words.clean(text, 60)).isEqualTo(clean);
    }

    @Test
    void neverCutsThroughWhatIsJoined() {
        String family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
        for (int max = 4; max < 12; max++) {
            assertThat(Words.clean("ab " + family + family, max)).isEqualTo("ab…");
        }
        assertThat(Words.clean("ab " + family + family, 13)).isEqualTo("ab " + family + "…");
        assertThat(Words.clean("abcde\u0301fgh", 6)).isEqualTo("abcd…");
    }

    @Test
    void cutsPlainTextWhereItAlwaysDid() {
        assertThat(Words.clean("one  two three", 9)).isEqualTo("one two t…");
    }
}
