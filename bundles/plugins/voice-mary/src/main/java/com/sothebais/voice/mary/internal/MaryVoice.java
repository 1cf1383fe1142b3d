package com.sothebais.voice.mary.internal;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Speech;
import com.sothebais.api.agent.Voice;
import com.sothebais.api.health.Health;
import com.sothebais.api.health.HealthSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives the host a voice without any network: MaryTTS, started in the background so that the bundle is up at once. */
@Component(configurationPid = "com.sothebais.voice.mary")
@Designate(ocd = MaryVoice.Config.class)
public final class MaryVoice implements Voice, HealthSource {
    private static final Logger LOG = LoggerFactory.getLogger(MaryVoice.class);
    private static final String PID = "com.sothebais.voice.mary";
    private static final String PART = "voice";
    private static final int TEXT_MAX = 600;
    private static final double PEAK_MIN_DBFS = -30;
    private static final int WAIT_MAX_MILLIS = 9_000;

    /** Settings of the voice. */
    @ObjectClassDefinition(name = "SothebAIs MaryTTS voice")
    public @interface Config {

        @AttributeDefinition(description = "Name of the embedded MaryTTS voice")
        String voice() default "cmu-slt-hsmm";

        @AttributeDefinition(description = "Loudest sample of every speech in dBFS, -30 to 0")
        double peak_dbfs() default -3;

        @AttributeDefinition(description = "How long a line waits for MaryTTS to start, 0 to 9000 milliseconds")
        int ready_wait_millis() default 5_000;
    }

    private final CompletableFuture<MaryEngine> engine = new CompletableFuture<>();
    private final int readyWaitMillis;
    private final Thread starter;

    @Activate
    public MaryVoice(Config config) {
        double peakDbfs = inRange("peak.dbfs", config.peak_dbfs(), PEAK_MIN_DBFS, 0);
        readyWaitMillis = (int) inRange("ready.wait.millis", config.ready_wait_millis(), 0, WAIT_MAX_MILLIS);
        MaryEngine starting = new MaryEngine(config.voice(), Math.pow(10, peakDbfs / 20));
        starter = new Thread(() -> start(starting), "sothebais-voice-start");
        starter.setDaemon(true);
        starter.start();
    }

    @Deactivate
    void stop() {
        starter.interrupt();
        engine.completeExceptionally(new IllegalStateException("the voice was stopped"));
    }

    @Override
    public String name() {
        return "mary";
    }

    @Override
    public Speech speak(String text, Mood mood) {
        if (text.length() > TEXT_MAX) {
            throw new VoiceException(
                    "the text has " + text.length() + " characters, a line has at most " + TEXT_MAX, null);
        }
        String spoken = SpeechText.of(text);
        if (spoken.isEmpty()) {
            throw new VoiceException("there is no word to speak in '" + text + "'", null);
        }
        Speech speech = ready().synthesize(spoken, mood);
        if (speech.samples().length == 0) {
            throw new VoiceException("MaryTTS made no sound of '" + spoken + "'", null);
        }
        return speech;
    }

    @Override
    public Health health() {
        if (!engine.isDone()) {
            return Health.degraded(PART, "MaryTTS is starting; lines appear as captions until it is ready.");
        }
        return engine.isCompletedExceptionally()
                ? Health.down(
                        PART, "MaryTTS did not start, see the log and " + PID + "; lines appear as captions only.")
                : Health.well(PART, "MaryTTS speaks.");
    }

    private void start(MaryEngine starting) {
        try {
            long begun = System.nanoTime();
            starting.start();
            engine.complete(starting);
            LOG.info("MaryTTS is ready after {} ms", (System.nanoTime() - begun) / 1_000_000);
        } catch (RuntimeException | LinkageError e) {
            LOG.error("MaryTTS did not start; the host is on captions only. Check {} and update the bundle.", PID, e);
            engine.completeExceptionally(e);
        }
    }

    private MaryEngine ready() {
        try {
            return engine.get(readyWaitMillis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new VoiceException("MaryTTS is still starting after a wait of " + readyWaitMillis + " ms", e);
        } catch (ExecutionException e) {
            throw new VoiceException("MaryTTS did not start: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VoiceException("interrupted while MaryTTS starts", e);
        }
    }

    private static double inRange(String key, double value, double min, double max) {
        if (Double.isNaN(value) || value < min || value > max) {
            throw new IllegalArgumentException(
                    PID + ": " + key + " = " + value + " is not allowed, expected " + min + " to " + max);
        }
        return value;
    }
}
