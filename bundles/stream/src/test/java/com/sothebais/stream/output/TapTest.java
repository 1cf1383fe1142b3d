package com.sothebais.stream.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.stream.Preview.Format;
import com.sothebais.api.stream.Preview.Picture;
import com.sothebais.api.stream.Size;
import com.sothebais.stream.media.Packet;
import com.sothebais.stream.media.Packet.Track;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TapTest {
    private static final byte[] HEADERS = {7, 8};

    private final List<Tap> left = new ArrayList<>();
    private final Tap tap = new Tap(new Format("avc1.64001f", Size.HD, 30), HEADERS, left::add);

    @Test
    void beginsWithAKeyframeThatHasTheParameterSetsInFront() throws InterruptedException {
        offer(1, false);
        tap.offer(new Packet(Track.AUDIO, 1, 1_024, true, new byte[] {5}), Instant.EPOCH);
        offer(2, true);
        offer(3, false);

        Picture first = tap.next(Duration.ZERO).orElseThrow();
        assertThat(first.index()).isEqualTo(2);
        assertThat(first.data()).containsExactly(7, 8, 1);
        assertThat(first.composed()).isEqualTo(Instant.EPOCH);
        assertThat(tap.next(Duration.ZERO)).map(Picture::data).hasValueSatisfying(data -> assertThat(data)
                .containsExactly(1));
        assertThat(tap.next(Duration.ZERO)).isEmpty();
    }

    @Test
    void whoTakesNothingLosesAllUpToTheNextKeyframe() throws InterruptedException {
        offer(0, true);
        for (int i = 1; i <= Tap.QUEUE_MAX + 5; i++) {
            offer(i, false);
        }
        offer(200, true);

        assertThat(tap.next(Duration.ZERO)).map(Picture::index).isEqualTo(Optional.of(200L));
        assertThat(tap.next(Duration.ZERO)).isEmpty();
    }

    @Test
    void whoClosesIsForgottenAndGetsNothingMore() throws InterruptedException {
        tap.close();
        offer(1, true);

        assertThat(tap.over()).isTrue();
        assertThat(tap.next(Duration.ZERO)).isEmpty();
        assertThat(left).containsExactly(tap);
    }

    private void offer(long index, boolean key) {
        tap.offer(new Packet(Track.VIDEO, index, 1, key, new byte[] {1}), Instant.EPOCH);
    }
}
