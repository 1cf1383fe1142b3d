package com.sothebais.social.sandbox.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MentionsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"@sothebais bid 2", "hey @SothebAIs!", "(@sothebais)", "hi,@sothebais", "@bo @sothebais: 3"})
    void findsTheHandle(String text) {
        assertThat(Mentions.of("sothebais", text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "sothebais", "@sothebais2", "me@sothebais.com", "@@sothebais", "@sothebaisé", "x/@sothebais"
            })
    void leavesWhatOnlyLooksLikeIt(String text) {
        assertThat(Mentions.of("sothebais", text)).isFalse();
    }
}
