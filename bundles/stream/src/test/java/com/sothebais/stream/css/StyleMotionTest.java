package com.sothebais.stream.css;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.stream.moving.MovingDrawing;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StyleMotionTest {
    static Optional<MovingDrawing> read(String styles, String body) {
        String svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 200 100'><style>" + styles + "</style>"
                + body + "</svg>";
        try {
            return MovingDrawing.read(XMLInputFactory.newDefaultFactory()
                    .createXMLStreamReader(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8))));
        } catch (XMLStreamException e) {
            throw new AssertionError(e);
        }
    }

    static String at(String styles, String body, long millis) {
        return new String(read(styles, body).orElseThrow().at(millis), StandardCharsets.UTF_8);
    }

    /** Each runs a second and is looked at half way, evenly. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "from{opacity:.2}to{opacity:60%}|opacity:0.4",
                "to{opacity:0}|opacity:0.5",
                "50%{opacity:.3}|opacity:0.3",
                "0%,100%{opacity:1}50%{opacity:.3}|opacity:0.3",
                "from{fill:red}to{fill:blue}|fill:rgb(128,0,128)",
                "from{fill:#f000}to{fill:#00f}|fill:rgba(0,0,255,0.5)",
                "from{fill:rgba(255,0,0,.5)}to{fill:rgb(0 0 255)}|fill:rgba(85,0,170,0.75)",
                "from{fill:hsl(120,100%,50%)}to{fill:hsl(.5turn 100% 50%)}|fill:rgb(0,255,128)",
                "from{fill:none}to{fill:red}|fill:rgb(255,0,0)",
                "from{stroke:currentColor}to{stroke:#fff}|stroke:rgb(128,128,128)",
                "from{stroke-width:2px}to{stroke-width:4}|stroke-width:3",
                "from{stroke-dasharray:4 8}to{stroke-dasharray:2 2 2}|stroke-dasharray:3,5,3,5,3,5",
                "from{stroke-dashoffset:100}to{stroke-dashoffset:0}|stroke-dashoffset:50",
                "from{transform:rotate(0)}to{transform:rotate(1turn)}|rotate(180)",
                "to{transform:rotate(90deg)}|rotate(45)",
                "to{transform:rotate(100grad) scale(3,2)}|rotate(45) scale(2,1.5)",
                "to{transform:translate(50%,50%)}|translate(50,25)",
                "to{transform:translate(calc(50% + 10px))}|translate(55,0)",
                "to{transform:translate3d(8px,4px,9px) skewX(45deg)}|translate(4,2) matrix(1,0,0.414214,1,0,0)",
                "to{transform:rotateY(180deg)}|matrix(0,0,0,1,0,0)",
                // Taken apart: turned by a quarter and moved, half of both.
                "from{transform:scale(1)}to{transform:matrix(0,1,-1,0,30,10)}|matrix(0.707107,0.707107,-0.707107,0.707107,15,5)",
                "from{transform:scale(2) rotate(0)}to{transform:scale(4) translate(8px)}|scale(3,3) matrix(1,0,0,1,4,0)",
                "to{-webkit-transform:scale(3)}|scale(2,2)",
                "from{cx:10px}to{cx:50%}|cx=~55~",
                // A number that is nearly nothing has no exponent, which attributes may not have.
                "to{transform:matrix(1,0,.0001,1,0,0)}|matrix(1,0,0.00005,1,0,0)",
                "to{rx:4px}|rx=~4~",
                "from{r:0}to{r:8px}|r=~4~",
                "from{visibility:hidden}to{visibility:visible}|visibility:visible",
                "from{display:none}to{display:inline}|display:inline",
                "to{d:path('M2 4L8 8')}|d=~M1,2L8,8~",
                "from{fill:url(#a)}to{fill:url(#b)}|fill:url(#b)",
                // Later keyframes of the same place and later rules of the same name win.
                "to{opacity:.9}to{opacity:0}|opacity:0.5",
                "to{opacity:0!important;opacity:.5}|opacity:0.75",
                "from{animation-timing-function:steps(4)}to{opacity:0}|opacity:0.5",
                "from{opacity:1;animation-timing-function:step-end}to{opacity:0}|opacity:1",
            })
    void isWhereTheSpecificationHasItHalfWay(String frames, String expected) {
        String now = at(
                "@keyframes m{to{x:9px}}@keyframes m{" + frames + "} .a{animation:m 1s linear}",
                "<path class='a' d='M0 0L8 8'/>",
                500);
        assertThat(now).contains(expected.replace('~', '"')).doesNotContain("<style");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "*|true",
                "rect|true",
                "circle, #r|true",
                ".a.b|true",
                ".a.c|false",
                "g rect|true",
                "svg>g>rect|true",
                "svg > rect|false",
                "g .a:not(.c)|true",
                "circle+rect|true",
                "circle ~ .a|true",
                "rect:nth-child(2)|true",
                "rect:nth-child(odd)|false",
                "rect:nth-child(2n + 2)|true",
                "rect:nth-of-type(-n+1)|true",
                "rect:last-child|true",
                ":root rect|true",
                "[data-k=v]|true",
                "[data-k^='w']|false",
                "rect:hover|false",
                "rect:hover, rect|true",
                "rect:odd-thing, rect|false",
                "rect..a|false",
            })
    void selectorsAreForWhomTheyAreMeant(String selector, boolean meant) {
        Optional<MovingDrawing> drawing = read(
                "@keyframes m{to{opacity:0}}" + selector + "{animation:m 1s linear}",
                "<g><circle r='1'/><rect id='r' class='a b' data-k='v'/></g>");
        boolean moves = drawing.map(one -> new String(one.at(500), StandardCharsets.UTF_8))
                .filter(text -> text.matches("(?s).*<rect[^>]*opacity:0\\.5.*"))
                .isPresent();
        assertThat(moves).isEqualTo(meant);
    }

    @Test
    void strongerAndLaterRulesWin() {
        String styles =
                "@keyframes m{to{opacity:0}} #r{animation:m 1s linear;stroke:#111} .a{animation:none;stroke:#222}"
                        + " rect{fill:#333} rect{fill:#444} .a{stroke-width:5!important}";
        assertThat(at(styles, "<rect id='r' class='a' style='stroke-width:9;fill:#555'/>", 500))
                .contains("opacity:0.5", "stroke:#111", "fill:#555", "stroke-width:5")
                .doesNotContain("#222", "#333", "#444");
    }

    @Test
    void whatIsImportantIsStrongerThanAnimations() {
        assertThat(at(
                        "@keyframes m{to{fill:#fff;opacity:0}} rect{animation:m 1s linear;fill:#111!important}",
                        "<rect/>",
                        500))
                .contains("fill:#111", "opacity:0.5")
                .doesNotContain("rgb");
    }

    @Test
    void rulesThatStandStillKeepTheirEffect() {
        String text = at(
                "@keyframes m{to{opacity:0}} .m{animation:m 1s} .b{fill:#123;transform:rotate(45deg);transform-origin:50% 20px}"
                        + " .c{r:7px} .d{transform-box:fill-box;transform-origin:center}",
                "<rect class='m'/><rect class='b' transform='scale(3)'/><circle class='c d' r='2'/>", 100);
        assertThat(text)
                .contains("fill:#123", "transform=\"rotate(45)\"", "transform-origin=\"100 20\"", "r=\"7\"")
                .contains("transform-box=\"fill-box\"", "transform-origin=\"50% 50%\"");
    }

    @Test
    void animationsOfTheSameThingLieOnEachOther() {
        String styles =
                "@keyframes a{from,to{opacity:.2}}@keyframes b{from,to{opacity:.7}}" + "rect{animation:a 9s,b 1s}";
        assertThat(at(styles, "<rect/>", 500)).contains("opacity:0.7");
        assertThat(at(styles, "<rect/>", 1_500)).contains("opacity:0.2");
    }

    @Test
    void variablesAndConditionsCount() {
        String styles = ":root{--t:2s;--to:calc(var(--none, 4px) * 2)} @keyframes m{to{stroke-width:var(--to)}}"
                + "@media (prefers-reduced-motion: reduce){*{animation:none!important}}"
                + "@media screen{rect{animation:m var(--t) linear}}";
        assertThat(at(styles, "<rect stroke-width='4'/>", 1_000)).contains("stroke-width:6");
    }

    @Test
    void stylesAndSmilPlayTogether() {
        String text = at(
                "@keyframes m{to{opacity:0}} rect{animation:m 1s linear;x:1px}",
                "<rect><animate attributeName='y' from='0' to='8' dur='1s'/></rect>",
                500);
        assertThat(text).contains("y=\"4\"", "opacity:0.5");
    }

    @Test
    void theWholeDrawingMayMove() {
        assertThat(at(
                        "@keyframes m{to{transform:rotate(90deg)}} svg{animation:m 1s linear;width:100%}",
                        "<rect/>", 500))
                .containsPattern("<g [^>]*rotate\\(45\\)")
                .contains("transform-origin=\"100 50\"")
                .doesNotContain("width=\"");
    }

    @Test
    void knowsWhenNothingMovesAnyMore() {
        String frames = "@keyframes m{to{opacity:0}}";
        assertThat(read(frames + "rect{animation:m 2s 1s 2}", "<rect/>")
                        .orElseThrow()
                        .endMillis())
                .isEqualTo(OptionalLong.of(5_000));
        assertThat(read(frames + "rect{animation:m 2s infinite}", "<rect/>")
                        .orElseThrow()
                        .endMillis())
                .isEmpty();
    }

    @Test
    void whatNobodyIsAnimatedByStaysAsItIs() {
        assertThat(read("@keyframes m{to{opacity:0}} rect:hover{animation:m 1s}", "<rect/>"))
                .isEmpty();
        assertThat(read("rect{animation:m 1s}", "<rect/>")).isEmpty();
        assertThat(read("rect{fill:red}", "<rect/>")).isEmpty();
    }

    @Test
    void saysWhichPropertiesStandStill() {
        MovingDrawing drawing = read(
                        "@keyframes m{to{opacity:0;filter:blur(3px);offset-distance:100%;transform:perspective(9px);"
                                + "will-change:opacity}} rect{animation:m 1s linear}",
                        "<rect/>")
                .orElseThrow();
        assertThat(drawing.unplayed()).containsExactly("filter", "offset-distance", "transform");
        assertThat(new String(drawing.at(500), StandardCharsets.UTF_8)).contains("opacity:0.5");
    }
}
