package com.sothebais.web.internal.rest;

import com.sothebais.web.internal.answer.SecurityHeaders;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerResponseContext;
import javax.ws.rs.container.ContainerResponseFilter;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsExtension;

/** Puts the security headers on every REST answer. */
@Component(service = ContainerResponseFilter.class)
@JaxrsExtension
public final class Headers implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean secure = request.getSecurityContext() != null
                && request.getSecurityContext().isSecure();
        SecurityHeaders.forAnswers(response.getHeaders()::putSingle, secure);
    }
}
