package com.sothebais.web.internal.pages;

import com.sothebais.web.internal.answer.SecurityHeaders;
import com.sothebais.web.internal.pages.StaticFiles.StaticFile;
import java.io.IOException;
import java.util.Optional;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** One page of the built front end with the files that it shares with the others. */
abstract class PageServlet extends HttpServlet {
    private final transient StaticFiles files;
    private final String missing;

    /**
     * @param page file name of the page
     * @param missing what is said when there is no such file
     */
    PageServlet(String page, String missing) {
        this.files = new StaticFiles("/dashboard/", page);
        this.missing = missing;
    }

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
            response.getOutputStream().print(missing);
            return;
        }
        response.setContentType(file.get().mediaType());
        response.setContentLength(file.get().bytes().length);
        response.setHeader(
                "Cache-Control", file.get().immutable() ? "public, max-age=31536000, immutable" : "no-cache");
        response.getOutputStream().write(file.get().bytes());
    }
}
