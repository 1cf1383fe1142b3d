package com.sothebais.stream.video;

import static com.sothebais.stream.media.NativeMedia.check;

import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Size;
import com.sothebais.stream.scene.Damage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVFrameSideData;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * Tells an encoder which rectangles of a picture are others than in the picture before, so that it does not search the rest for
 * changes. The note that goes with the picture has the form of FFmpeg's {@code AVVideoHint}. Used by one thread.
 */
final class ChangeHints {
    /** More rectangles than that are told as one, the whole picture. */
    static final int RECTANGLES_MAX = 64;

    // struct AVVideoHint on 64 bits: count, offset and size of the rectangles, each 8 bytes, then the type in 4 and as
    // many unused.
    private static final int HEADER_BYTES = 32;
    private static final int RECTANGLE_BYTES = 16;
    private static final int TYPE_CHANGED = 1;

    private final List<Area> changed = new ArrayList<>();
    private final List<Area> whole;
    private ByteBuffer note;

    /** Attaches an empty note to a picture. */
    ChangeHints(AVFrame frame, Size size) {
        this.whole = Damage.all(size);
        attach(frame);
    }

    /** Attaches the note again, because the library has made a copy of the picture. */
    void attach(AVFrame frame) {
        int bytes = HEADER_BYTES + RECTANGLES_MAX * RECTANGLE_BYTES;
        avutil.av_frame_remove_side_data(frame, avutil.AV_FRAME_DATA_VIDEO_HINT);
        AVFrameSideData data = check(
                avutil.av_frame_new_side_data(frame, avutil.AV_FRAME_DATA_VIDEO_HINT, bytes),
                "allocate the note of what changed");
        note = data.data().capacity(bytes).asByteBuffer().order(ByteOrder.nativeOrder());
    }

    /** These have changed since the last picture that was encoded. */
    void add(List<Area> areas) {
        if (changed.size() + areas.size() > RECTANGLES_MAX) {
            changed.clear();
            changed.addAll(whole);
        } else {
            changed.addAll(areas);
        }
    }

    /** Writes the note for the picture that is encoded now, and begins anew for the next. */
    void write() {
        note.clear();
        note.putLong(changed.size())
                .putLong(HEADER_BYTES)
                .putLong(RECTANGLE_BYTES)
                .putLong(TYPE_CHANGED);
        for (Area area : changed) {
            note.putInt(area.x()).putInt(area.y()).putInt(area.width()).putInt(area.height());
        }
        changed.clear();
    }
}
