package com.sothebais.web.internal.pages;

import javax.servlet.Servlet;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code GET /dashboard/}: the page with everything it needs. */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=" + DashboardContext.NAME + ")")
@HttpWhiteboardServletPattern("/*")
public final class DashboardServlet extends PageServlet {
    public DashboardServlet() {
        super("index.html", "There is no such file; the dashboard is at /dashboard/.");
    }
}
