package com.sothebais.web.internal.pages;

import com.sothebais.web.internal.parts.Parts;
import javax.servlet.Servlet;

/** The servlets of pages and stream files. */
public final class PagesFixture {
    private PagesFixture() {}

    public static Servlet hls(Parts parts) {
        return new HlsServlet(parts);
    }

    public static Servlet verify() {
        return new VerifyServlet();
    }

    public static Servlet dashboard() {
        return new DashboardServlet();
    }
}
