package com.sothebais.stream.smil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sothebais.stream.markup.Markup;
import com.sothebais.stream.markup.UnplayedException;
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

class SmilMotionTest {
    private static Optional<MovingDrawing> read(String body) {
        String svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'>" + body + "</svg>";
        try {
            return MovingDrawing.read(XMLInputFactory.newDefaultFactory()
                    .createXMLStreamReader(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8))));
        } catch (XMLStreamException e) {
            throw new AssertionError(e);
        }
    }

    private static String at(String body, long millis) {
        return new String(read(body).orElseThrow().at(millis), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<rect><animate attributeName='x' from='0' to='80' dur='2s'/></rect>|500|x=\"20\"",
                "<rect x='10'><animate attributeName='x' by='80' dur='2s'/></rect>|500|x=\"30\"",
                "<rect x='10'><animate attributeName='x' to='50' dur='2s'/></rect>|1000|x=\"30\"",
                "<rect x='10'><animate attributeName='x' values='0;8' additive='sum' dur='2s'/></rect>|1000|x=\"14\"",
                "<rect x='7'><animate attributeName='x' from='0' to='80' dur='2s'/></rect>|2000|x=\"7\"",
                "<rect><animate attributeName='x' from='0' to='80' dur='2s' fill='freeze'/></rect>|9000|x=\"80\"",
                "<rect><animate attributeName='x' values='0;80;0' keyTimes='0;0.1;1' dur='1s'/></rect>|100|x=\"80\"",
                "<rect><animate attributeName='x' values='0;80' calcMode='discrete' dur='1s'/></rect>|499|x=\"0\"",
                "<rect><animate attributeName='x' values='0;80' calcMode='discrete' dur='1s'/></rect>|500|x=\"80\"",
                "<rect><animate attributeName='x' values='0;10;100' calcMode='paced' dur='1s'/></rect>|500|x=\"50\"",
                "<rect><animate attributeName='x' values='0;8' dur='1s' repeatCount='3' accumulate='sum'/></rect>|1500|x=\"12\"",
                "<rect><animate attributeName='x' values='0;8' dur='1s' repeatCount='indefinite'/></rect>|90500|x=\"4\"",
                "<rect><animate attributeName='x' from='0' to='8' begin='-500ms' dur='1s'/></rect>|0|x=\"4\"",
                "<rect><animate attributeName='x' from='0' to='8' begin='00:02' dur='1s'/></rect>|2500|x=\"4\"",
                "<rect fill='red'><animate attributeName='fill' to='blue' dur='1s'/></rect>|500|fill:rgb(127.5,0,127.5)",
                "<rect style='fill:red'><set attributeName='fill' to='lime' begin='1s'/></rect>|1500|style=\"fill:red;fill:rgb(0,255,0)\"",
                "<path d='M0 0L9 9'><animate attributeName='d' to='M0,0 L 19,9' dur='1s'/></path>|500|d=\"M0,0L14,9\"",
                "<g><animateTransform attributeName='transform' type='rotate' from='0 5 5' to='90 5 5' dur='1s'/></g>|500|rotate(45,5,5)",
                "<g transform='scale(2)'><animateTransform type='translate' additive='sum' by='8 0' dur='1s'/></g>|500|scale(2) translate(4,0)",
                "<g transform='scale(2)'><animateMotion path='M0 0H80' dur='1s'/></g>|500|translate(40,0) scale(2)",
                "<g><animateMotion path='M0 0V80' rotate='auto' dur='1s'/></g>|500|translate(0,40) rotate(90)",
                "<path id='p' d='M0 0H8'/><g><animateMotion dur='1s'><mpath href='#p'/></animateMotion></g>|500|translate(4,0)",
                "<rect id='r'/><animate href='#r' attributeName='x' to='8' dur='1s'/>|500|x=\"4\"",
                "<rect><animate id='a' attributeName='x' to='8' dur='1s' begin='0;b.end'/><animate id='b' attributeName='y'"
                        + " to='8' dur='1s' begin='a.end'/></rect>|7500|y=\"4\"",
                "<rect><animate id='a' attributeName='x' to='8' dur='1s'/><set attributeName='y' to='3' begin='a.begin+0.5s'/></rect>|600|y=\"3\"",
            })
    void givesTheValueOfAnInstant(String body, long millis, String expected) {
        assertThat(at(body, millis))
                .contains(expected)
                .doesNotContain("<animate")
                .doesNotContain("<set");
    }

    @Test
    void bendsTimeBySplines() {
        String body = "<rect><animate attributeName='x' values='0;100' calcMode='spline' keyTimes='0;1'"
                + " keySplines='1 0 1 0' dur='1s'/></rect>";
        assertThat(at(body, 500)).contains("x=\"0.878\"");
    }

    @Test
    void knowsWhenNothingMovesAnyMore() {
        assertThat(read("<rect><animate attributeName='x' to='8' begin='1s' dur='2s' repeatCount='2'/></rect>")
                        .orElseThrow()
                        .endMillis())
                .isEqualTo(OptionalLong.of(5_000));
        assertThat(read("<rect><animate attributeName='x' to='8' dur='2s' repeatCount='indefinite'/></rect>")
                        .orElseThrow()
                        .endMillis())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<rect x='1'/>",
                "<rect><animate attributeName='x' to='8'/></rect>",
                "<rect><animate attributeName='x' to='8' dur='0s'/></rect>",
                "<rect><animate attributeName='x' to='8' dur='1e300s'/></rect>",
                "<rect><animate attributeName='x' to='8' dur='1s' begin='click'/></rect>",
                "<rect><animate attributeName='x' dur='1s'/></rect>",
                "<rect><animate attributeName='onclick' to='go()' dur='1s'/></rect>",
                "<rect><animate attributeName='x' href='#nobody' to='8' dur='1s'/></rect>",
                "<rect><animate id='a' attributeName='x' to='8' dur='1s' begin='a.end'/></rect>",
            })
    void whatNeverBeginsOrSaysNothingDoesNotMove(String body) {
        assertThat(read(body)).isEmpty();
    }

    @Test
    void writesWhatItReadSoThatNothingBecomesMarkup() {
        String text = at(
                "<text a='&lt;&quot;'>&lt;script&gt;</text><rect><animate attributeName='x' to='&lt;8' dur='1s'"
                        + " fill='freeze'/></rect>",
                5_000);
        assertThat(text).contains("&lt;script&gt;").contains("x=\"&lt;8\"").doesNotContain("<script");
    }

    @Test
    void circlesOfBeginningsAreBounded() {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            body.append("<rect><animate id='a" + i + "' attributeName='x' to='8' dur='10ms' begin='0s;a" + (i + 1) % 100
                    + ".end;a" + (i + 7) % 100 + ".begin+11ms'/></rect>");
        }
        long begun = System.nanoTime();
        assertThat(at(body.toString(), 3_600_000)).contains("x=");
        assertThat(System.nanoTime() - begun).isLessThan(5_000_000_000L);
    }

    @Test
    void refusesMoreThanIsPlayed() {
        assertThatExceptionOfType(UnplayedException.class)
                .isThrownBy(() -> read("<rect>"
                        + "<animate attributeName='x' to='8' dur='1s'/>".repeat(Markup.ANIMATIONS_MAX + 1)
                        + "</rect>"))
                .withMessageContaining("animations");
        assertThatExceptionOfType(UnplayedException.class)
                .isThrownBy(() -> read("<rect><animate attributeName='x' dur='1s' values='"
                        + "1;".repeat(TrackReader.VALUES_MAX + 2) + "'/></rect>"))
                .withMessageContaining("values");
        assertThatExceptionOfType(UnplayedException.class)
                .isThrownBy(() -> read("<rect/>".repeat(Markup.ELEMENTS_MAX + 1)))
                .withMessageContaining("elements");
    }
}
