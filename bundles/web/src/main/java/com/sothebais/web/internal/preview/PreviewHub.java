package com.sothebais.web.internal.preview;

import com.sothebais.api.stream.Preview;
import com.sothebais.api.stream.Preview.Format;
import com.sothebais.api.stream.Preview.Picture;
import com.sothebais.api.stream.Preview.Watch;
import com.sothebais.api.stream.Studio.StudioException;
import com.sothebais.web.internal.answer.Envelope;
import com.sothebais.web.internal.parts.Parts;
import com.sothebais.web.internal.preview.PreviewConnection.Message;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the pictures from the studio once, on a thread that lives while somebody watches, and hands the same bytes to every viewer.
 * Thread-safe.
 */
@Component(service = PreviewHub.class)
public final class PreviewHub {

    /** Most viewers of the preview at a time; each needs the whole bitrate of the picture. */
    public static final int VIEWERS_MAX = 8;

    /** How long after a logout or the end of a session the pictures may still go on. */
    static final Duration LOGIN_CHECK = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(PreviewHub.class);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final byte KEY = 1;
    private static final byte DELTA = 0;
    private static final int HEAD_BYTES = 1 + Long.BYTES + Long.BYTES;

    private final Parts parts;
    /** Viewers, with the question whether they are still logged in. */
    private final Map<PreviewConnection, BooleanSupplier> viewers = new ConcurrentHashMap<>();

    private Optional<Thread> pump = Optional.empty();
    private boolean stopped;

    @Activate
    public PreviewHub(@Reference Parts parts) {
        this.parts = parts;
    }

    /** Lets a viewer in; false when the house is full. @param allowed asked again every few seconds */
    synchronized boolean join(PreviewConnection viewer, BooleanSupplier allowed) {
        if (stopped || viewers.size() >= VIEWERS_MAX) {
            return false;
        }
        viewers.put(viewer, allowed);
        viewer.join(() -> viewers.remove(viewer));
        if (pump.isEmpty()) {
            Thread thread = new Thread(this::run, "sothebais-preview");
            thread.setDaemon(true);
            pump = Optional.of(thread);
            thread.start();
        }
        return true;
    }

    int viewers() {
        return viewers.size();
    }

    /** Ends all connections. */
    @Deactivate
    public void stop() {
        Optional<Thread> running;
        synchronized (this) {
            stopped = true;
            running = pump;
        }
        running.ifPresent(Thread::interrupt);
        dismiss("the server stops; come back");
    }

    private void run() {
        try {
            while (isWanted()) {
                watch();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("the preview failed; viewers come back by themselves", e);
            ended();
        }
    }

    /** Under the lock, so that nobody joins a thread that is about to end. */
    private synchronized boolean isWanted() {
        if (stopped || viewers.isEmpty()) {
            pump = Optional.empty();
            return false;
        }
        return true;
    }

    private synchronized void ended() {
        pump = Optional.empty();
        dismiss("the preview failed; come back");
    }

    private void watch() throws InterruptedException {
        Optional<Watch> found = begin();
        if (found.isEmpty()) {
            dismiss("the studio is not on air; come back");
            return;
        }
        try (Watch watch = found.get()) {
            String greeting = greeting(watch.format());
            long checked = System.nanoTime();
            while (!watch.over() && !viewers.isEmpty()) {
                watch.next(LOOK).map(PreviewHub::message).ifPresent(message -> viewers.keySet()
                        .forEach(viewer -> viewer.offer(message, greeting)));
                if (System.nanoTime() - checked > LOGIN_CHECK.toNanos()) {
                    checked = System.nanoTime();
                    checkLogins();
                }
            }
            if (watch.over()) {
                dismiss("the studio starts again; come back");
            }
        }
    }

    private Optional<Watch> begin() {
        try {
            return parts.find(Preview.class).map(Preview::watch);
        } catch (StudioException e) {
            LOG.debug("no preview: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private void checkLogins() {
        viewers.forEach((viewer, allowed) -> {
            if (!allowed.getAsBoolean()) {
                viewer.close(PreviewConnection.NOT_ALLOWED, "log in again");
            }
        });
    }

    private void dismiss(String reason) {
        viewers.keySet().forEach(viewer -> viewer.close(PreviewConnection.COME_BACK, reason));
    }

    private static String greeting(Format format) {
        try {
            return Envelope.JSON.writeValueAsString(Map.of(
                    "codec", format.codec(),
                    "width", format.size().width(),
                    "height", format.size().height(),
                    "fps", format.fps()));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kind (1 key, 0 other), index, instant of composition in milliseconds since 1970, H.264; numbers big-endian. */
    private static Message message(Picture picture) {
        ByteBuffer bytes = ByteBuffer.allocate(HEAD_BYTES + picture.data().length);
        bytes.put(picture.key() ? KEY : DELTA);
        bytes.putLong(picture.index())
                .putLong(picture.composed().toEpochMilli())
                .put(picture.data());
        return new Message(bytes.array(), picture.key());
    }
}
