package com.sothebais.stream.video;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.stream.Size;
import com.sothebais.stream.media.NativeMedia;
import com.sothebais.stream.video.EncoderChoice.Wish;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EncoderChoiceTest {
    private static final VideoFormat FORMAT = new VideoFormat(Size.HD, 30, 4_500, 30, "superfast", 1);

    @BeforeAll
    static void loadLibraries() {
        NativeMedia.load(Path.of("target", "native"));
    }

    @Test
    void theProcessorEncodesWithoutHoldingPicturesBack() {
        assertThat(EncoderChoice.probe(Codec.X264, FORMAT, EncoderChoice.PROBE_MAX))
                .isEmpty();
        assertThat(EncoderChoice.of(Wish.X264, FORMAT)).isEqualTo(new EncoderChoice(Codec.X264, Optional.empty()));
    }

    @Test
    void anEncoderThatRefusesItsSettingsSaysSo() {
        VideoFormat impossible = new VideoFormat(Size.HD, 30, 4_500, 30, "no-such-preset", 1);

        assertThat(EncoderChoice.probe(Codec.X264, impossible, EncoderChoice.PROBE_MAX))
                .hasValueSatisfying(reason -> assertThat(reason).contains("cannot open the encoder libx264"));
    }

    @Test
    void whereThereIsNoCardTheProcessorEncodesAndOnlyWhoAskedIsTold() {
        Optional<String> reason = EncoderChoice.probe(Codec.NVENC, FORMAT, EncoderChoice.PROBE_MAX);
        Assumptions.assumeTrue(reason.isPresent(), "skipped: this machine has a graphics card that encodes");

        assertThat(EncoderChoice.of(Wish.AUTO, FORMAT)).isEqualTo(new EncoderChoice(Codec.X264, Optional.empty()));
        EncoderChoice asked = EncoderChoice.of(Wish.NVENC, FORMAT);
        assertThat(asked.codec()).isEqualTo(Codec.X264);
        assertThat(asked.trouble()).hasValueSatisfying(text -> assertThat(text)
                .contains("nvenc does not work on this machine: " + reason.get())
                .contains("set encoder = auto"));
        try (VideoEncoder encoder = asked.factory(FORMAT).open()) {
            assertThat(encoder.name()).isEqualTo("libx264");
        }
    }
}
