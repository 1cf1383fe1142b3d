package com.sothebais.web.internal.preview;

import com.sothebais.web.internal.answer.ErrorCode;
import com.sothebais.web.internal.answer.Refusal;
import com.sothebais.web.internal.answer.SecurityHeaders;
import com.sothebais.web.internal.guard.Call;
import com.sothebais.web.internal.guard.Guard;
import com.sothebais.web.internal.live.LiveContext;
import com.sothebais.web.internal.live.Requests;
import com.sothebais.web.internal.rest.Gate;
import java.io.IOException;
import java.util.List;
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

/** {@code GET /api/stream/preview}: the pictures of the stream over a WebSocket, for those who are logged in. */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=" + LiveContext.NAME + ")")
@HttpWhiteboardServletName("sothebais-preview")
@HttpWhiteboardServletPattern(PreviewServlet.PATH)
public final class PreviewServlet extends HttpServlet {
    /** Where it is. */
    public static final String PATH = "/api/stream/preview";

    private static final int MESSAGE_MAX_BYTES = 1_024;
    private static final int SEND_CHUNK_BYTES = 64 * 1024;
    private static final long IDLE_MILLIS = 30_000;
    private static final int UPGRADE_REQUIRED = 426;
    private static final int FULL = 503;
    private static final String RETRY_SECONDS = "5";
    private static final long serialVersionUID = 1L;

    private final transient Guard guard;
    private final transient PreviewHub hub;
    private transient WebSocketServerFactory sockets;

    @Activate
    public PreviewServlet(@Reference Gate gate, @Reference PreviewHub hub) {
        this(gate.guard(), hub);
    }

    PreviewServlet(Guard guard, PreviewHub hub) {
        this.guard = guard;
        this.hub = hub;
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
            throw new ServletException("the preview has no WebSockets", e);
        }
    }

    @Override
    public void destroy() {
        try {
            sockets.stop();
        } catch (Exception e) {
            log("the WebSockets of the preview did not stop in order", e);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SecurityHeaders.forAnswers(response::setHeader, request.isSecure());
        Call call = Call.of(request);
        try {
            // A browser sends the cookie with a WebSocket that any other site opens.
            Guard.sameOrigin(call.site());
            guard.admin(call);
        } catch (Refusal refusal) {
            Requests.refuse(response, refusal.code().status(), refusal);
            return;
        }
        if (!sockets.isUpgradeRequest(request, response)) {
            response.setHeader("Upgrade", "websocket");
            Refusal plain = new Refusal(
                    ErrorCode.INVALID,
                    "This address speaks WebSocket only; a player finds the stream at /hls/live.m3u8.");
            Requests.refuse(response, UPGRADE_REQUIRED, plain);
            return;
        }
        accept(request, response, call);
    }

    private void accept(HttpServletRequest request, HttpServletResponse response, Call call) throws IOException {
        PreviewConnection viewer = new PreviewConnection();
        if (!hub.join(viewer, () -> isLoggedIn(call))) {
            response.setHeader("Retry-After", RETRY_SECONDS);
            Refusal full = new Refusal(
                    ErrorCode.TOO_MANY_REQUESTS,
                    "All " + PreviewHub.VIEWERS_MAX + " places of the preview are taken; /hls/live.m3u8 has no limit.");
            Requests.refuse(response, FULL, full);
            return;
        }
        boolean accepted = false;
        try {
            Requests.limitSendBuffer();
            accepted = sockets.acceptWebSocket((asked, answer) -> uncompressed(answer, viewer), request, response);
        } finally {
            if (!accepted) {
                viewer.close(PreviewConnection.COME_BACK, "not accepted");
            }
        }
    }

    private boolean isLoggedIn(Call call) {
        try {
            guard.admin(call);
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    /** Video is compressed already. */
    private static PreviewConnection uncompressed(ServletUpgradeResponse answer, PreviewConnection viewer) {
        answer.setExtensions(List.of());
        return viewer;
    }
}
