package com.sothebais.web.internal.preview;

import com.sothebais.web.internal.answer.ErrorCode;
import com.sothebais.web.internal.answer.Refusal;
import com.sothebais.web.internal.answer.SecurityHeaders;
import com.sothebais.web.internal.guard.Call;
import com.sothebais.web.internal.guard.Guard;
import com.sothebais.web.internal.live.LiveContext;
import com.sothebais.web.internal.live.Requests;
import com.sothebais.web.internal.live.SocketServlet;
import com.sothebais.web.internal.rest.Gate;
import java.io.IOException;
import java.time.Duration;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
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
public final class PreviewServlet extends SocketServlet {
    /** Where it is. */
    public static final String PATH = "/api/stream/preview";

    private static final int SEND_CHUNK_BYTES = 64 * 1024;
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final int FULL = 503;
    private static final String RETRY_SECONDS = "5";
    private static final long serialVersionUID = 1L;

    private final transient Guard guard;
    private final transient PreviewHub hub;

    @Activate
    public PreviewServlet(@Reference Gate gate, @Reference PreviewHub hub) {
        this(gate.guard(), hub);
    }

    /** Without the container. */
    public PreviewServlet(Guard guard, PreviewHub hub) {
        super(SEND_CHUNK_BYTES, IDLE);
        this.guard = guard;
        this.hub = hub;
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
        if (isUpgrade(request, response, "a player finds the stream at /hls/live.m3u8.")) {
            accept(request, response, call);
        }
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
        accept(request, response, viewer, () -> viewer.close(PreviewConnection.COME_BACK, "not accepted"));
    }

    private boolean isLoggedIn(Call call) {
        try {
            guard.admin(call);
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }
}
