package com.sothebais.web.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sothebais.web.internal.SamplePlatform;
import com.sothebais.web.internal.SampleShow;
import com.sothebais.web.internal.answer.ErrorCode;
import com.sothebais.web.internal.answer.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GuardTest {
    private Instant now = SampleShow.START;
    private final SamplePlatform platform = new SamplePlatform(Path.of("hls"), "image/png", new byte[0]);
    private final Guard guard = new Guard(platform, 3, new MemoryKeys(() -> now), () -> now);

    @Test
    void theRateOfOneAddressIsLimitedAndRecovers() {
        for (int i = 0; i < 3; i++) {
            guard.open(call("10.0.0.1"), body("{}"));
        }
        assertThatThrownBy(() -> guard.open(call("10.0.0.1"), body("{}")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.TOO_MANY_REQUESTS));
        assertThat(guard.open(call("10.0.0.2"), body("{}"))).isNotNull();
        now = now.plus(RateLimit.WINDOW);
        assertThat(guard.open(call("10.0.0.1"), body("{}"))).isNotNull();
    }

    @Test
    void rememberedAddressesAreLimited() {
        RateLimit rate = new RateLimit(1, () -> now);
        assertThat(rate.allows("first")).isTrue();
        assertThat(rate.allows("first")).isFalse();
        for (int i = 0; i < RateLimit.ADDRESSES_MAX; i++) {
            rate.allows("other" + i);
        }
        assertThat(rate.allows("first")).isTrue();
    }

    @Test
    void aBodyThatBreaksOffIsRefused() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }
        };
        assertThatThrownBy(() -> guard.open(call("10.0.0.1"), broken))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID));
    }

    @Test
    void fieldsAreWhatTheySayTheyAre() {
        Fields fields = guard.open(
                call("10.0.0.1"),
                body(
                        "{\"text\":\" \",\"number\":1.5,\"big\":99999999999999999999,"
                                + "\"nul\":\"a\\u0000b\",\"csi\":\"a\\u009bb\",\"half\":\"a\\ud800\",\"lines\":\"a\\nb\",\"new\":\"a\\ud83e\\udee0\"}"));
        assertThatThrownBy(() -> fields.text("text", 10)).hasMessage("'text' takes 1 to 10 characters.");
        assertThatThrownBy(() -> fields.text("number", 10)).hasMessage("'number' must be a text.");
        for (String name : List.of("nul", "csi", "half")) {
            assertThatThrownBy(() -> fields.text(name, 10))
                    .hasMessage("'" + name + "' has control characters or broken ones; remove them.");
        }
        assertThat(fields.text("lines", 10)).isEqualTo("a\nb");
        assertThat(fields.text("new", 10)).as("a sign of Unicode 14").isEqualTo("a\ud83e\udee0");
        assertThat(fields.secret("nul", 10)).as("a password may be anything").isEqualTo("a\u0000b");
    }

    private static Call call(String address) {
        return new Call(
                new Call.Site(Optional.empty(), Optional.empty(), Optional.of("localhost")),
                Optional.of("application/json; charset=UTF-8"),
                Optional.of(SamplePlatform.TOKEN),
                Optional.empty(),
                address,
                "POST",
                "/api/host/say");
    }

    private static InputStream body(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
