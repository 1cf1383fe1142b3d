package com.sothebais.web.internal.live;

import com.sothebais.web.internal.answer.Envelope;
import com.sothebais.web.internal.answer.ErrorCode;
import com.sothebais.web.internal.answer.Refusal;
import com.sothebais.web.internal.answer.SecurityHeaders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javax.servlet.AsyncContext;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code GET /api/live}: the live feed as server-sent events, without a thread per client. */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=" + LiveContext.NAME + ")")
@HttpWhiteboardServletPattern("/api/live")
@HttpWhiteboardServletAsyncSupported
public final class LiveServlet extends HttpServlet {
    private static final int RETRY_SECONDS = 5;

    private final transient BiFunction<OptionalLong, Runnable, Optional<Viewer>> join;
    private final transient Consumer<Viewer> leave;

    @Activate
    public LiveServlet(@Reference LiveFeed feed) {
        this(feed::join, feed::leave);
    }

    LiveServlet(BiFunction<OptionalLong, Runnable, Optional<Viewer>> join, Consumer<Viewer> leave) {
        this.join = join;
        this.leave = leave;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SecurityHeaders.forAnswers(response::setHeader, request.isSecure());
        LiveConnection connection = new LiveConnection(leave);
        Optional<Viewer> viewer = join.apply(lastPosition(request), connection::wake);
        if (viewer.isEmpty()) {
            refuse(response);
            return;
        }
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        // Reverse proxies that would collect the stream into large pieces leave it alone.
        response.setHeader("X-Accel-Buffering", "no");
        AsyncContext async = request.startAsync();
        async.setTimeout(0);
        connection.open(viewer.get(), async);
    }

    /** Also read from the query, for clients that cannot set headers on their first connection. */
    private static OptionalLong lastPosition(HttpServletRequest request) {
        String header = request.getHeader("Last-Event-ID");
        String text = header == null ? request.getParameter("after") : header;
        if (text == null || !text.matches("[0-9]{1,18}")) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(text));
    }

    private static void refuse(HttpServletResponse response) throws IOException {
        String answer = Envelope.failure(new Refusal(
                ErrorCode.TOO_MANY_REQUESTS, "All places of the live feed are taken; try again in some seconds."));
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", String.valueOf(RETRY_SECONDS));
        response.setContentType("application/json");
        response.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
    }
}
