package com.sothebais.stream.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskWatchTest {
    @TempDir
    private Path directory;

    @Test
    void saysHowLongARecordingStillFits() {
        DiskWatch watch = new DiskWatch(any -> 540_000_000, 4_500);
        watch.look(List.of(directory));
        assertThat(watch.trouble())
                .contains("The disk of " + directory + " has only 540 MB left, 16 minutes of recording; make room.");
    }

    @Test
    void isQuietWithRoomAndForgetsTheTroubleOnceThereIsSome() {
        long[] left = {0};
        DiskWatch watch = new DiskWatch(any -> left[0], 4_500);
        watch.look(List.of(directory));
        assertThat(watch.trouble()).isPresent();
        left[0] = DiskWatch.LEFT_MIN_BYTES;
        watch.look(List.of(directory));
        assertThat(watch.trouble()).isEmpty();
    }

    @Test
    void aDiskThatDoesNotAnswerIsSaidAndADirectoryThatIsNotThereIsNot() {
        DiskWatch watch = new DiskWatch(
                any -> {
                    throw new IOException("stale file handle");
                },
                4_500);
        watch.look(List.of(directory.resolve("later")));
        assertThat(watch.trouble()).isEmpty();
        watch.look(List.of(directory));
        assertThat(watch.trouble()).hasValueSatisfying(text -> assertThat(text).contains("stale file handle"));
    }

    @Test
    void asksTheRealDisk() {
        DiskWatch watch = new DiskWatch(4_500);
        watch.look(List.of(directory));
        assertThat(watch.trouble()).isEqualTo(watch.trouble().filter(text -> text.contains("make room")));
    }
}
