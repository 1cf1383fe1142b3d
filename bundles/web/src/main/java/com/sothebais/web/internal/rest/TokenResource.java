package com.sothebais.web.internal.rest;

import com.sothebais.api.asset.TokenArtwork;
import com.sothebais.web.internal.answer.Refusal;
import com.sothebais.web.internal.forms.TokenForm;
import com.sothebais.web.internal.guard.Call;
import com.sothebais.web.internal.guard.Guard;
import com.sothebais.web.internal.json.PageJson;
import com.sothebais.web.internal.json.TokenJson.TakenJson;
import com.sothebais.web.internal.json.TokenJson.TakingJson;
import com.sothebais.web.internal.parts.Parts;
import java.io.InputStream;
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

/** Artwork from where tokens say it is, for those who are logged in. */
@Component(service = TokenResource.class)
@JaxrsResource
@Path("/api/assets/token")
@Produces(Answers.JSON)
public final class TokenResource {
    private static final int CREATED = 201;

    /** Some tokens have their whole picture in their address. */
    private static final int BODY_BYTES_MAX = 1024 * 1024;

    private final Guard guard;
    private final Parts parts;

    @Activate
    public TokenResource(@Reference Gate gate, @Reference Parts parts) {
        this(gate.guard(), parts);
    }

    TokenResource(Guard guard, Parts parts) {
        this.guard = guard;
        this.parts = parts;
    }

    /** How far the calls are that run at this moment, oldest first. */
    @GET
    public Response running(@Context HttpServletRequest request) {
        guard.admin(Call.of(request));
        return Answers.ok(
                new PageJson<>(tokens().running().stream().map(TakingJson::of).toList(), null));
    }

    /** Follows the token's address and keeps its picture as an asset; takes as long as the others take to answer, a minute at most. */
    @POST
    public Response take(@Context HttpServletRequest request, InputStream body) {
        return Answers.of(guard.change(Call.of(request), new Guard.Body(body, BODY_BYTES_MAX), CREATED, fields -> {
            TokenArtwork.Wish wish = TokenForm.read(fields.json());
            return TakenJson.of(AssetRefusals.asked(() -> tokens().take(wish, fields.person())));
        }));
    }

    private TokenArtwork tokens() {
        return parts.find(TokenArtwork.class).orElseThrow(() -> Refusal.unavailable(TokenArtwork.class));
    }
}
