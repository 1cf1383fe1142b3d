package com.sothebais.stream.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sothebais.stream.film.Shot;
import com.sothebais.stream.media.MediaException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SvgFilmTest {
    private static final String MOVES = "<rect width='20' height='100' fill='#f00'>"
            + "<animate attributeName='x' from='0' to='80' dur='1s' fill='freeze'/></rect>";

    /** What damages the most. */
    private static final String ODD = "<>&'\"=;#().,-+eE 0123456789%NaINFz";

    private static byte[] svg(String body) {
        return ("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'>" + body + "</svg>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<SvgFilm> film(String body) {
        return SvgFilm.of(svg(body), 50, 80);
    }

    @Test
    void drawsInstantsAsLargeAsThePlaceAllows() {
        try (SvgFilm film = film(MOVES).orElseThrow()) {
            Shot first = film.next(0).orElseThrow();
            Shot later = film.next(500_000).orElseThrow();

            assertThat(first.print().width()).isEqualTo(50);
            assertThat(first.print().height()).isEqualTo(50);
            assertThat(first.print().pixels()[25 * 50 + 5]).isEqualTo(0xFFFF0000);
            assertThat(later.dueMicros()).isEqualTo(500_000);
            assertThat(later.print().pixels()[25 * 50 + 5]).isZero();
            assertThat(later.print().pixels()[25 * 50 + 25]).isEqualTo(0xFFFF0000);
        }
    }

    @Test
    void aStyleSheetTurnsItAQuarterInAQuarterOfItsTime() {
        String turns = "<style>@keyframes t{to{transform:rotate(1turn)}} rect{transform-origin:center;"
                + "animation:t 4s linear infinite;fill:#f00}</style><rect x='40' width='20' height='50'/>";
        try (SvgFilm film = film(turns).orElseThrow()) {
            int[] first = film.next(0).orElseThrow().print().pixels();
            int[] quarter = film.next(1_000_000).orElseThrow().print().pixels();

            assertThat(first[10 * 50 + 25]).as("it points up").isEqualTo(0xFFFF0000);
            assertThat(first[25 * 50 + 40]).isZero();
            assertThat(quarter[10 * 50 + 25]).isZero();
            assertThat(quarter[25 * 50 + 40]).as("it points right").isEqualTo(0xFFFF0000);
            assertThat(film.unplayed()).isEmpty();
        }
    }

    @Test
    void turnsAroundTheMiddleOfAShapeAndWhatItsRulesSayBesides() {
        String turns = "<style>@keyframes t{to{transform:rotate(90deg)}} g>rect{transform-box:fill-box;"
                + "transform-origin:center;animation:t 1s linear forwards;fill:url(#g)} .d{stroke-dasharray:10}</style>"
                + "<linearGradient id='g'><stop stop-color='#00f'/></linearGradient>"
                + "<g><rect x='10' y='40' width='60' height='20'/></g>"
                + "<path class='d' d='M0 98H100' stroke='#f00' stroke-width='4'/>";
        try (SvgFilm film = film(turns).orElseThrow()) {
            int[] last = film.next(1_000_000).orElseThrow().print().pixels();

            assertThat(last[12 * 50 + 20]).isEqualTo(0xFF0000FF);
            assertThat(last[25 * 50 + 7]).isZero();
            assertThat(last[49 * 50 + 2]).isEqualTo(0xFFFF0000);
            assertThat(last[49 * 50 + 7]).isZero();
        }
    }

    @Test
    void whatStyleSheetsReferToIsCheckedAndCountedToo() {
        String moves = "<style>@keyframes m{to{opacity:0}} rect{animation:m 1s;fill:";
        assertThatExceptionOfType(SvgRefused.class)
                .isThrownBy(() -> film(moves + "url(http://example.com/a#b)}</style><rect/>"))
                .withMessageContaining("outside of itself");
        assertThatExceptionOfType(SvgRefused.class)
                .isThrownBy(
                        () -> film(moves + "url(#p)}</style><pattern id='p'><rect fill='url(#p)'/></pattern><rect/>"))
                .withMessageContaining("refers to itself");
    }

    @Test
    void endsWithThePictureThatStays() {
        try (SvgFilm film = film(MOVES).orElseThrow()) {
            Shot last = film.next(5_000_000).orElseThrow();

            assertThat(last.print().pixels()[25 * 50 + 45]).isEqualTo(0xFFFF0000);
            assertThat(film.next(6_000_000)).isEmpty();
            assertThat(film.rewind()).isFalse();
        }
    }

    @Test
    void whatRestsIsDrawnOnceAndHasOneNumber() {
        String waits = "<rect width='20' height='100'><animate attributeName='x' to='80' begin='10s' dur='1s'/></rect>";
        try (SvgFilm film = film(waits).orElseThrow()) {
            Shot first = film.next(0).orElseThrow();
            Shot second = film.next(0).orElseThrow();

            assertThat(second.number()).isEqualTo(first.number());
            assertThat(second.print()).isSameAs(first.print());
            assertThat(second.dueMicros()).isGreaterThanOrEqualTo(first.dueMicros() + SvgFilm.STEP_MICROS);
        }
    }

    @Test
    void whatStandsStillIsNoFilm() {
        assertThat(film("<rect width='9' height='9'/>")).isEmpty();
    }

    @Test
    void eachInstantIsCheckedLikeADrawing() {
        assertThatExceptionOfType(SvgRefused.class)
                .isThrownBy(() -> film(MOVES + "<foreignObject/>"))
                .withMessageContaining("foreignObject");
        String grows = "<pattern id='p' patternUnits='userSpaceOnUse' width='5' height='5'>"
                + "<rect width='2' height='2'/><animate attributeName='width' to='9e8' dur='1s'/></pattern>"
                + "<rect width='100' height='100' fill='url(#p)'/>";
        try (SvgFilm film = film(grows).orElseThrow()) {
            film.next(0);
            assertThatExceptionOfType(MediaException.class)
                    .isThrownBy(() -> film.next(900_000))
                    .withMessageContaining("pattern");
        }
    }

    @Test
    void damageIsAnAnswerAndNeverMore() {
        String whole = MOVES + "<filter id='f'><feGaussianBlur stdDeviation='2'/><feOffset dx='3'/></filter>"
                + "<pattern id='p' width='.2' height='.2'><rect width='5' height='5'/></pattern>"
                + "<g filter='url(#f)'><circle r='9' fill='url(#p)'><animateMotion path='M0 0 C9 9 30 40 90 90' dur='2s'/>"
                + "<animate attributeName='r' values='9;30;9' keyTimes='0;.3;1' dur='1s' repeatCount='indefinite'/></circle></g>"
                + "<path d='M0 0L90 90' stroke='red' stroke-dasharray='4 2'><animate attributeName='d' to='M0 0L9 9'"
                + " dur='1s' begin='1s'/></path>"
                + "<style>@keyframes k{from{transform:rotate(9deg) scale(.5)}60%{fill:hsl(9,50%,50%);stroke-dasharray:4 2}}"
                + "@media all{g > circle:nth-child(2n+1),#z{animation:k 2s steps(3) -1s infinite,n 1s;--a:2px;r:var(--a)}}</style>";
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < Integer.getInteger("sothebais.fuzz.films", 300); i++) {
            StringBuilder damaged = new StringBuilder(whole);
            for (int hit = random.nextInt(4); hit >= 0; hit--) {
                damaged.setCharAt(random.nextInt(damaged.length()), ODD.charAt(random.nextInt(ODD.length())));
            }
            try {
                Optional<SvgFilm> film = film(damaged.toString());
                film.ifPresent(one -> {
                    one.next(0);
                    one.next(700_000);
                });
            } catch (SvgRefused | MediaException e) {
                assertThat(e.getMessage()).as("seed %d", seed).isNotBlank();
            }
        }
    }
}
