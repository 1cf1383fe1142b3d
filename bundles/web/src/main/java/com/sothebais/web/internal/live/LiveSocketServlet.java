package com.sothebais.web.internal.live;

import com.sothebais.web.internal.answer.ErrorCode;
import com.sothebais.web.internal.answer.Refusal;
import com.sothebais.web.internal.answer.SecurityHeaders;
import com.sothebais.web.internal.guard.Call;
import com.sothebais.web.internal.guard.Guard;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.servlet.Servlet;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.websocket.api.WebSocketPolicy;
import org.eclipse.jetty.websocket.server.WebSocketServerFactory;
import org.eclipse.jetty.websocket.servlet.ServletUpgradeResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * {@code GET /api/live/ws}: the same feed over a WebSocket. A servlet with Jetty's own API and not a standard endpoint, because only
 * here a client can be refused with a status that says when to come back, and share encoded bytes with all others.
 */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=" + LiveContext.NAME + ")")
@HttpWhiteboardServletName("sothebais-live-ws")
@HttpWhiteboardServletPattern("/api/live/ws")
public final class LiveSocketServlet extends HttpServlet {
    /** Clients need to say nothing; a larger message ends the connection. */
    static final int MESSAGE_MAX_BYTES = 1_024;

    /** Heartbeats come more often. */
    private static final long IDLE_MILLIS = 60_000;

    private static final int SEND_CHUNK_BYTES = 16 * 1024;
    private static final int UPGRADE_REQUIRED = 426;
    private static final long serialVersionUID = 1L;

    private final transient Audience audience;
    private transient WebSocketServerFactory sockets;

    @Activate
    public LiveSocketServlet(@Reference LiveFeed feed) {
        audience = feed.audience();
    }

    @Override
    public void init() throws ServletException {
        WebSocketPolicy policy = WebSocketPolicy.newServerPolicy();
        policy.setMaxTextMessageSize(MESSAGE_MAX_BYTES);
        policy.setMaxBinaryMessageSize(MESSAGE_MAX_BYTES);
        policy.setMaxBinaryMessageBufferSize(SEND_CHUNK_BYTES);
        policy.setIdleTimeout(IDLE_MILLIS);
        sockets = new WebSocketServerFactory(getServletContext(), policy);
        try {
            sockets.start();
        } catch (Exception e) {
            throw new ServletException("the live feed has no WebSockets", e);
        }
    }

    @Override
    public void destroy() {
        try {
            sockets.stop();
        } catch (Exception e) {
            log("the WebSockets of the live feed did not stop in order", e);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SecurityHeaders.forAnswers(response::setHeader, request.isSecure());
        Call call = Call.of(request);
        try {
            Guard.sameOrigin(call.site());
        } catch (Refusal foreign) {
            Requests.refuse(response, foreign.code().status(), foreign);
            return;
        }
        if (!sockets.isUpgradeRequest(request, response)) {
            response.setHeader("Upgrade", "websocket");
            Requests.refuse(
                    response,
                    UPGRADE_REQUIRED,
                    new Refusal(ErrorCode.INVALID, "This address speaks WebSocket only; plain HTTP is at /api/live."));
            return;
        }
        Optional<Places.Refused> refused = audience.admit(call.address());
        if (refused.isPresent()) {
            Requests.refuse(response, refused.get());
        } else {
            accept(request, response, call.address());
        }
    }

    private void accept(HttpServletRequest request, HttpServletResponse response, String address) throws IOException {
        SocketConnection connection = new SocketConnection();
        Viewer viewer = audience.join(Requests.lastPosition(request), connection);
        connection.join(viewer, () -> audience.leave(viewer, address));
        boolean accepted = false;
        try {
            Requests.limitSendBuffer();
            accepted = sockets.acceptWebSocket((asked, answer) -> uncompressed(answer, connection), request, response);
        } finally {
            if (!accepted) {
                connection.close();
            }
        }
    }

    /** Compression would be done once for each client. */
    private static SocketConnection uncompressed(ServletUpgradeResponse answer, SocketConnection connection) {
        answer.setExtensions(List.of());
        return connection;
    }
}
