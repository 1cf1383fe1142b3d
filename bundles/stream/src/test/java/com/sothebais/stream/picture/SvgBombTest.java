package com.sothebais.stream.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SvgBombTest {
    private static final int EDGE = 500;

    /** What everything a drawing may ask for allocates at most, given up on the way or not. */
    private static final long ALLOCATED_MAX = 1L << 30;

    private static SvgDrawing drawing(String body) {
        return SvgDrawing.read(("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'>" + body + "</svg>")
                .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void drawsFiltersAndPatterns() {
        int[] pixels = drawing("<filter id='f' x='-1' y='-1' width='3' height='3'><feGaussianBlur stdDeviation='5'/>"
                        + "</filter><pattern id='p' width='20' height='20' patternUnits='userSpaceOnUse'>"
                        + "<rect width='10' height='20' fill='#00f'/></pattern>"
                        + "<rect width='100' height='50' fill='url(#p)'/>"
                        + "<rect y='70' x='30' width='40' height='20' filter='url(#f)'/>"
                        + "<path d='M0 60H100' stroke='#f00' stroke-width='4' stroke-dasharray='10'/>")
                .pixels(100, 100);

        assertThat(pixels[10 * 100 + 25]).as("in the pattern").isEqualTo(0xFF0000FF);
        assertThat(pixels[10 * 100 + 35]).as("beside it").isZero();
        assertThat(pixels[80 * 100 + 28] >>> 24).as("half in the blur").isBetween(40, 200);
        assertThat(pixels[60 * 100 + 5]).isEqualTo(0xFFFF0000);
        assertThat(pixels[60 * 100 + 15]).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // Pictures of the library's own that a file chooses the size of.
                "<filter id='f' x='-9' y='-9' width='20' height='20'><feGaussianBlur stdDeviation='5000'/></filter><rect width='100' height='100' filter='url(#f)'/>|filter",
                "<filter id='f' x='-9' y='-9' width='20' height='20'><feGaussianBlur stdDeviation='20'/></filter><g transform='scale(100)'><rect width='100' height='100' filter='url(#f)'/></g>|filter",
                "<filter id='f' x='-9' y='-9' width='20' height='20'><feOffset dx='90000'/></filter><rect width='100' height='100' filter='url(#f)'/>|filter",
                "<filter id='f' primitiveUnits='objectBoundingBox'><feGaussianBlur stdDeviation='9'/></filter><rect width='100' height='100' filter='url(#f)'/>|units of the drawing",
                "<pattern id='p' patternUnits='userSpaceOnUse' width='9000' height='9000'><rect width='9' height='9'/></pattern><rect width='10' height='10' fill='url(#p)'/>|pattern",
                "<pattern id='p' patternUnits='userSpaceOnUse' width='9' height='9'><rect width='9' height='9'/></pattern><g transform='scale(1000)'><rect width='10' height='10' fill='url(#p)'/></g>|pattern",
                "<pattern id='p' width='1' height='1'><rect width='9' height='9'/></pattern><rect width='90000' height='90000' fill='url(#p)'/>|pattern",
                "<pattern id='p' width='90' height='1'><rect width='9' height='9'/></pattern><rect width='9' height='9' fill='url(#p)'/>|pattern",
                "<pattern id='a' patternUnits='userSpaceOnUse' width='9e9' height='9'><rect width='9' height='9'/></pattern><rect width='9' height='9' fill='url(#a)'/>|pattern",
                "<pattern id='a' width='900' height='9'/><pattern id='p' href='#a'><rect width='9' height='9'/></pattern><rect width='9' height='9' fill='url(#p)'/>|pattern",
                "<pattern id='a' width='.1' height='.1'><rect width='9' height='9'/></pattern><pattern id='p' width='.1' height='.1'><rect fill='url(#a)' width='9' height='9'/></pattern><rect width='9' height='9' fill='url(#p)'/>|pattern",
                // What a turned pattern looks like, the library does not know.
                "<pattern id='p' width='.1' height='.1'><rect width='9' height='9'/></pattern><rect width='9' height='9' fill='url(#p)' transform='rotate(45)'/>|turned",
                "<filter id='f'><feImage/></filter>|as PNG",
                "<mask id='m'><rect filter='url(#f)' width='9' height='9'/></mask><filter id='f'><feFlood/></filter><rect width='9' height='9' mask='url(#m)'/>|mask",
                "<path d='M0 0H90000000' stroke='#f00' stroke-dasharray='0.1'/>|dashes",
                "<filter id='f' x='NaN' y='0' width='1e30' height='1e30'><feGaussianBlur stdDeviation='1e30'/></filter><rect width='9' height='9' filter='url(#f)'/>|filter",
            })
    void refusesWhatWouldTakeTheMemory(String body, String reason) {
        long before = allocated();
        assertThatExceptionOfType(SvgRefused.class)
                .isThrownBy(() -> drawing(body).pixels(EDGE, EDGE))
                .withMessageContaining(reason);
        assertThat(allocated() - before).isLessThan(64 << 20);
    }

    @Test
    void refusesMoreFiltersThanThereIsTimeFor() {
        String filter = "<filter id='f'><feTurbulence numOctaves='8'/><feBlend in2='SourceGraphic'/></filter>";
        refused(filter + "<rect width='100' height='100' filter='url(#f)'/>".repeat(500), "too long");
        refused("<filter id='f'>" + "<feOffset dx='1'/>".repeat(SvgEffects.STEPS_MAX + 1) + "</filter>", "steps");
        refused(
                filter + "<g filter='url(#f)'>".repeat(SvgEffects.FILTERS_DEEP_MAX + 1) + "<rect/>"
                        + "</g>".repeat(SvgEffects.FILTERS_DEEP_MAX + 1),
                "inside each other");
    }

    @Test
    void refusesPatternsThatAreDrawnTooOften() {
        String pattern = "<pattern id='p' patternUnits='userSpaceOnUse' width='100' height='100'>"
                + "<rect width='100' height='100'/>".repeat(40) + "</pattern>";
        refused(pattern + "<rect width='100' height='100' fill='url(#p)'/>".repeat(100), "too long");
    }

    @Test
    void theMostThatIsDrawnStaysWithinItsMemory() {
        String most = "<filter id='f'><feGaussianBlur stdDeviation='2'/><feOffset dx='2'/><feMerge><feMergeNode/>"
                + "<feMergeNode in='SourceGraphic'/></feMerge></filter>"
                + "<rect width='90' height='90' filter='url(#f)'/>".repeat(20);
        long before = allocated();
        drawing(most).pixels(EDGE, EDGE);
        assertThat(allocated() - before).isLessThan(ALLOCATED_MAX);
    }

    private static void refused(String body, String reason) {
        assertThatExceptionOfType(SvgRefused.class)
                .isThrownBy(() -> drawing(body).pixels(EDGE, EDGE))
                .withMessageContaining(reason);
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
