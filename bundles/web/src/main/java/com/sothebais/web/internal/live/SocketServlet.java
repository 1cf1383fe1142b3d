package com.sothebais.web.internal.live;

import com.sothebais.web.internal.answer.ErrorCode;
import com.sothebais.web.internal.answer.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.websocket.api.WebSocketConnectionListener;
import org.eclipse.jetty.websocket.api.WebSocketPolicy;
import org.eclipse.jetty.websocket.server.WebSocketServerFactory;
import org.eclipse.jetty.websocket.servlet.ServletUpgradeResponse;

/** WebSockets whose clients listen and need to say nothing. Messages go out as they are: compressing them would be done once for each client. */
public abstract class SocketServlet extends HttpServlet {
    /** A larger message of a client ends its connection. */
    static final int MESSAGE_MAX_BYTES = 1_024;

    private static final int UPGRADE_REQUIRED = 426;
    private static final long serialVersionUID = 1L;

    private final int sendChunkBytes;
    private final long idleMillis;
    private transient WebSocketServerFactory sockets;

    /** @param idle silence that ends a connection; pings or messages must come more often */
    protected SocketServlet(int sendChunkBytes, Duration idle) {
        this.sendChunkBytes = sendChunkBytes;
        this.idleMillis = idle.toMillis();
    }

    @Override
    public void init() throws ServletException {
        WebSocketPolicy policy = WebSocketPolicy.newServerPolicy();
        policy.setMaxTextMessageSize(MESSAGE_MAX_BYTES);
        policy.setMaxBinaryMessageSize(MESSAGE_MAX_BYTES);
        policy.setMaxBinaryMessageBufferSize(sendChunkBytes);
        policy.setIdleTimeout(idleMillis);
        sockets = new WebSocketServerFactory(getServletContext(), policy);
        try {
            sockets.start();
        } catch (Exception e) {
            throw new ServletException("there are no WebSockets", e);
        }
    }

    @Override
    public void destroy() {
        try {
            sockets.stop();
        } catch (Exception e) {
            log("the WebSockets did not stop in order", e);
        }
    }

    /** Whether it is one that asks for a WebSocket; any other is answered. @param instead where plain requests should go */
    protected boolean isUpgrade(HttpServletRequest request, HttpServletResponse response, String instead)
            throws IOException {
        if (sockets.isUpgradeRequest(request, response)) {
            return true;
        }
        response.setHeader("Upgrade", "websocket");
        String plain = "This address speaks WebSocket only; " + instead;
        Requests.refuse(response, UPGRADE_REQUIRED, new Refusal(ErrorCode.INVALID, plain));
        return false;
    }

    /** Connects the client; {@code refused} is done when that did not succeed. */
    protected void accept(
            HttpServletRequest request,
            HttpServletResponse response,
            WebSocketConnectionListener connection,
            Runnable refused)
            throws IOException {
        boolean accepted = false;
        try {
            Requests.limitSendBuffer();
            accepted = sockets.acceptWebSocket((asked, answer) -> uncompressed(answer, connection), request, response);
        } finally {
            if (!accepted) {
                refused.run();
            }
        }
    }

    private static WebSocketConnectionListener uncompressed(
            ServletUpgradeResponse answer, WebSocketConnectionListener connection) {
        answer.setExtensions(List.of());
        return connection;
    }
}
