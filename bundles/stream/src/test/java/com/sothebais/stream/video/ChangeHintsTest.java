package com.sothebais.stream.video;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Size;
import com.sothebais.stream.media.NativeMedia;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVFrameSideData;
import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangeHintsTest {
    private static final Size SIZE = new Size(320, 180);
    private static final Area PRICE = new Area(10, 20, 30, 40);
    private static final Area CLOCK = new Area(100, 20, 64, 16);

    private AVFrame frame;
    private ChangeHints hints;

    @BeforeAll
    static void loadLibraries() {
        NativeMedia.load(Path.of("target", "native"));
    }

    @BeforeEach
    void attach() {
        frame = avutil.av_frame_alloc();
        hints = new ChangeHints(frame, SIZE);
    }

    @AfterEach
    void free() {
        avutil.av_frame_free(frame);
    }

    @Test
    void tellsWhatChanged() {
        hints.add(List.of(PRICE));
        hints.add(List.of(CLOCK));
        hints.write();

        assertThat(told()).containsExactly(PRICE, CLOCK);
    }

    @Test
    void tellsEachChangeOnce() {
        hints.add(List.of(PRICE));
        hints.write();
        hints.write();

        assertThat(told()).as("of the picture that is repeated").isEmpty();
    }

    @Test
    void tellsManyChangesAsTheWholePicture() {
        hints.add(List.of(PRICE));
        hints.add(Collections.nCopies(ChangeHints.RECTANGLES_MAX, CLOCK));
        hints.write();

        assertThat(told()).containsExactly(new Area(0, 0, SIZE.width(), SIZE.height()));
    }

    @Test
    void fillsItsRoom() {
        hints.add(Collections.nCopies(ChangeHints.RECTANGLES_MAX, CLOCK));
        hints.write();

        assertThat(told()).hasSize(ChangeHints.RECTANGLES_MAX).containsOnly(CLOCK);
    }

    @Test
    void goesOnWithACopyOfThePicture() {
        hints.add(List.of(PRICE));
        hints.attach(frame);
        hints.write();

        assertThat(told()).containsExactly(PRICE);
    }

    /** As the library reads it. */
    private List<Area> told() {
        AVFrameSideData data = avutil.av_frame_get_side_data(frame, avutil.AV_FRAME_DATA_VIDEO_HINT);
        ByteBuffer note = data.data().capacity(data.size()).asByteBuffer().order(ByteOrder.nativeOrder());
        long count = note.getLong();
        long offset = note.getLong();
        long bytes = note.getLong();
        assertThat(note.getInt()).as("the type: what changed").isEqualTo(1);
        List<Area> areas = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            note.position((int) (offset + i * bytes));
            areas.add(new Area(note.getInt(), note.getInt(), note.getInt(), note.getInt()));
        }
        return areas;
    }
}
