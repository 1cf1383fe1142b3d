package com.sothebais.stream.broadcast;

import com.sothebais.api.agent.Speech;
import com.sothebais.stream.media.Packet;
import com.sothebais.stream.media.TrackFormat;
import com.sothebais.stream.sound.AudioEncoder;
import com.sothebais.stream.sound.Mixer;
import java.util.function.Consumer;

/**
 * The sound of a broadcast: mixed and encoded as far as the picture needs it. Its time is the count of samples. Used by the thread
 * that makes frames, except {@link #heard}.
 */
final class SoundTrack implements AutoCloseable {
    private static final double MILLIS_A_SECOND = 1e3;

    /** At higher rates the packets of sound may come up to the difference of one frame behind their picture. */
    private static final int FPS_IN_STEP = 30;

    private final Mixer mixer;
    private final int fps;
    private final Consumer<Packet> packets;
    private final AudioEncoder encoder = new AudioEncoder();
    private final float[] left = new float[AudioEncoder.BLOCK];
    private final float[] right = new float[AudioEncoder.BLOCK];
    // By how many samples the feed is ahead of the mix, because frames were left out.
    private volatile long shift;

    SoundTrack(Mixer mixer, int fps, Consumer<Packet> packets) {
        this.mixer = mixer;
        this.fps = fps;
        this.packets = packets;
    }

    /** What outputs must know of it; the caller closes it. */
    TrackFormat format() {
        return encoder.track();
    }

    /** The sample of the mix that is heard with a frame. */
    long heard(long frame) {
        return start(frame) - shift;
    }

    /** Mixes and encodes what must be out by this frame. */
    void follow(long frame) {
        long end = end(frame);
        for (long position = position(); position < end; position += AudioEncoder.BLOCK) {
            mixer.mix(left, right);
            encoder.encode(position, left, right, packets);
        }
    }

    /** Leaves out the sound of the frames between. */
    void skip(long from, long to) {
        shift += start(to) - start(from);
    }

    /** Milliseconds that the end of the sound is beyond where it must be for a frame. */
    double ahead(long frame) {
        long end = position() - AudioEncoder.DELAY_SAMPLES + behind();
        return end * MILLIS_A_SECOND / Speech.SAMPLE_RATE_HZ - frame * MILLIS_A_SECOND / fps;
    }

    private long position() {
        return mixer.position() + shift;
    }

    /** The sample, counted since the start of the feed, with which a frame begins. */
    private long start(long frame) {
        return frame * Speech.SAMPLE_RATE_HZ / fps;
    }

    /**
     * How far sound is mixed: until its packets are out up to this picture, and to the next one, which a voice that starts now must
     * not be ahead of. No further, because the voice starts where the mix ends: with short frames, whose next picture comes soon,
     * the packets are let fall behind instead, so that a voice is as close to the picture of the same instant as with long ones.
     */
    private long end(long frame) {
        return Math.max(start(frame) + AudioEncoder.DELAY_SAMPLES + 1 - behind(), start(frame + 1));
    }

    /** Samples that the packets of sound may be behind their picture. */
    private long behind() {
        return Math.max(0, Speech.SAMPLE_RATE_HZ / FPS_IN_STEP - Speech.SAMPLE_RATE_HZ / fps);
    }

    @Override
    public void close() {
        encoder.close();
    }
}
