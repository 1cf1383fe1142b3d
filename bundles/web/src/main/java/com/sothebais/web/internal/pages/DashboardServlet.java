package com.sothebais.web.internal.pages;

import com.sothebais.web.internal.answer.SecurityHeaders;
import com.sothebais.web.internal.pages.StaticFiles.StaticFile;
import java.io.IOException;
import java.util.Optional;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code GET /dashboard/}: the page with everything it needs. */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=" + DashboardContext.NAME + ")")
@HttpWhiteboardServletPattern("/*")
public final class DashboardServlet extends HttpServlet {
    private final transient StaticFiles files = new StaticFiles("/dashboard/");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SecurityHeaders.forPages(response::setHeader, request.isSecure());
        String path = request.getPathInfo();
        if (path == null || request.getRequestURI().equals(request.getContextPath())) {
            // Relative addresses in the page need the slash.
            response.sendRedirect(request.getContextPath() + "/");
            return;
        }
        Optional<StaticFile> file = files.find(path.substring(1));
        if (file.isEmpty()) {
            response.setContentType("text/plain");
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            response.getOutputStream().print("There is no such file; the dashboard is at /dashboard/.");
            return;
        }
        response.setContentType(file.get().mediaType());
        response.setContentLength(file.get().bytes().length);
        response.setHeader(
                "Cache-Control", file.get().immutable() ? "public, max-age=31536000, immutable" : "no-cache");
        response.getOutputStream().write(file.get().bytes());
    }
}
