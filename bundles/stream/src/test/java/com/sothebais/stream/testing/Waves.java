package com.sothebais.stream.testing;

import com.sothebais.api.agent.Speech;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Sound for tests: tones of known level, something like a voice, files that others read. 48 kHz, the same in both channels. */
public final class Waves {
    private static final int RATE = Speech.SAMPLE_RATE_HZ;
    private static final int HARMONICS = 28;

    private Waves() {}

    /** A part of a test signal: its peak level and length. */
    public record Part(double dbfs, double seconds) {}

    /** One sine that goes through parts of different level without a break. */
    public static float[] sine(double hertz, Part... parts) {
        int length = 0;
        for (Part part : parts) {
            length += (int) Math.round(part.seconds() * RATE);
        }
        float[] samples = new float[length];
        int at = 0;
        for (Part part : parts) {
            double level = Math.pow(10, part.dbfs() / 20);
            int end = at + (int) Math.round(part.seconds() * RATE);
            for (; at < end; at++) {
                samples[at] = (float) (level * Math.sin(2 * Math.PI * hertz * at / RATE));
            }
        }
        return samples;
    }

    /** Harmonics under a moving formant, in syllables with short pauses: peaks about as far above the mean as those of speech. */
    public static float[] voice(double seconds, double level, long seed) {
        Random random = new Random(seed);
        float[] samples = new float[(int) (seconds * RATE)];
        double phase = 0;
        int syllable = 0;
        double pitch = 120;
        double formant = 700;
        double loud = 1;
        for (int i = 0; i < samples.length; i++, syllable--) {
            if (syllable == 0 || i == 0) {
                syllable = RATE / 10 + random.nextInt(RATE / 6);
                pitch = 100 + random.nextInt(80);
                formant = 300 + random.nextInt(1_500);
                loud = random.nextInt(6) == 0 ? 0 : 0.3 + random.nextDouble();
            }
            phase += 2 * Math.PI * pitch / RATE;
            double sum = 0;
            for (int harmonic = 1; harmonic <= HARMONICS; harmonic++) {
                double away = (harmonic * pitch - formant) / 400;
                sum += Math.cos(harmonic * phase) / (1 + away * away) / Math.sqrt(harmonic);
            }
            double swell = Math.sin(Math.PI * Math.min(1, syllable / (RATE * 0.2)));
            samples[i] = (float) Math.max(-1, Math.min(1, level * loud * swell * sum / 4));
        }
        return samples;
    }

    /** Writes a file of 32 bit floating point samples. */
    public static Path wav(Path file, float[] left, float[] right) throws IOException {
        int bytes = left.length * 8;
        ByteBuffer wav = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + bytes);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) 3).putShort((short) 2).putInt(RATE).putInt(RATE * 8);
        wav.putShort((short) 8).putShort((short) 32);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
        for (int i = 0; i < left.length; i++) {
            wav.putFloat(left[i]).putFloat(right[i]);
        }
        return Files.write(file, wav.array());
    }
}
