package com.sothebais.social.sandbox.internal;

import com.sothebais.api.asset.Asset;
import com.sothebais.api.asset.AssetId;
import com.sothebais.api.asset.Assets;
import com.sothebais.api.identity.Admins;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.PostId;
import com.sothebais.api.social.Relation;
import com.sothebais.api.social.SocialException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** The timeline as a page, as JSON for the page's script, and as a form for admins. */
abstract class TimelineServlet extends HttpServlet implements AutoCloseable {
    private static final long serialVersionUID = 1L;
    private static final int BODY_MAX_BYTES = 64 * 1024;
    private static final int FORBIDDEN = HttpServletResponse.SC_FORBIDDEN;
    private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";
    /** A stored picture may be an SVG; opened on its own it must not run anything. */
    private static final String MEDIA_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private static final Map<String, String> FILES = Map.of(
            "/", "text/html; charset=utf-8",
            "/timeline.js", "text/javascript; charset=utf-8",
            "/timeline.css", "text/css; charset=utf-8");

    private final transient SandboxNetwork network;
    private final transient LongPoll longPoll;

    TimelineServlet(SandboxNetwork network) {
        this.network = network;
        this.longPoll = new LongPoll(network);
    }

    abstract Optional<Admins> admins();

    abstract Optional<Assets> assets();

    @Override
    public void close() {
        longPoll.close();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        response.setHeader("Content-Security-Policy", CONTENT_POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        if (path == null || path.isEmpty()) {
            response.sendRedirect(request.getContextPath() + request.getServletPath() + "/");
        } else if (FILES.containsKey(path)) {
            file(path, response);
        } else if (path.equals("/posts")) {
            longPoll.answer(request, response);
        } else if (path.equals("/session")) {
            Optional<String> name = Access.admin(request, admins());
            PostJson.session(response, name, network.capabilities().textMax());
        } else if (path.startsWith("/media/")) {
            media(path.substring("/media/".length()), response);
        } else {
            PostJson.problem(response, HttpServletResponse.SC_NOT_FOUND, "There is nothing at this address.");
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        if (!"/posts".equals(request.getPathInfo())) {
            PostJson.problem(response, HttpServletResponse.SC_NOT_FOUND, "Posts are written to /sandbox/posts.");
        } else if (request.getContentLengthLong() > BODY_MAX_BYTES) {
            PostJson.problem(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "The post is too large.");
        } else if (!Access.isSameOrigin(request)) {
            PostJson.problem(response, FORBIDDEN, "This request comes from another site.");
        } else if (admins().isEmpty()) {
            PostJson.problem(
                    response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "Logins cannot be checked at the moment.");
        } else if (Access.admin(request, admins()).isEmpty()) {
            PostJson.problem(response, HttpServletResponse.SC_UNAUTHORIZED, "Sign in as admin to post.");
        } else {
            compose(request, response);
        }
    }

    private void compose(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String handle = parameter(request, "handle").strip();
        String text = parameter(request, "text").strip();
        if (text.isEmpty()) {
            PostJson.problem(response, HttpServletResponse.SC_BAD_REQUEST, "Write something first.");
            return;
        }
        try {
            Account author = network.join(handle.startsWith("@") ? handle.substring(1) : handle, "");
            PostJson.created(response, network.say(author.id(), text, relation(request)));
        } catch (SocialException e) {
            int status =
                    e.retryable() ? HttpServletResponse.SC_SERVICE_UNAVAILABLE : HttpServletResponse.SC_BAD_REQUEST;
            PostJson.problem(response, status, e.getMessage());
        }
    }

    private Relation relation(HttpServletRequest request) {
        String replyTo = parameter(request, "replyTo").strip();
        if (replyTo.isEmpty()) {
            return Relation.ORIGINAL;
        }
        Post target = network.find(new PostId(SandboxNetwork.NAME, replyTo))
                .orElseThrow(() -> new SocialException("The post you answer does not exist.", false, null));
        return Relation.to(Relation.Kind.REPLY, target.id(), target.author().id());
    }

    private static String parameter(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    private static void file(String path, HttpServletResponse response) throws IOException {
        String resource = "/sandbox" + (path.equals("/") ? "/index.html" : path);
        response.setContentType(FILES.get(path));
        response.setHeader("Cache-Control", "no-cache");
        try (InputStream content = TimelineServlet.class.getResourceAsStream(resource)) {
            if (content == null) {
                throw new IllegalStateException("the bundle lacks " + resource);
            }
            content.transferTo(response.getOutputStream());
        }
    }

    private void media(String id, HttpServletResponse response) throws IOException {
        Optional<Asset> asset =
                id.matches("[0-9a-f]{64}") ? assets().flatMap(store -> store.find(new AssetId(id))) : Optional.empty();
        Optional<byte[]> content = asset.flatMap(found -> assets().flatMap(store -> store.content(found.id())));
        if (content.isEmpty()) {
            PostJson.problem(response, HttpServletResponse.SC_NOT_FOUND, "There is no such picture.");
            return;
        }
        response.setHeader("Content-Security-Policy", MEDIA_POLICY);
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        response.setContentType(asset.get().mediaType());
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getOutputStream().write(content.get());
    }
}
