package com.sothebais.stream.film;

import static com.sothebais.stream.media.NativeMedia.check;

import com.sothebais.stream.media.MediaException;
import com.sothebais.stream.print.Print;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/** Makes prints of decoded frames, as large as their place. One thread. */
final class Scaler implements AutoCloseable {
    /** Rows begin where vector instructions like them to; what these write too much stays in the row. */
    private static final int ALIGNMENT = 64;

    /** From so many rows on a film that does not say is taken for one in the colours of high definition. */
    private static final int HIGH_DEFINITION_ROWS = 720;

    private static final int UNITY = 1 << 16;

    private final int width;
    private final int height;
    private final PointerPointer<BytePointer> targets = new PointerPointer<>(4);
    private final IntPointer strides = new IntPointer(4);
    private SwsContext context;
    private long colored;
    private int coloredSpace;
    private int coloredRange;
    private BytePointer buffer = new BytePointer();
    private int across;
    private int down;

    /** @param width of the place @param height of the place */
    Scaler(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** @throws MediaException when FFmpeg cannot convert it */
    Print print(AVFrame frame) {
        int wide = frame.width();
        int high = frame.height();
        if (wide < 1 || high < 1 || (long) wide * high > FilmReader.FIRST_PIXELS_MAX || frame.data(0) == null) {
            throw new MediaException("a picture of " + wide + "x" + high + " pixels", 0);
        }
        boolean clear = hasAlpha(frame.format());
        double shape = shape(frame);
        double fit = Math.min(width / (wide * shape), (double) height / high);
        // What is partly transparent must be multiplied by its alpha before it is made smaller, which FFmpeg does not.
        prepare(
                frame,
                clear ? wide : (int) Math.max(1, Math.round(wide * shape * fit)),
                clear ? high : (int) Math.max(1, Math.round(high * fit)));
        check(
                swscale.sws_scale(context, frame.data(), frame.linesize(), 0, high, targets, strides),
                "convert a picture of a film");
        int[] pixels = new int[across * down];
        IntPointer from = new IntPointer(buffer);
        for (int y = 0; y < down; y++) {
            from.position((long) y * strides.get(0) / Integer.BYTES).get(pixels, y * across, across);
        }
        if (!clear) {
            return new Print(across, down, pixels, true);
        }
        multiply(pixels);
        return Print.of(across, down, pixels, width, height);
    }

    private void prepare(AVFrame frame, int wantedAcross, int wantedDown) {
        context = check(
                swscale.sws_getCachedContext(
                        context,
                        frame.width(),
                        frame.height(),
                        frame.format(),
                        wantedAcross,
                        wantedDown,
                        avutil.AV_PIX_FMT_BGRA,
                        swscale.SWS_BILINEAR,
                        null,
                        null,
                        (DoublePointer) null),
                "convert pictures of this kind");
        int space = frame.colorspace() == avutil.AVCOL_SPC_UNSPECIFIED
                ? frame.height() >= HIGH_DEFINITION_ROWS ? avutil.AVCOL_SPC_BT709 : avutil.AVCOL_SPC_SMPTE170M
                : frame.colorspace();
        IntPointer wanted = swscale.sws_getCoefficients(avutil.AVCOL_SPC_BT709);
        int full = frame.color_range() == avutil.AVCOL_RANGE_JPEG ? 1 : 0;
        if (context.address() != colored || space != coloredSpace || full != coloredRange) {
            // Formats without luma have no such details, and say so.
            swscale.sws_setColorspaceDetails(
                    context, swscale.sws_getCoefficients(space), full, wanted, 1, 0, UNITY, UNITY);
            colored = context.address();
            coloredSpace = space;
            coloredRange = full;
        }
        if (wantedAcross != across || wantedDown != down) {
            across = wantedAcross;
            down = wantedDown;
            int stride = (across * Integer.BYTES + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
            buffer.close();
            buffer = new BytePointer((long) stride * down + 2L * ALIGNMENT);
            targets.put(0, buffer).put(1, null).put(2, null).put(3, null);
            strides.put(0, stride).put(1, 0).put(2, 0).put(3, 0);
        }
    }

    /** Width of a pixel for its height. */
    private static double shape(AVFrame frame) {
        int wide = frame.sample_aspect_ratio().num();
        int high = frame.sample_aspect_ratio().den();
        double shape = wide > 0 && high > 0 ? (double) wide / high : 1;
        return Math.max(0.25, Math.min(4, shape));
    }

    private static boolean hasAlpha(int format) {
        AVPixFmtDescriptor kind = avutil.av_pix_fmt_desc_get(format);
        return kind != null && !kind.isNull() && (kind.flags() & avutil.AV_PIX_FMT_FLAG_ALPHA) != 0;
    }

    private static void multiply(int[] pixels) {
        for (int i = 0; i < pixels.length; i++) {
            int pixel = pixels[i];
            int alpha = pixel >>> 24;
            if (alpha == 0) {
                pixels[i] = 0;
            } else if (alpha < 255) {
                int red = (pixel >>> 16 & 0xFF) * alpha / 255;
                int green = (pixel >>> 8 & 0xFF) * alpha / 255;
                int blue = (pixel & 0xFF) * alpha / 255;
                pixels[i] = alpha << 24 | red << 16 | green << 8 | blue;
            }
        }
    }

    @Override
    public void close() {
        swscale.sws_freeContext(context);
        context = null;
        buffer.close();
        targets.close();
        strides.close();
    }
}
