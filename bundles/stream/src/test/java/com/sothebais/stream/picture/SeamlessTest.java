package com.sothebais.stream.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeamlessTest {
    /** Pixels along an edge; the tiles are a tenth of it, whole pixels or not. */
    @ParameterizedTest
    @ValueSource(ints = {100, 120, 123, 144, 251, 576})
    void tilesThatFillTheirPlaceLeaveNoLinesBetweenThem(int edge) {
        String svg =
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'><pattern id='p' width='10' height='10'"
                        + " patternUnits='userSpaceOnUse'><rect width='10' height='10' fill='#0a0'/></pattern>"
                        + "<rect x='-20' y='-20' width='140' height='140' fill='url(#p)'/></svg>";
        int[] pixels = SvgDrawing.read(svg.getBytes(StandardCharsets.UTF_8)).pixels(edge, edge);

        assertThat(Arrays.stream(pixels).filter(pixel -> pixel >>> 24 < 250).count())
                .isZero();
    }
}
