package com.sothebais.web.internal.live;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.eclipse.jetty.websocket.api.BatchMode;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.eclipse.jetty.websocket.api.WebSocketConnectionListener;
import org.eclipse.jetty.websocket.api.WriteCallback;
import org.eclipse.jetty.websocket.common.WebSocketFrame;
import org.eclipse.jetty.websocket.common.WebSocketRemoteEndpoint;
import org.eclipse.jetty.websocket.common.frames.PingFrame;
import org.eclipse.jetty.websocket.common.frames.TextFrame;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client's WebSocket. One message is on its way at a time; whoever has something new or whoever learns that it has gone out sends
 * on. What the client says is ignored. The encoded bytes go to Jetty as they are: its text methods would encode them once for each
 * client. Thread-safe.
 */
final class SocketConnection implements Outlet, WebSocketConnectionListener, WriteCallback {
    private static final Logger LOG = LoggerFactory.getLogger(SocketConnection.class);
    private static final Runnable GONE = () -> {};

    private final Turn turn = new Turn();
    private final Stall stall = new Stall();
    /** How its session is ended; empty while it goes on. */
    private final AtomicReference<Optional<Consumer<Session>>> end = new AtomicReference<>(Optional.empty());

    private final AtomicReference<Runnable> leave = new AtomicReference<>(GONE);
    /** The rest of the piece that is being sent; touched only in turn. */
    private final Deque<WebSocketFrame> rest = new ArrayDeque<>();

    private Viewer viewer;
    private volatile Session session;
    private volatile boolean sending;

    /** @param departure called once when the client has gone */
    void join(Viewer joined, Runnable departure) {
        viewer = joined;
        leave.set(departure);
        if (end.get().isPresent()) {
            depart();
        }
    }

    @Override
    public void wake() {
        if (session != null) {
            turn.take(this::send);
        }
    }

    @Override
    public boolean stalledFor(Duration limit) {
        return stall.lasts(limit);
    }

    @Override
    public void onWebSocketConnect(Session connected) {
        stall.end();
        session = connected;
        // It may have been told to go before it was connected.
        end.get().ifPresent(way -> end(connected, way));
        wake();
    }

    @Override
    public void writeSuccess() {
        stall.end();
        sending = false;
        wake();
    }

    @Override
    public void writeFailed(Throwable failure) {
        LOG.debug("a viewer left", failure);
        close();
    }

    @Override
    public void onWebSocketError(Throwable failure) {
        // The server closes it next and tells the client why.
        LOG.debug("a viewer left", failure);
        end(known -> {});
    }

    @Override
    public void onWebSocketClose(int code, String reason) {
        close();
    }

    private void send() {
        try {
            while (!sending && end.get().isEmpty()) {
                if (rest.isEmpty()) {
                    viewer.next().ifPresent(this::unpack);
                }
                WebSocketFrame frame = rest.poll();
                if (frame == null) {
                    return;
                }
                sending = true;
                stall.begin();
                WebSocketRemoteEndpoint remote = (WebSocketRemoteEndpoint) session.getRemote();
                // Messages of one piece leave together.
                remote.setBatchMode(rest.isEmpty() ? BatchMode.OFF : BatchMode.ON);
                remote.uncheckedSendFrame(frame, this);
            }
        } catch (RuntimeException e) {
            // Whatever the container says about this one client, the others get their message.
            LOG.debug("a viewer left", e);
            close();
        }
    }

    private void unpack(Piece piece) {
        if (piece.frames().isEmpty()) {
            rest.add(new PingFrame());
        }
        piece.frames().forEach(frame -> rest.add(new TextFrame().setPayload(ByteBuffer.wrap(frame.text()))));
    }

    @Override
    public void close() {
        end(open -> open.close(StatusCode.SHUTDOWN, "the feed ends; come back"));
    }

    @Override
    public void cutOff() {
        end(open -> {
            try {
                open.disconnect();
            } catch (IOException e) {
                LOG.debug("the connection had ended already", e);
            }
        });
    }

    private void end(Consumer<Session> way) {
        Optional<Consumer<Session>> goesOn = end.get();
        if (goesOn.isPresent() || !end.compareAndSet(goesOn, Optional.of(way))) {
            return;
        }
        depart();
        Optional.ofNullable(session).ifPresent(open -> end(open, way));
    }

    private void depart() {
        leave.getAndSet(GONE).run();
    }

    private static void end(Session open, Consumer<Session> way) {
        try {
            if (open.isOpen()) {
                way.accept(open);
            }
        } catch (RuntimeException e) {
            LOG.debug("the connection had ended already", e);
        }
    }
}
