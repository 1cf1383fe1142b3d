package com.sothebais.stream.media;

import java.nio.file.Path;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;

/** Loads FFmpeg's libraries and checks every answer they give. */
public final class NativeMedia {
    private static final int MESSAGE_BYTES = 128;
    private static final String CACHE_KEY = "org.bytedeco.javacpp.cachedir";

    private NativeMedia() {}

    /**
     * Loads the libraries, once for a class loader.
     *
     * @param cache where they are unpacked, unless the system property of JavaCPP names a place already
     * @throws MediaException when this machine cannot load them
     */
    public static void load(Path cache) {
        if (System.getProperty(CACHE_KEY) == null) {
            System.setProperty(CACHE_KEY, cache.toAbsolutePath().toString());
        }
        try {
            Loader.load(avutil.class);
            Loader.load(avcodec.class);
            Loader.load(avformat.class);
            Loader.load(swscale.class);
        } catch (LinkageError e) {
            throw new MediaException(
                    "cannot load the media libraries for " + Loader.getPlatform() + " into " + cache + ": "
                            + e.getMessage(),
                    0);
        }
        avutil.av_log_set_level(avutil.AV_LOG_FATAL);
        check(avformat.avformat_network_init(), "start the network");
    }

    /** Returns the answer of a call, or throws when it says no. */
    public static int check(int answer, String what) {
        if (answer < 0) {
            throw new MediaException("cannot " + what + ": " + reason(answer), answer);
        }
        return answer;
    }

    /** The same for what is asked many times a second: the words are put together only when they are needed. */
    public static int check(int answer, String what, long which) {
        return answer < 0 ? check(answer, what + which) : answer;
    }

    /** Returns what a call allocated, or throws when it gave nothing. */
    public static <P extends Pointer> P check(P pointer, String what) {
        if (pointer == null || pointer.isNull()) {
            throw new MediaException("cannot " + what + ": nothing was allocated", 0);
        }
        return pointer;
    }

    /** Adds an option; options are copied by the library. */
    public static void option(AVDictionary options, String key, String value) {
        check(avutil.av_dict_set(options, key, value, 0), "set the option " + key);
    }

    private static String reason(int answer) {
        try (BytePointer text = new BytePointer(MESSAGE_BYTES)) {
            return avutil.av_strerror(answer, text, MESSAGE_BYTES) < 0 ? "error " + answer : untilNul(text);
        }
    }

    /** The pointer knows how much room there is; what lies behind the end of the text is anything. */
    private static String untilNul(BytePointer text) {
        String whole = text.getString();
        int end = whole.indexOf('\0');
        return end < 0 ? whole : whole.substring(0, end);
    }
}
