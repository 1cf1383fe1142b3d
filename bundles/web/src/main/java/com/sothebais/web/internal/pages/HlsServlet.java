package com.sothebais.web.internal.pages;

import com.sothebais.api.stream.Studio;
import com.sothebais.web.internal.answer.Envelope;
import com.sothebais.web.internal.answer.ErrorCode;
import com.sothebais.web.internal.answer.Refusal;
import com.sothebais.web.internal.answer.SecurityHeaders;
import com.sothebais.web.internal.pages.HlsFiles.HlsFile;
import com.sothebais.web.internal.parts.Parts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code GET /hls/live.m3u8} and its segments: the stream for browsers and players. */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=" + HlsContext.NAME + ")")
@HttpWhiteboardServletPattern("/*")
public final class HlsServlet extends HttpServlet {
    private final transient Parts parts;

    @Activate
    public HlsServlet(@Reference Parts parts) {
        this.parts = parts;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SecurityHeaders.forAnswers(response::setHeader, request.isSecure());
        Optional<Path> directory = parts.find(Studio.class).map(Studio::hls);
        if (directory.isEmpty()) {
            refuse(response, Refusal.unavailable(Studio.class));
            return;
        }
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        Optional<HlsFile> file = HlsFiles.read(directory.get(), path.startsWith("/") ? path.substring(1) : path);
        if (file.isEmpty()) {
            refuse(
                    response,
                    new Refusal(ErrorCode.NOT_FOUND, "No such file of the stream; players start at /hls/live.m3u8."));
            return;
        }
        response.setContentType(file.get().mediaType());
        response.setContentLength(file.get().bytes().length);
        response.setHeader("Cache-Control", file.get().playlist() ? "no-cache" : "max-age=10");
        response.getOutputStream().write(file.get().bytes());
    }

    private static void refuse(HttpServletResponse response, Refusal refusal) throws IOException {
        response.setStatus(refusal.code().status());
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(Envelope.failure(refusal).getBytes(StandardCharsets.UTF_8));
    }
}
