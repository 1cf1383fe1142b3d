package com.sothebais.web.internal.preview;

import com.sothebais.web.internal.live.Turn;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.WebSocketConnectionListener;
import org.eclipse.jetty.websocket.api.WriteCallback;
import org.eclipse.jetty.websocket.common.WebSocketFrame;
import org.eclipse.jetty.websocket.common.WebSocketRemoteEndpoint;
import org.eclipse.jetty.websocket.common.frames.BinaryFrame;
import org.eclipse.jetty.websocket.common.frames.TextFrame;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One viewer of the preview. It begins with a keyframe; when as many pictures wait as may, all of them are given up and it goes on
 * with the next keyframe. One message is on its way at a time, and nobody ever waits for it. Thread-safe.
 */
final class PreviewConnection implements WebSocketConnectionListener, WriteCallback {

    /** Two seconds of pictures. */
    static final int WAITING_MAX = 60;

    /** Status of RFC 6455 for a part that comes back. */
    static final int COME_BACK = 1012;

    /** Status of RFC 6455 for somebody who is not logged in any more. */
    static final int NOT_ALLOWED = 1008;

    private static final Logger LOG = LoggerFactory.getLogger(PreviewConnection.class);

    /** One message of the preview; its bytes are shared by all viewers. */
    record Message(byte[] bytes, boolean key) {}

    /** How it ended. */
    private record End(int code, String reason) {}

    private final Turn turn = new Turn();
    /** Empty while it goes on. */
    private final AtomicReference<Optional<End>> end = new AtomicReference<>(Optional.empty());

    private final Deque<Message> waiting = new ArrayDeque<>();
    private boolean awaitsKey = true;
    private boolean greeted;
    private long lost;
    private Runnable leave = () -> {};
    private volatile Session session;
    private volatile boolean sending;

    /** @param departure called once when the viewer has gone */
    void join(Runnable departure) {
        leave = departure;
    }

    /** Takes a picture if it can, never waits. @param greeting what is said before the first one */
    void offer(Message picture, String greeting) {
        synchronized (waiting) {
            if (awaitsKey && !picture.key()) {
                lost += greeted ? 1 : 0;
                return;
            }
            if (waiting.size() >= WAITING_MAX) {
                // A greeting that nobody has heard is said again.
                greeted = !isGreeting(waiting.element());
                lost += waiting.size() + (greeted ? 1L : 0L);
                waiting.clear();
                awaitsKey = true;
                return;
            }
            if (!greeted) {
                waiting.add(new Message(greeting.getBytes(java.nio.charset.StandardCharsets.UTF_8), false));
            }
            greeted = true;
            awaitsKey = false;
            waiting.add(picture);
        }
        turn.take(this::send);
    }

    /** Pictures that this viewer was too slow for. */
    long lost() {
        synchronized (waiting) {
            return lost;
        }
    }

    int waiting() {
        synchronized (waiting) {
            return waiting.size();
        }
    }

    @Override
    public void onWebSocketConnect(Session connected) {
        session = connected;
        // It may have been told to go before it was connected, and pictures may wait.
        end.get().ifPresent(over -> end(connected, over));
        turn.take(this::send);
    }

    @Override
    public void writeSuccess() {
        sending = false;
        turn.take(this::send);
    }

    @Override
    public void writeFailed(Throwable failure) {
        LOG.debug("a viewer of the preview left", failure);
        close(COME_BACK, "the connection failed; come back");
    }

    @Override
    public void onWebSocketError(Throwable failure) {
        LOG.debug("a viewer of the preview left", failure);
        close(COME_BACK, "the connection failed; come back");
    }

    @Override
    public void onWebSocketClose(int code, String reason) {
        close(COME_BACK, "good-bye");
    }

    private void send() {
        try {
            while (session != null && !sending && end.get().isEmpty()) {
                WebSocketFrame frame = next();
                if (frame == null) {
                    return;
                }
                sending = true;
                ((WebSocketRemoteEndpoint) session.getRemote()).uncheckedSendFrame(frame, this);
            }
        } catch (RuntimeException e) {
            // Whatever the container says about this one viewer, the others get their picture.
            LOG.debug("a viewer of the preview left", e);
            close(COME_BACK, "the connection failed; come back");
        }
    }

    private WebSocketFrame next() {
        synchronized (waiting) {
            Message message = waiting.poll();
            if (message == null) {
                return null;
            }
            ByteBuffer bytes = ByteBuffer.wrap(message.bytes());
            return isGreeting(message) ? new TextFrame().setPayload(bytes) : new BinaryFrame().setPayload(bytes);
        }
    }

    /** Text begins with a brace, a picture with its kind. */
    private static boolean isGreeting(Message message) {
        return message.bytes()[0] == '{';
    }

    /** Ends the connection; nothing happens the second time. */
    void close(int code, String reason) {
        End over = new End(code, reason);
        Optional<End> goesOn = end.get();
        if (goesOn.isPresent() || !end.compareAndSet(goesOn, Optional.of(over))) {
            return;
        }
        leave.run();
        Session open = session;
        if (open != null) {
            end(open, over);
        }
    }

    private static void end(Session open, End over) {
        try {
            if (open.isOpen()) {
                open.close(over.code(), over.reason());
            }
        } catch (RuntimeException e) {
            LOG.debug("the connection had ended already", e);
        }
    }
}
