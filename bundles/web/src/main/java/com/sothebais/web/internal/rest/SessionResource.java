package com.sothebais.web.internal.rest;

import com.sothebais.api.identity.Admins;
import com.sothebais.api.identity.Admins.AdminSession;
import com.sothebais.api.identity.Admins.LoginFailure;
import com.sothebais.api.identity.Admins.LoginResult;
import com.sothebais.web.internal.answer.ErrorCode;
import com.sothebais.web.internal.answer.Refusal;
import com.sothebais.web.internal.guard.Call;
import com.sothebais.web.internal.guard.Fields;
import com.sothebais.web.internal.guard.Guard;
import com.sothebais.web.internal.parts.Parts;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** Logging in and out. */
@Component(service = SessionResource.class)
@JaxrsResource
@Path("/api")
@Produces(Answers.JSON)
public final class SessionResource {
    private static final int NAME_MAX = 100;
    private static final int PASSWORD_MAX = 1_000;

    private final Guard guard;
    private final Parts parts;

    @Activate
    public SessionResource(@Reference Gate gate, @Reference Parts parts) {
        this(gate.guard(), parts);
    }

    SessionResource(Guard guard, Parts parts) {
        this.guard = guard;
        this.parts = parts;
    }

    /**
     * Who is logged in.
     *
     * @param name {@code null} when nobody is
     * @param expires UTC; every use moves it on
     */
    record AdminSessionJson(boolean loggedIn, String name, String expires) {
        static AdminSessionJson of(AdminSession session) {
            return new AdminSessionJson(true, session.name(), session.expires().toString());
        }
    }

    /** Not being logged in is an answer here, not an error: every visitor's page asks. */
    @GET
    @Path("session")
    public Response session(@Context HttpServletRequest request) {
        Optional<AdminSession> session = parts.find(Admins.class)
                .flatMap(admins -> Call.of(request).token().flatMap(admins::session));
        return Answers.ok(session.map(AdminSessionJson::of).orElseGet(() -> new AdminSessionJson(false, null, null)));
    }

    @POST
    @Path("login")
    public Response login(@Context HttpServletRequest request, InputStream body) {
        Call call = Call.of(request);
        Fields fields = guard.open(call, body);
        Admins admins = parts.find(Admins.class).orElseThrow(() -> Refusal.unavailable(Admins.class));
        String name = fields.text("name", NAME_MAX);
        char[] password = fields.secret("password", PASSWORD_MAX).toCharArray();
        LoginResult result = admins.login(name, password, call.address());
        Arrays.fill(password, ' ');
        AdminSession session = result.session().orElseThrow(() -> refused(result));
        return cookie(Answers.ok(AdminSessionJson.of(session)), session.token(), request.isSecure());
    }

    @POST
    @Path("logout")
    public Response logout(@Context HttpServletRequest request, InputStream body) {
        Call call = Call.of(request);
        guard.open(call, body);
        parts.find(Admins.class).ifPresent(admins -> call.token().ifPresent(admins::logout));
        return cookie(Answers.ok(Map.of()), "", request.isSecure());
    }

    private static Refusal refused(LoginResult result) {
        return result.failure().filter(LoginFailure.LOCKED::equals).isPresent()
                ? new Refusal(ErrorCode.LOCKED, "Too many failed logins; try again in a minute.")
                : new Refusal(ErrorCode.WRONG_NAME_OR_PASSWORD, "The name or the password is wrong; try again.");
    }

    /** A session cookie: the server decides when it ends, the browser forgets it when it closes. */
    private static Response cookie(Response answer, String token, boolean secure) {
        String attributes = "; Path=/; HttpOnly; SameSite=Strict" + (secure ? "; Secure" : "")
                + (token.isEmpty() ? "; Max-Age=0" : "");
        return Response.fromResponse(answer)
                .header("Set-Cookie", Call.COOKIE + "=" + token + attributes)
                .build();
    }
}
