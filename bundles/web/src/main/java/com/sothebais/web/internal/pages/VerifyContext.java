package com.sothebais.web.internal.pages;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.http.context.ServletContextHelper;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardContext;

/** The servlet context of the ledger verifier. */
@Component(service = ServletContextHelper.class, scope = ServiceScope.BUNDLE)
@HttpWhiteboardContext(name = VerifyContext.NAME, path = "/verify")
public final class VerifyContext extends ServletContextHelper {
    static final String NAME = "sothebais-verify";
}
