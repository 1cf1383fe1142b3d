package com.sothebais.console.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {
    /** U+009B alone begins a command to a terminal, as escape and a bracket do. */
    @Test
    void aTextFromOutsideHasNothingThatATerminalObeys() {
        assertThat(Words.line("a\u001b[31mb\u009b31mc\u0085d\u202Ee\nf", 100)).isEqualTo("a [31mb 31mc d e f");
        assertThat(Words.line("abcdef", 4)).isEqualTo("abc…");
    }
}
