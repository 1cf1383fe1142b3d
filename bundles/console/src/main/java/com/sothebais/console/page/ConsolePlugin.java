package com.sothebais.console.page;

import com.sothebais.console.board.Board;
import java.io.IOException;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.felix.webconsole.AbstractWebConsolePlugin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code /system/console/sothebais}: the auction in the Karaf web console, behind the console's own login. */
@Component(
        service = Servlet.class,
        configurationPid = ConsolePlugin.PID,
        property = {
            "felix.webconsole.label=" + ConsolePlugin.LABEL,
            "felix.webconsole.title=SothebAIs",
            "felix.webconsole.category=Main"
        })
@Designate(ocd = ConsolePlugin.Config.class)
public final class ConsolePlugin extends AbstractWebConsolePlugin {
    static final String PID = "com.sothebais.console";
    static final String LABEL = "sothebais";

    private final transient Board board;
    private final int refreshSeconds;

    /** A text, so that a wrong value can be answered with a sentence instead of a failed conversion. */
    @ObjectClassDefinition(name = "SothebAIs console")
    public @interface Config {
        @AttributeDefinition(description = "Seconds between two refreshes of the page, 1 to 3600")
        String refresh_seconds() default "" + Refresh.SECONDS_DEFAULT;
    }

    @Activate
    public ConsolePlugin(@Reference Board board, Config config) {
        this.board = board;
        this.refreshSeconds = Refresh.seconds(config.refresh_seconds());
    }

    @Override
    public String getLabel() {
        return LABEL;
    }

    @Override
    public String getTitle() {
        return "SothebAIs";
    }

    /** The part that is loaded again and again comes without the console's frame around it. */
    @Override
    protected boolean isHtmlRequest(HttpServletRequest request) {
        return !request.getRequestURI().endsWith(Refresh.PATH);
    }

    @Override
    protected void renderContent(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String content = Page.of(board);
        boolean whole = isHtmlRequest(request);
        if (!whole) {
            response.setContentType("text/html; charset=UTF-8");
            response.setHeader("Cache-Control", "no-store");
        }
        response.getWriter().print(whole ? Refresh.around(content, refreshSeconds) : content);
    }
}
