package com.sothebais.asset.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sothebais.api.asset.AssetRefusedException;
import com.sothebais.api.asset.AssetRefusedException.Reason;
import com.sothebais.api.asset.NamedAsset.Shape;
import com.sothebais.asset.testing.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentCheckTest {
    private static final int FUZZED = Integer.getInteger("sothebais.fuzz.assets", 2_000);
    private static final long SEED = Long.getLong("sothebais.fuzz.seed", System.nanoTime());

    private static final Map<String, byte[]> GOOD = new TreeMap<>(Map.of(
            Checked.PNG,
            Samples.png(40, 30),
            Checked.JPEG,
            Samples.jpeg(40, 30),
            Checked.GIF,
            Samples.gif(40, 30),
            Checked.WEBP,
            Samples.webp(true),
            "image/webp lossy",
            Samples.webp(false),
            Checked.SVG,
            Samples.svg("<rect id=\"a\" width=\"9\" height=\"9\"/><use href=\"#a\" x=\"9\"/>"),
            Checked.MP4,
            Samples.mp4()));

    @TempDir
    private Path directory;

    @Test
    void knowsEachKindByItsContentAndItsSize() throws IOException {
        for (Map.Entry<String, byte[]> good : GOOD.entrySet()) {
            Checked checked = check(good.getValue());
            assertThat(checked.mediaType()).isEqualTo(good.getKey().split(" ")[0]);
            assertThat(ContentCheck.typeOfStored(Arrays.copyOf(good.getValue(), ContentCheck.HEAD_BYTES)))
                    .isEqualTo(checked.mediaType());
        }
        assertThat(check(Samples.png(40, 30)).shape()).isEqualTo(Shape.of(40, 30));
        assertThat(check(Samples.jpeg(41, 30)).shape()).isEqualTo(Shape.of(41, 30));
        assertThat(check(Samples.gif(42, 30)).shape()).isEqualTo(Shape.of(42, 30));
        assertThat(check(Samples.webp(true)).shape()).isEqualTo(Shape.of(16, 12));
        assertThat(check(Samples.webp(false)).shape()).isEqualTo(Shape.of(16, 12));
        assertThat(check(Samples.mp4()).shape()).isEqualTo(Shape.of(64, 48));
        assertThat(check(Samples.svg("")).shape()).isEqualTo(Shape.of(40, 30));
    }

    @Test
    void refusesWhatIsNoMediaWhateverItBeginsLike() throws IOException {
        assertThat(reason(Samples.text("plain text about <svg>"))).isEqualTo(Reason.NOT_MEDIA);
        assertThat(reason(Samples.text("<html xmlns=\"http://www.w3.org/1999/xhtml\"><body/></html>")))
                .isEqualTo(Reason.NOT_MEDIA);
        assertThat(reason(Samples.text("<svg/>"))).isEqualTo(Reason.NOT_MEDIA);
        assertThat(reason(Samples.text("MZ\u0090 a program"))).isEqualTo(Reason.NOT_MEDIA);
        assertThat(reason(Samples.text("%PDF-1.7"))).isEqualTo(Reason.NOT_MEDIA);
        assertThat(reason(Samples.text("GIF89a/*<script>alert(1)</script>*/=1;")))
                .isIn(Reason.DAMAGED, Reason.LIMIT_PIXELS);
        assertThat(reason(Samples.text("RIFF\u0001\u0001\u0001\u0001WEBPVP8 <script>")))
                .isEqualTo(Reason.DAMAGED);
        assertThat(reason(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, '<', '?', 'p', 'h', 'p'}))
                .isEqualTo(Reason.DAMAGED);
    }

    @Test
    void refusesAnotherFileBehindThePicture() throws IOException {
        for (Map.Entry<String, byte[]> good : GOOD.entrySet()) {
            byte[] polyglot = Samples.joined(good.getValue(), Samples.text("PK\u0003\u0004 and an archive"));
            assertThat(reason(polyglot)).as(good.getKey()).isEqualTo(Reason.DAMAGED);
        }
    }

    @Test
    void refusesEveryFileThatEndsTooEarly() throws IOException {
        for (Map.Entry<String, byte[]> good : GOOD.entrySet()) {
            byte[] whole = good.getValue();
            for (int length = 1; length < whole.length; length += 1 + whole.length / 50) {
                int cut = length;
                assertThatThrownBy(() -> check(Arrays.copyOf(whole, cut)))
                        .as("%s cut to %d of %d bytes", good.getKey(), length, whole.length)
                        .isInstanceOf(AssetRefusedException.class);
            }
        }
    }

    @Test
    void readsThePixelsFromTheHeaderAndNamesTheLimit() throws IOException {
        AssetRefusedException refusal = catchThrowableOfType(
                AssetRefusedException.class, () -> check(Samples.pngClaiming(Integer.MAX_VALUE, Integer.MAX_VALUE)));
        assertThat(refusal.reason()).isEqualTo(Reason.LIMIT_PIXELS);
        assertThat(refusal.max()).hasValue(Limits.DEFAULT.pixels());
        assertThat(refusal).hasMessageContaining("pixels.max.millions").hasMessageContaining("scale it down");
        assertThat(reason(Samples.pngClaiming(10_000, 5_001))).isEqualTo(Reason.LIMIT_PIXELS);
        assertThat(check(Samples.pngClaiming(10_000, 5_000)).shape()).isEqualTo(Shape.of(10_000, 5_000));
    }

    @Test
    void anSvgIsBoundedInBytes() throws IOException {
        assertThat(reason(Samples.svg("<text>" + "x".repeat(SvgCheck.BYTES_MAX) + "</text>")))
                .isEqualTo(Reason.LIMIT_BYTES);
    }

    @Test
    void aChangedByteOfAPngIsNoticed() throws IOException {
        byte[] png = Samples.png(40, 30);
        png[png.length / 2] ^= 1;
        assertThat(reason(png)).isEqualTo(Reason.DAMAGED);
    }

    /** Broken headers lead to a refusal or to a smaller truth, and never anywhere else. */
    @Test
    void noHeaderLeadsTheCheckAstray() throws IOException {
        System.out.println("Fuzzing with -Dsothebais.fuzz.seed=" + SEED + " -Dsothebais.fuzz.assets=" + FUZZED);
        Random random = new Random(SEED);
        byte[][] seeds = GOOD.values().toArray(byte[][]::new);
        int taken = 0;
        for (int i = 0; i < FUZZED; i++) {
            byte[] content = mutated(seeds[random.nextInt(seeds.length)], random);
            try {
                Checked checked = check(content);
                long pixels = (long) checked.shape().width().orElse(1)
                        * checked.shape().height().orElse(1);
                assertThat(checked.mediaType().equals(Checked.SVG) || pixels <= Limits.DEFAULT.pixels())
                        .isTrue();
                taken++;
            } catch (AssetRefusedException e) {
                assertThat(e.getMessage()).as("seed %d, file %d", SEED, i).isNotBlank();
            }
        }
        System.out.println(taken + " of " + FUZZED + " were taken.");
    }

    private static byte[] mutated(byte[] seed, Random random) {
        byte[] content = seed.clone();
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(random.nextBoolean() ? content.length : Math.min(64, content.length));
            switch (random.nextInt(4)) {
                case 0 -> content[at] = (byte) random.nextInt(256);
                case 1 -> content[at] = (byte) 0xFF;
                case 2 -> content[at] = 0;
                default -> content = random.nextInt(8) == 0 ? Arrays.copyOf(content, at + 1) : content;
            }
        }
        return content;
    }

    private Checked check(byte[] content) throws IOException {
        return ContentCheck.check(Files.write(directory.resolve("content"), content), Limits.DEFAULT);
    }

    private Reason reason(byte[] content) {
        AssetRefusedException refusal = catchThrowableOfType(AssetRefusedException.class, () -> check(content));
        return refusal == null ? null : refusal.reason();
    }
}
