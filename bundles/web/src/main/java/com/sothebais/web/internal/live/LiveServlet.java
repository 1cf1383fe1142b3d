package com.sothebais.web.internal.live;

import com.sothebais.web.internal.answer.SecurityHeaders;
import com.sothebais.web.internal.guard.Call;
import java.io.IOException;
import java.util.Optional;
import javax.servlet.AsyncContext;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.HttpOutput;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code GET /api/live}: the live feed as server-sent events, without a thread per client. */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=" + LiveContext.NAME + ")")
@HttpWhiteboardServletName("sothebais-live")
@HttpWhiteboardServletPattern("/api/live")
@HttpWhiteboardServletAsyncSupported
public final class LiveServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Audience audience;

    @Activate
    public LiveServlet(@Reference LiveFeed feed) {
        audience = feed.audience();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SecurityHeaders.forAnswers(response::setHeader, request.isSecure());
        String address = Call.of(request).address();
        Optional<Places.Refused> refused = audience.admit(address);
        if (refused.isPresent()) {
            Requests.refuse(response, refused.get());
            return;
        }
        headers(response);
        Requests.limitSendBuffer();
        AsyncContext async = request.startAsync();
        async.setTimeout(0);
        SseConnection connection = new SseConnection(async, (HttpOutput) response.getOutputStream());
        Viewer viewer = audience.join(Requests.lastPosition(request), connection);
        connection.open(viewer, () -> audience.leave(viewer, address));
    }

    /** The head of a stream has no body to wait for. */
    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) {
        SecurityHeaders.forAnswers(response::setHeader, request.isSecure());
        headers(response);
    }

    private static void headers(HttpServletResponse response) {
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        // Reverse proxies that would collect the stream into large pieces leave it alone.
        response.setHeader("X-Accel-Buffering", "no");
    }
}
