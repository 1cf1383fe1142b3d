package com.sothebais.social.sandbox.internal;

import com.sothebais.api.asset.Assets;
import com.sothebais.api.identity.Admins;
import java.util.Optional;
import javax.servlet.Servlet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** Puts the timeline under {@code /sandbox/}. It can be read without admins and pictures; both may come and go. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("sothebais-sandbox")
@HttpWhiteboardServletPattern("/sandbox/*")
@HttpWhiteboardServletAsyncSupported
public final class TimelinePage extends TimelineServlet {
    private static final long serialVersionUID = 1L;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Admins admins;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Assets assets;

    @Activate
    public TimelinePage(@Reference SocialSandbox sandbox) {
        super(sandbox.network());
    }

    @Deactivate
    void stop() {
        close();
    }

    @Override
    Optional<Admins> admins() {
        return Optional.ofNullable(admins);
    }

    @Override
    Optional<Assets> assets() {
        return Optional.ofNullable(assets);
    }
}
