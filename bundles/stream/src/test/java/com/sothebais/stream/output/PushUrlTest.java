package com.sothebais.stream.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PushUrlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/live/secret",
                "rtmp:secret",
                "rtmp://example.org",
                "rtmp://example.org/",
                "rtmp://example.org/live/secret key",
                "rtmp://exa mple.org/live/secret",
                ""
            })
    void whatIsNoAddressIsRefusedWithoutRepeatingIt(String address) {
        assertThatThrownBy(() -> PushUrl.of(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .message()
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource({
        "rtmps://user:pass@live.example.org:443/app/secret?token=secret, rtmps://live.example.org:443/app/***",
        "rtmp://live.example.org/app/instance/secret, rtmp://live.example.org/app/***",
        "rtmp://live.example.org/secret, rtmp://live.example.org/***",
        "rtmp://[::1]:1936/live/secret, rtmp://[::1]:1936/live/***"
    })
    void theKeyIsNeverShown(String address, String shown) {
        PushUrl url = PushUrl.of(address);
        assertThat(url.shown()).isEqualTo(shown);
        assertThat(url).hasToString(shown);
        assertThat(url.secrets()).contains("secret");
    }

    @Test
    void keepsTheStreamWhenItIsReachedThroughAnotherPlace() {
        PushUrl url = PushUrl.of("rtmps://user:pass@live.example.org/app/instance/key?a=b%20c");
        assertThat(url.at("127.0.0.1", 4_000)).isEqualTo("rtmp://user:pass@127.0.0.1:4000/app/instance/key?a=b%20c");
        assertThat(url.serverAddress()).isEqualTo("rtmps://live.example.org/app/instance");
        assertThat(url.port()).isEqualTo(443);
        assertThat(PushUrl.of("rtmps://h/app/key").application()).isEqualTo("app");
        assertThat(PushUrl.of("rtmp://h/app/key").port()).isEqualTo(1_935);
        assertThat(PushUrl.of("rtmp://[::1]/app/key").host()).isEqualTo("::1");
    }
}
