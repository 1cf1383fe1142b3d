package com.sothebais.social.sandbox.internal;

import com.sothebais.api.identity.Admins;
import com.sothebais.api.identity.Admins.AdminSession;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;

/** Who asks, and whether the request comes from our own pages. */
final class Access {
    private static final String COOKIE = "sothebais_session";
    private static final String BEARER = "Bearer ";

    private Access() {}

    /** Name of the signed-in admin. */
    static Optional<String> admin(HttpServletRequest request, Optional<Admins> admins) {
        return bearer(request)
                .or(() -> cookie(request))
                .flatMap(token -> admins.flatMap(known -> known.session(token)))
                .map(AdminSession::name);
    }

    /**
     * Whether no other site can have sent this. A browser sends the cookie by itself, so a request with it must name our origin;
     * a bearer token is only ever sent on purpose.
     */
    static boolean isSameOrigin(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = request.getHeader("Origin");
        if (origin != null) {
            return authority(origin)
                    .filter(it -> it.equalsIgnoreCase(request.getHeader("Host")))
                    .isPresent();
        }
        return bearer(request).isPresent();
    }

    private static Optional<String> authority(String origin) {
        try {
            return Optional.ofNullable(new URI(origin).getAuthority());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> bearer(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.startsWith(BEARER))
                .map(header -> header.substring(BEARER.length()).strip());
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(COOKIE)) {
                return Optional.of(cookie.getValue());
            }
        }
        return Optional.empty();
    }
}
