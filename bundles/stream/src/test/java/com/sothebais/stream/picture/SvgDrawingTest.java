package com.sothebais.stream.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SvgDrawingTest {

    private static SvgDrawing drawing(String body) {
        return SvgDrawing.read(bytes("<svg xmlns='http://www.w3.org/2000/svg' "
                + "xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 100 100'>" + body + "</svg>"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void refuses(String body, String... words) {
        assertThatExceptionOfType(SvgRefused.class)
                .isThrownBy(() -> drawing(body))
                .withMessageContainingAll(words);
    }

    @Test
    void drawsShapesPremultiplied() {
        int[] pixels = drawing("<rect width='50' height='100' fill='#f00'/>"
                        + "<rect x='50' width='50' height='100' fill='#fff' fill-opacity='0.5'/>")
                .pixels(4, 4);
        assertThat(pixels[0]).isEqualTo(0xFFFF0000);
        assertThat(pixels[3]).isEqualTo(0x80808080);
    }

    @Test
    void keepsTheShapeAndLeavesTheRestClear() {
        int[] pixels = drawing("<rect width='100' height='100' fill='#00f'/>").pixels(30, 10);
        assertThat(pixels[5 * 30 + 15]).isEqualTo(0xFF0000FF);
        assertThat(pixels[5 * 30 + 2]).isZero();
    }

    @Test
    void drawsGroupsGradientsClipsMasksAndStyles() {
        int[] pixels = drawing("<style>.a{fill:#0f0}</style><defs><linearGradient id='g'><stop stop-color='#f00'/>"
                        + "<stop offset='1' stop-color='#f00'/></linearGradient><clipPath id='c'><rect width='50' height='50'/>"
                        + "</clipPath><mask id='m'><rect y='50' width='50' height='50' fill='#fff'/></mask></defs>"
                        + "<rect class='a' width='100' height='100'/>"
                        + "<g clip-path='url(#c)'><rect width='100' height='100' fill='url(#g)'/></g>"
                        + "<rect width='100' height='100' fill='#00f' mask='url(#m)'/>")
                .pixels(10, 10);
        assertThat(pixels[11]).isEqualTo(0xFFFF0000);
        assertThat(pixels[82]).isEqualTo(0xFF0000FF);
        assertThat(pixels[88]).isEqualTo(0xFF00FF00);
    }

    @Test
    void readsWhatEditorsWrite() {
        byte[] svg = bytes("<?xml version='1.0'?><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' "
                + "'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'><svg xmlns='http://www.w3.org/2000/svg' "
                + "xmlns:sodipodi='http://sodipodi.example/ns' width='10' height='10'>"
                + "<sodipodi:namedview><sodipodi:guide/></sodipodi:namedview><metadata><rdf xmlns='x'/></metadata>"
                + "<rect width='10' height='10' fill='red'/></svg>");
        assertThat(SvgDrawing.read(svg).pixels(2, 2)).containsOnly(0xFFFF0000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<script>go()</script>|script",
                "<rect onclick='go()'/>|script",
                "<foreignObject/>|foreignObject",
                "<image href='data:image/png;base64,AAAA'/>|use a PNG",
                "<text>Hi</text>|convert text to paths",
                "<g><animate/></g>|remove the animation",
                "<use href='http://example.com/a.svg#b'/>|outside of itself",
                "<use xlink:href='other.svg#b'/>|outside of itself",
                "<rect fill='url(http://example.com/a#b)'/>|outside of itself",
                "<style>@import 'x.css';</style>|style sheet",
                "<style>rect{fill:\\75rl(#a)}</style>|escapes",
                "<path d='M0 0L9 9' stroke='red' stroke-dasharray='0.00001'/>|dashed lines",
                "<style>path{stroke-dasharray:9}</style>|dashed lines",
                "<path d='M0 0L9 9' style='stroke-dasharray:0.00001'/>|dashed lines",
                "<path d='M0 0L9 9' style='stroke-dasharray:9;stroke-dasharray:0.00001'/>|dashed lines",
                "<pattern id='p' width='1000000' height='1000000'/>|expand the pattern",
                "<filter id='f'><feImage/></filter>|as PNG"
            })
    void refusesWhatRunsLoadsOrHasNoBounds(String body, String reason) {
        refuses(body, reason);
    }

    @Test
    void refusesReferencesThatMultiply() {
        StringBuilder body = new StringBuilder("<g id='l0'><rect width='1' height='1'/></g>");
        for (int level = 1; level < 12; level++) {
            body.append("<g id='l" + level + "'>" + ("<use href='#l" + (level - 1) + "'/>").repeat(10) + "</g>");
        }
        refuses(body.toString(), "more than " + SvgCheck.ELEMENTS_MAX + " elements");
    }

    @Test
    void countsWhatMasksAndClipsRepeat() {
        StringBuilder body = new StringBuilder("<mask id='m0'><rect width='1' height='1'/></mask>");
        for (int level = 1; level < 12; level++) {
            body.append("<mask id='m" + level + "'>"
                    + ("<rect width='1' height='1' style='mask:url(#m" + (level - 1) + ")'/>").repeat(10) + "</mask>");
        }
        refuses(body.toString(), "more than " + SvgCheck.ELEMENTS_MAX + " elements");
    }

    @Test
    void refusesCircles() {
        refuses("<g id='a'><g id='b'><use href='#a'/></g></g>", "refers to itself");
    }

    @Test
    void refusesDepthThatWouldExhaustTheStack() {
        refuses("<g>".repeat(500) + "</g>".repeat(500), "deep");
    }

    @Test
    void refusesEntities() {
        assertThatExceptionOfType(SvgRefused.class)
                .isThrownBy(() -> SvgDrawing.read(bytes("<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>"
                        + "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><title>&a;</title></svg>")))
                .withMessageContaining("entit");
    }

    @Test
    void refusesWhatIsNoSvgOrTooLarge() {
        assertThatExceptionOfType(SvgRefused.class)
                .isThrownBy(() -> SvgDrawing.read(bytes("GIF89a")))
                .withMessageContaining("no XML");
        assertThatExceptionOfType(SvgRefused.class)
                .isThrownBy(() -> SvgDrawing.read(bytes("<html/>")))
                .withMessageContaining("no SVG");
        assertThatExceptionOfType(SvgRefused.class)
                .isThrownBy(() -> SvgDrawing.read(new byte[SvgDrawing.BYTES_MAX + 1]))
                .withMessageContaining("bytes");
        assertThatIllegalArgumentException().isThrownBy(() -> drawing("").pixels(SvgDrawing.EDGE_MAX + 1, 1));
    }

    @Test
    void givesADrawingUpWhoseTimeIsOver() {
        SvgDrawing drawing = drawing("<rect width='100' height='100' fill='red'/>");
        Graphics2D pen = new BufferedImage(9, 9, BufferedImage.TYPE_INT_ARGB_PRE).createGraphics();
        assertThatExceptionOfType(SvgRefused.class)
                .isThrownBy(() -> drawing.paint(pen, 9, 9, 0))
                .withMessageContaining("longer than 0 ms");
        pen.dispose();
    }
}
