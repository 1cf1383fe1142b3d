package com.sothebais.web.internal.guard;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;

/**
 * What the guard looks at in a request.
 *
 * @param site where the request says it comes from and goes to
 * @param contentType media type of the body with parameters
 * @param token of the session, from the cookie or the {@code Authorization} header
 * @param idempotencyKey chosen by the client, so that a repeated request acts once
 * @param address of the client, for limits
 * @param method of HTTP
 * @param path as asked
 */
public record Call(
        Site site,
        Optional<String> contentType,
        Optional<String> token,
        Optional<String> idempotencyKey,
        String address,
        String method,
        String path) {

    /** Name of the session cookie. */
    public static final String COOKIE = "sothebais_session";

    private static final String BEARER = "Bearer ";

    /**
     * @param origin the {@code Origin} header
     * @param fetchSite the {@code Sec-Fetch-Site} header
     * @param host the {@code Host} header
     */
    public record Site(Optional<String> origin, Optional<String> fetchSite, Optional<String> host) {}

    public static Call of(HttpServletRequest request) {
        return new Call(
                new Site(header(request, "Origin"), header(request, "Sec-Fetch-Site"), header(request, "Host")),
                Optional.ofNullable(request.getContentType()),
                token(request),
                header(request, "Idempotency-Key"),
                request.getRemoteAddr(),
                request.getMethod(),
                request.getRequestURI());
    }

    private static Optional<String> token(HttpServletRequest request) {
        Optional<String> bearer = header(request, "Authorization")
                .filter(value -> value.startsWith(BEARER))
                .map(value -> value.substring(BEARER.length()).strip());
        Cookie[] cookies = request.getCookies();
        Stream<Cookie> sent = cookies == null ? Stream.empty() : Arrays.stream(cookies);
        return bearer.or(() -> sent.filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst());
    }

    private static Optional<String> header(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getHeader(name));
    }
}
