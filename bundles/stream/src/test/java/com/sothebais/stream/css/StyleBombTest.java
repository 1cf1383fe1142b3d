package com.sothebais.stream.css;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sothebais.stream.film.Work;
import com.sothebais.stream.markup.UnplayedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StyleBombTest {
    private static final String MOVES = "@keyframes m{to{opacity:0}}rect{animation:m 1s linear}";
    private static final long WORK_MAX_NANOS = 10_000_000_000L;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@import url(http://example.com/a.css);",
                "@import 'a.css' screen;",
                "@font-face{font-family:a;src:url(http://example.com/a.woff)}",
                "@namespace url(http://example.com/);",
                "@unknown {{{}}}",
                "@",
                "@;",
                "@media{",
                "}",
                ")",
                "<!-- -->",
                "rect{fill",
                "rect{fill:}",
                "{}",
                ",{}",
                "rect,{fill:red}",
                "rect{:}",
                "@keyframes{}",
                "@keyframes n{{}}",
                "@keyframes n{200%{fill:red}x{}}",
                "rect{transform:rotate(}",
                "rect{--a:var(--a);fill:var(--a)}",
                "rect{--a:var(--b);--b:var(--a);fill:var(--a)}",
                "/* never ends",
                "rect{content:'never ends",
            })
    void whatIsDamagedOrElsewhereIsLeftOut(String odd) {
        assertThat(StyleMotionTest.at(MOVES + odd, "<rect/>", 500))
                .contains("opacity:0.5")
                .doesNotContain("example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/*",
                "/**/",
                "(",
                "{",
                "[",
                "'",
                "@",
                " @a",
                "@a;",
                "@a{",
                "@media{",
                "@media all{",
                "a{}",
                "a b>",
                "a{b",
                "a{b:c;",
                "a,",
                ":not(",
                "var(",
                "\"\n"
            })
    void whatIsRepeatedWithoutEndIsReadAtOnceOrRefused(String piece) {
        String bomb = piece.repeat(Sheet.CHARS_MAX / piece.length() - 100);
        long begun = Work.nanos();
        try {
            StyleMotionTest.read(MOVES + bomb, "<rect/>");
            StyleMotionTest.read(MOVES + "rect{fill:" + bomb + "}", "<rect/>");
        } catch (UnplayedException e) {
            assertThat(e.getMessage()).contains("simplify");
        }
        assertThat(Work.nanos() - begun).isLessThan(WORK_MAX_NANOS);
    }

    @Test
    void variablesThatMultiplyAreBounded() {
        StringBuilder laughs = new StringBuilder("rect{--a0:x;");
        for (int i = 1; i < 10; i++) {
            laughs.append("--a" + i + ":" + ("var(--a" + (i - 1) + ") ").repeat(100) + ";");
        }
        laughs.append("fill:var(--a9)}");
        long begun = Work.nanos();
        assertThat(StyleMotionTest.at(MOVES + laughs, "<rect/>", 500)).doesNotContain("x x");
        assertThat(Work.nanos() - begun).isLessThan(WORK_MAX_NANOS);
    }

    @Test
    void refusesMoreThanIsPlayed() {
        refused("/" + "*".repeat(Sheet.CHARS_MAX) + "/", "<rect/>", "characters");
        refused("a{b:c}".repeat(Sheet.SELECTORS_MAX + 1), "<rect/>", "selectors");
        refused("a{" + "b:c;".repeat(Sheet.DECLARATIONS_MAX + 1) + "}", "<rect/>", "declarations");
        refused("@keyframes n{" + "1%{}".repeat(Keyframes.FRAMES_MAX + 1) + "}", "<rect/>", "keyframes");
        StringBuilder many = new StringBuilder();
        for (int i = 0; i <= Sheet.KEYFRAMES_MAX; i++) {
            many.append("@keyframes n" + i + "{}");
        }
        refused(many.toString(), "<rect/>", "animations");
        refused("", "<rect/>".repeat(StyleMotion.PLAYS_MAX + 1), "animations of elements");
        refused("@keyframes m{" + "50%{x:1}".repeat(60) + "}", "<rect/>".repeat(2_000), "values of keyframes");
        refused("rect a b c{fill:red}".repeat(2_900), "<b/>".repeat(4_000), "too many rules");
        refused("rect{fill:'" + "x".repeat(10_000) + "'}", "<rect/>".repeat(200), "of all elements together");
        StringBuilder wide = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            wide.append("a" + i + ":b;");
        }
        refused("rect{" + wide + "}", "<rect/>".repeat(100), "of all elements together");
        refused("svg{--" + wide.toString().replace(";", ";--") + "b:c}", "<b style='--x:1'/>".repeat(100), "together");
        refused("rect{fill:\\75rl(#a)}", "<rect/>", "escapes");
    }

    @Test
    void manySelectorsThatLookAtAllNeighboursAreBounded() {
        String looks = "g g g g g g g g:nth-last-child(7n+3) ~ b{fill:red}".repeat(1_000);
        String deep = "<g>".repeat(150) + "<b/>".repeat(3_000) + "</g>".repeat(150);
        long begun = Work.nanos();
        refused(looks, deep, "too many rules");
        assertThat(Work.nanos() - begun).isLessThan(WORK_MAX_NANOS);
    }

    @Test
    void aFileOfManyElementsInsideEachOtherIsNoEndOfTheStack() {
        refused("", "<g>".repeat(9_000) + "<rect/>" + "</g>".repeat(9_000), "elements around one");
    }

    private static void refused(String styles, String body, String reason) {
        assertThatExceptionOfType(UnplayedException.class)
                .isThrownBy(() -> StyleMotionTest.read(MOVES + styles, body))
                .withMessageContaining(reason);
    }
}
