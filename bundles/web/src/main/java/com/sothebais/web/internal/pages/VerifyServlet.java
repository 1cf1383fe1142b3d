package com.sothebais.web.internal.pages;

import javax.servlet.Servlet;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code GET /verify/}: the page that checks a ledger in the visitor's browser; open to everybody. */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=" + VerifyContext.NAME + ")")
@HttpWhiteboardServletPattern("/*")
public final class VerifyServlet extends PageServlet {
    public VerifyServlet() {
        super("verify.html", "There is no such file; the verifier is at /verify/.");
    }
}
