package com.sothebais.web.internal.live;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.servlet.AsyncContext;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;
import javax.servlet.WriteListener;
import org.eclipse.jetty.server.HttpOutput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client's open answer. Writes only as much as the socket takes at once; whoever has something new or whoever learns that the
 * socket is ready again writes on. The bytes go to Jetty as they are: through the servlet API each client would get a copy in a
 * buffer of its own. Thread-safe.
 */
final class SseConnection implements Outlet, WriteListener, AsyncListener {
    /** Clients reconnect after this time and a random part of the same again, so that they do not all come at once. */
    static final int RETRY_MILLIS = 2_000;

    private static final Logger LOG = LoggerFactory.getLogger(SseConnection.class);

    private final AsyncContext async;
    private final HttpOutput out;
    private final Turn turn = new Turn();
    private final Stall stall = new Stall();
    private final AtomicBoolean closed = new AtomicBoolean();
    private Viewer viewer;
    private Runnable leave;
    private volatile boolean opened;
    private boolean greeted;

    SseConnection(AsyncContext async, HttpOutput out) {
        this.async = async;
        this.out = out;
    }

    /** @param departure called once when the client has gone */
    void open(Viewer joined, Runnable departure) {
        viewer = joined;
        leave = departure;
        async.addListener(this);
        out.setWriteListener(this);
    }

    @Override
    public void wake() {
        if (opened) {
            turn.take(this::write);
        }
    }

    @Override
    public boolean stalledFor(Duration limit) {
        return stall.lasts(limit);
    }

    @Override
    public void onWritePossible() {
        stall.end();
        opened = true;
        wake();
    }

    @Override
    public void onError(Throwable failure) {
        LOG.debug("a viewer left", failure);
        close();
    }

    private void write() {
        try {
            while (!closed.get()) {
                if (!out.isReady()) {
                    stall.begin();
                    return;
                }
                Optional<ByteBuffer> next = next();
                if (next.isEmpty()) {
                    return;
                }
                out.write(next.get());
            }
        } catch (IOException | RuntimeException e) {
            // Whatever the container says about this one client, the others get their message.
            LOG.debug("a viewer left", e);
            close();
        }
    }

    private Optional<ByteBuffer> next() {
        if (greeted) {
            return viewer.next().map(Piece::eventBytes);
        }
        greeted = true;
        int retry = RETRY_MILLIS + ThreadLocalRandom.current().nextInt(RETRY_MILLIS);
        return Optional.of(ByteBuffer.wrap(("retry: " + retry + "\n\n").getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        end(async::complete);
    }

    @Override
    public void cutOff() {
        end(() -> out.getHttpChannel().abort(new IOException("the client does not read")));
    }

    private void end(Runnable way) {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        leave.run();
        try {
            way.run();
        } catch (IllegalStateException e) {
            LOG.debug("the container had ended the answer already", e);
        }
    }

    @Override
    public void onComplete(AsyncEvent event) {
        close();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        close();
    }

    @Override
    public void onError(AsyncEvent event) {
        close();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // Nothing starts a second time here.
    }
}
