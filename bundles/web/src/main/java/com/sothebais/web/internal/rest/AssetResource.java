package com.sothebais.web.internal.rest;

import com.sothebais.api.asset.Asset;
import com.sothebais.api.asset.AssetId;
import com.sothebais.api.asset.AssetLibrary;
import com.sothebais.api.asset.Assets;
import com.sothebais.api.asset.NamedAsset;
import com.sothebais.api.asset.Thumbnail;
import com.sothebais.api.event.Decree;
import com.sothebais.web.internal.answer.ErrorCode;
import com.sothebais.web.internal.answer.Refusal;
import com.sothebais.web.internal.guard.Call;
import com.sothebais.web.internal.guard.Fields;
import com.sothebais.web.internal.guard.Guard;
import com.sothebais.web.internal.json.AssetsJson.AssetDetailJson;
import com.sothebais.web.internal.json.AssetsJson.AssetJson;
import com.sothebais.web.internal.json.PageJson;
import com.sothebais.web.internal.parts.Parts;
import com.sothebais.web.internal.reads.Paging;
import com.sothebais.web.internal.reads.Query;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/**
 * Artwork and other media. Contents are public and addressed by their hash, so caches may keep them for ever; their names, versions
 * and uses are for those who are logged in.
 */
@Component(service = AssetResource.class)
@JaxrsResource
@Path("/api/assets")
public final class AssetResource {
    private static final String ONE_DAY = "public, max-age=86400";
    private static final String NUMBER = "[0-9]{1,18}";
    private static final String SVG = "image/svg+xml";
    private static final byte[] PNG_START = {(byte) 0x89, 'P', 'N', 'G'};

    private final Guard guard;
    private final Parts parts;
    private final AssetUploads uploads;

    @Activate
    public AssetResource(@Reference Gate gate, @Reference Parts parts) {
        this(gate.guard(), parts);
    }

    AssetResource(Guard guard, Parts parts) {
        this.guard = guard;
        this.parts = parts;
        this.uploads = new AssetUploads(guard);
    }

    /** Newest first, or the trash. */
    @GET
    public Response list(@Context HttpServletRequest request) {
        guard.admin(Call.of(request));
        Query query = Query.of(request.getQueryString(), "type", "text", "trashed", Paging.LIMIT, Paging.CURSOR);
        int limit = (int) query.whole(Paging.LIMIT, Paging.LIMIT_DEFAULT, 1, AssetLibrary.PAGE_MAX);
        long before = query.whole(Paging.CURSOR, Long.MAX_VALUE, 1, Long.MAX_VALUE);
        AssetLibrary.Filter filter = new AssetLibrary.Filter(
                query.text("type"),
                query.text("text"),
                query.text("trashed").map(this::flag).orElse(false));
        List<NamedAsset> found = AssetRefusals.asked(() -> library().list(filter, before, limit));
        String next = found.size() < limit
                ? null
                : String.valueOf(found.get(limit - 1).number());
        return Answers.ok(new PageJson<>(found.stream().map(AssetJson::of).toList(), next));
    }

    /** A new asset, or a new version of the one that has the name. */
    @POST
    public Response upload(@Context HttpServletRequest request) {
        return Answers.of(uploads.take(library(), request));
    }

    @GET
    @Path("named/{number}")
    public Response named(@Context HttpServletRequest request, @PathParam("number") String number) {
        guard.admin(Call.of(request));
        return Answers.ok(AssetRefusals.asked(() -> {
            NamedAsset asset = known(number);
            return AssetDetailJson.of(asset, library().uses(asset), library().deeds(asset.number()));
        }));
    }

