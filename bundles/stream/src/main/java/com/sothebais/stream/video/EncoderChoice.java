package com.sothebais.stream.video;

import com.sothebais.stream.media.MediaException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which encoder a broadcast is made with, found out once at its start: a graphics card is only believed in after it has encoded
 * pictures of the size that is asked for.
 *
 * @param trouble what to tell whoever asked for an encoder that is not there
 */
public record EncoderChoice(Codec codec, Optional<String> trouble) {

    /** How long an encoder may take to show that it works; a driver that hangs is left alone then. */
    static final Duration PROBE_MAX = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(EncoderChoice.class);
    private static final int PROBE_FRAMES = 5;

    /** What the configuration asks for. */
    public enum Wish {
        /** The graphics card when it works, else the processor. */
        AUTO,
        X264,
        NVENC
    }

    /** Decides; takes up to {@link #PROBE_MAX} when a graphics card is to be looked for. */
    public static EncoderChoice of(Wish wish, VideoFormat format) {
        if (wish == Wish.X264) {
            return new EncoderChoice(Codec.X264, Optional.empty());
        }
        Optional<String> refusal = probe(Codec.NVENC, format, PROBE_MAX);
        if (refusal.isEmpty()) {
            return new EncoderChoice(Codec.NVENC, Optional.empty());
        }
        LOG.info("{} does not work here ({}); {} encodes", Codec.NVENC.library(), refusal.get(), Codec.X264.library());
        Optional<String> told = Optional.of("encoder = nvenc does not work on this machine: " + refusal.get() + "; "
                + Codec.X264.library() + " encodes instead. Install the card and its driver, or set encoder = auto.");
        return new EncoderChoice(Codec.X264, told.filter(text -> wish == Wish.NVENC));
    }

    /** Opens encoders of the chosen kind. */
    public EncoderFactory factory(VideoFormat format) {
        return () -> new VideoEncoder(format, codec);
    }

    /** Encodes a few pictures. @return why that does not work; empty when it does */
    static Optional<String> probe(Codec codec, VideoFormat format, Duration limit) {
        CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
        Thread thread = new Thread(() -> answer.complete(attempt(codec, format)), "sothebais-encoder-probe");
        thread.setDaemon(true);
        thread.start();
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return Optional.of("it did not answer within " + limit.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("the look for it was interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static Optional<String> attempt(Codec codec, VideoFormat format) {
        try (VideoEncoder encoder = new VideoEncoder(format, codec)) {
            int packets = 0;
            for (int i = 0; i < PROBE_FRAMES; i++) {
                packets += encoder.encode(i, i == 0).isPresent() ? 1 : 0;
            }
            int late = encoder.finish().size();
            return late == 0 && packets == PROBE_FRAMES
                    ? Optional.empty()
                    : Optional.of("it held back " + (PROBE_FRAMES - packets) + " of " + PROBE_FRAMES + " pictures");
        } catch (MediaException e) {
            return Optional.of(e.getMessage());
        } catch (RuntimeException | LinkageError e) {
            return Optional.of(e.toString());
        }
    }
}
