package com.sothebais.web.internal.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import javax.servlet.AsyncContext;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client's open answer. Writes only as much as the socket takes at once; whoever has something new or whoever learns that the
 * socket is ready again writes on. Never blocks.
 */
final class LiveConnection implements WriteListener, AsyncListener {
    /** Browsers reconnect after this time. */
    private static final byte[] GREETING = "retry: 2000\n\n".getBytes(StandardCharsets.UTF_8);

    private static final Logger LOG = LoggerFactory.getLogger(LiveConnection.class);

    private final Consumer<Viewer> leave;
    private Viewer viewer;
    private AsyncContext async;
    private ServletOutputStream out;
    private boolean ready;
    private boolean unflushed;
    private boolean closed;

    LiveConnection(Consumer<Viewer> leave) {
        this.leave = leave;
    }

    void open(Viewer admitted, AsyncContext context) throws IOException {
        ServletOutputStream stream = context.getResponse().getOutputStream();
        synchronized (this) {
            viewer = admitted;
            async = context;
            out = stream;
        }
        context.addListener(this);
        stream.setWriteListener(this);
    }

    /** There is something to send. */
    synchronized void wake() {
        if (ready && !closed) {
            write();
        }
    }

    @Override
    public synchronized void onWritePossible() throws IOException {
        if (closed) {
            return;
        }
        if (!ready) {
            ready = true;
            out.write(GREETING);
            unflushed = true;
        }
        write();
    }

    @Override
    public void onError(Throwable failure) {
        LOG.debug("a viewer left", failure);
        close();
    }

    private void write() {
        try {
            while (out.isReady()) {
                Optional<Frame> next = viewer.next();
                if (next.isPresent()) {
                    out.write(next.get().bytes());
                    unflushed = true;
                } else if (unflushed) {
                    unflushed = false;
                    out.flush();
                } else {
                    return;
                }
            }
        } catch (IOException | RuntimeException e) {
            // Whatever the container says about this one client, the others get their message.
            LOG.debug("a viewer left", e);
            close();
        }
    }

    private void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        leave.accept(viewer);
        try {
            async.complete();
        } catch (IllegalStateException | UncheckedIOException e) {
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
