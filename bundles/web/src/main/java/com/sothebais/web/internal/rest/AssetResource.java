package com.sothebais.web.internal.rest;

import com.sothebais.api.asset.Asset;
import com.sothebais.api.asset.AssetId;
import com.sothebais.api.asset.Assets;
import com.sothebais.web.internal.answer.ErrorCode;
import com.sothebais.web.internal.answer.Refusal;
import com.sothebais.web.internal.parts.Parts;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** Artwork. The address is the hash of the content, so caches may keep it for ever. */
@Component(service = AssetResource.class)
@JaxrsResource
@Path("/api/assets")
public final class AssetResource {
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final Parts parts;

    @Activate
    public AssetResource(@Reference Parts parts) {
        this.parts = parts;
    }

    @GET
    @Path("{id}")
    public Response asset(@PathParam("id") String id, @HeaderParam("If-None-Match") String known) {
        Assets assets = parts.find(Assets.class).orElseThrow(() -> Refusal.unavailable(Assets.class));
        if (!id.matches("[0-9a-f]{64}")) {
            throw unknown(id);
        }
        AssetId hash = new AssetId(id);
        Asset asset = assets.find(hash).orElseThrow(() -> unknown(id));
        String tag = "\"" + id + "\"";
        if (tag.equals(known)) {
            return Response.notModified()
                    .header("ETag", tag)
                    .header("Cache-Control", FOR_EVER)
                    .build();
        }
        byte[] content = assets.content(hash).orElseThrow(() -> unknown(id));
        return Response.ok(content, asset.mediaType())
                .header("Cache-Control", FOR_EVER)
                .header("ETag", tag)
                .header("Content-Disposition", "inline")
                .build();
    }

    private static Refusal unknown(String id) {
        return new Refusal(
                ErrorCode.NOT_FOUND, "There is no such picture; see /api/show for the artwork.", Map.of("id", id));
    }
}
