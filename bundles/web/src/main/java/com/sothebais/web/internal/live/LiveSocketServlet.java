package com.sothebais.web.internal.live;

import com.sothebais.web.internal.answer.Refusal;
import com.sothebais.web.internal.answer.SecurityHeaders;
import com.sothebais.web.internal.guard.Call;
import com.sothebais.web.internal.guard.Guard;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
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
public final class LiveSocketServlet extends SocketServlet {
    /** Heartbeats come more often. */
    private static final Duration IDLE = Duration.ofSeconds(60);

    private static final int SEND_CHUNK_BYTES = 16 * 1024;
    private static final long serialVersionUID = 1L;

    private final transient Audience audience;

    @Activate
    public LiveSocketServlet(@Reference LiveFeed feed) {
        super(SEND_CHUNK_BYTES, IDLE);
        audience = feed.audience();
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
        if (!isUpgrade(request, response, "plain HTTP is at /api/live.")) {
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
        accept(request, response, connection, connection::close);
    }
}