    /** The original as a file under its name; {@code version} asks for an older one. */
    @GET
    @Path("named/{number}/download")
    public Response download(@Context HttpServletRequest request, @PathParam("number") String number) {
        guard.admin(Call.of(request));
        Query query = Query.of(request.getQueryString(), "version");
        return AssetRefusals.asked(() -> {
            NamedAsset asset = known(number);
            long version = query.whole("version", asset.newest().version(), 1, Integer.MAX_VALUE);
            Asset content = asset.versions().stream()
                    .filter(one -> one.version() == version)
                    .findFirst()
                    .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "The asset has no version " + version + "."))
                    .content();
            return AssetContent.answer(assets(), content, request, AssetContent.attachment(asset.name()));
        });
    }

    /** Into the trash, from which it can be restored for {@link AssetLibrary#UNDO}; refused while it is shown anywhere. */
    @POST
    @Path("named/{number}/delete")
    public Response delete(@Context HttpServletRequest request, @PathParam("number") String number, InputStream body) {
        return Answers.of(guard.change(Call.of(request), body, fields -> {
            Decree decree = decree(fields);
            return AssetJson.of(AssetRefusals.asked(() -> library().trash(parsed(number), decree)));
        }));
    }

    @POST
    @Path("named/{number}/restore")
    public Response restore(@Context HttpServletRequest request, @PathParam("number") String number, InputStream body) {
        return Answers.of(guard.change(Call.of(request), body, fields -> {
            Decree decree = decree(fields);
            return AssetJson.of(AssetRefusals.asked(() -> library().restore(parsed(number), decree)));
        }));
    }

    /** Shown inside of pages; an SVG that is opened by itself is saved instead, since it could look like a page of ours. */
    @GET
    @Path("{id}")
    public Response asset(@Context HttpServletRequest request, @PathParam("id") String id) {
        return AssetRefusals.asked(() -> {
            Asset asset = stored(id);
            String disposition =
                    asset.mediaType().equals(SVG) ? AssetContent.attachment(id.substring(0, 12) + ".svg") : "inline";
            return AssetContent.answer(assets(), asset, request, disposition);
        });
    }

    @GET
    @Path("{id}/thumbnail")
    public Response thumbnail(@Context HttpServletRequest request, @PathParam("id") String id) {
        Query query = Query.of(request.getQueryString(), "size");
        Thumbnail size = query.constant("size", Thumbnail.class).orElse(Thumbnail.SMALL);
        String tag = "\"" + id + "-" + size + "\"";
        return AssetRefusals.asked(() -> {
            Asset asset = stored(id);
            if (Answers.matches(tag, request.getHeader("If-None-Match"))) {
                return Response.notModified().header("ETag", tag).build();
            }
            byte[] picture = assets().thumbnail(asset.id(), size)
                    .orElseThrow(() -> new Refusal(
                            ErrorCode.NOT_FOUND,
                            "There is no small picture of " + asset.mediaType() + " like this; show the original.",
                            Map.of("url", "/api/assets/" + id)));
            return Response.ok(picture, isPng(picture) ? "image/png" : "image/jpeg")
                    .header("Cache-Control", ONE_DAY)
                    .header("ETag", tag)
                    .header("Content-Disposition", "inline")
                    .build();
        });
    }

    private static boolean isPng(byte[] picture) {
        return picture.length > PNG_START.length && picture[0] == PNG_START[0] && picture[1] == PNG_START[1];
    }

    private boolean flag(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw Query.wrong("trashed", "must be true or false");
        }
        return text.equals("true");
    }

    private static Decree decree(Fields fields) {
        return new Decree(fields.person(), fields.text("reason", Decree.REASON_MAX));
    }

    private Asset stored(String id) {
        if (!id.matches("[0-9a-f]{64}")) {
            throw unknown(id);
        }
        return assets().find(new AssetId(id)).orElseThrow(() -> unknown(id));
    }

    private NamedAsset known(String number) {
        return library().find(parsed(number)).orElseThrow(() -> noSuch(number));
    }

    private static long parsed(String number) {
        if (!number.matches(NUMBER)) {
            throw noSuch(number);
        }
        return Long.parseLong(number);
    }

    private static Refusal noSuch(String number) {
        String shown = number.length() <= 80 ? number : number.substring(0, 80);
        return new Refusal(ErrorCode.NOT_FOUND, "There is no such asset; see /api/assets.", Map.of("number", shown));
    }

    private Assets assets() {
        return parts.find(Assets.class).orElseThrow(() -> Refusal.unavailable(Assets.class));
    }

    private AssetLibrary library() {
        return parts.find(AssetLibrary.class).orElseThrow(() -> Refusal.unavailable(AssetLibrary.class));
    }

    private static Refusal unknown(String id) {
        return new Refusal(
                ErrorCode.NOT_FOUND, "There is no such picture; see /api/show for the artwork.", Map.of("id", id));
    }
}
