package com.sothebais.stream.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.stream.Curtain.Lowered;
import org.junit.jupiter.api.Test;

class PrivacyTest {
    private static final int FPS = 10;
    private static final int CLEAR = FPS * Privacy.CLEAR_SECONDS;

    private final Privacy privacy = new Privacy(FPS);

    @Test
    void aShowIsPublicFromItsFirstFrame() {
        assertThat(privacy.frame(false, true, true)).isFalse();
    }

    @Test
    void theVeryFrameThatCouldShowARehearsalIsPrivate() {
        assertThat(privacy.frame(true, false, false)).isTrue();
    }

    @Test
    void staysPrivateUntilNothingOfTheRehearsalWasShownForAWhile() {
        privacy.frame(true, true, false);
        for (int i = 0; i < CLEAR - 1; i++) {
            assertThat(privacy.frame(false, true, false)).isTrue();
        }
        assertThat(privacy.frame(false, true, false)).isFalse();
    }

    @Test
    void aLateFrameMayStillShowTheRehearsalAndDoesNotCount() {
        privacy.frame(true, true, false);
        for (int i = 0; i < CLEAR * 3; i++) {
            assertThat(privacy.frame(false, false, false)).isTrue();
        }
    }

    @Test
    void aLineThatIsStillSpokenStartsTheWaitAnew() {
        privacy.frame(true, true, false);
        for (int i = 0; i < CLEAR - 1; i++) {
            privacy.frame(false, true, false);
        }
        assertThat(privacy.frame(false, true, true)).isTrue();
        assertThat(privacy.frame(false, true, false)).isTrue();
    }

    @Test
    void everybodyWhoLoweredTheCurtainMustLetItGo() {
        Lowered one = privacy.lower();
        Lowered two = privacy.lower();
        assertThat(privacy.frame(false, true, false)).isTrue();
        one.close();
        one.close();
        assertThat(privacy.frame(false, true, false)).isTrue();
        two.close();
        assertThat(privacy.frame(false, true, false))
                .as("nothing of a rehearsal was shown")
                .isFalse();
    }
}
