package com.sothebais.web.internal.rest;

import com.sothebais.api.stream.Clips;
import com.sothebais.api.stream.Clips.Clip;
import com.sothebais.web.internal.answer.ErrorCode;
import com.sothebais.web.internal.answer.Refusal;
import com.sothebais.web.internal.guard.Call;
import com.sothebais.web.internal.guard.Guard;
import com.sothebais.web.internal.json.ClipJson;
import com.sothebais.web.internal.parts.Parts;
import com.sothebais.web.internal.reads.Paging;
import com.sothebais.web.internal.reads.Query;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** The films of the lots, for those who are logged in. */
@Component(service = ClipResource.class)
@JaxrsResource
@Path("/api/clips")
@Produces(Answers.JSON)
public final class ClipResource {
    private static final String FILM = "video/mp4";

    private final Guard guard;
    private final Parts parts;

    @Activate
    public ClipResource(@Reference Gate gate, @Reference Parts parts) {
        this(gate.guard(), parts);
    }

    ClipResource(Guard guard, Parts parts) {
        this.guard = guard;
        this.parts = parts;
    }

    /** Newest lot first. */
    @GET
    public Response clips(@Context HttpServletRequest request) {
        guard.admin(Call.of(request));
        Query query = Query.of(request.getQueryString(), Paging.LIMIT, Paging.CURSOR);
        Paging.Wanted<Clip> wanted =
                new Paging.Wanted<>(all -> true, clip -> clip.auction().value());
        return Answers.ok(Paging.page(service().clips(), query, wanted, ClipJson::of));
    }

    /** The film itself, whole or in part, so that a player can jump. */
    @GET
    @Path("{auction}")
    @Produces({FILM, Answers.JSON})
    public Response clip(@Context HttpServletRequest request, @PathParam("auction") String auction) {
        guard.admin(Call.of(request));
        Clip found = service().clips().stream()
                .filter(clip -> clip.auction().value().equals(auction))
                .findFirst()
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no clip of this lot; see /api/clips."));
        return film(found, request);
    }

    private static Response film(Clip clip, HttpServletRequest request) {
        // A clip is written once; one that is cut again after a kill has another time.
        String tag = "\"" + clip.bytes() + "-" + modified(clip) + "\"";
        if (Answers.matches(tag, request.getHeader("If-None-Match"))) {
            return Response.notModified().header("ETag", tag).build();
        }
        Optional<ByteRange> range = ByteRange.asked(request, tag, clip.bytes());
        ByteRange sent = range.orElse(new ByteRange(0, clip.bytes() - 1));
        StreamingOutput film = out -> copy(clip, out, sent);
        return ByteRange.answer(range, clip.bytes())
                .entity(request.getMethod().equals("HEAD") ? ByteRange.NOTHING : film)
                .type(FILM)
                .header("ETag", tag)
                .header("Cache-Control", "private, no-cache")
                .header("Content-Disposition", AssetContent.attachment(name(clip)))
                .build();
    }

    private static String name(Clip clip) {
        return "Lot " + clip.lot() + " " + clip.title().replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_") + ".mp4";
    }

    private static long modified(Clip clip) {
        try {
            return Files.getLastModifiedTime(clip.file()).toMillis();
        } catch (IOException e) {
            throw new Refusal(ErrorCode.NOT_FOUND, "The film of this lot was removed from the disk.");
        }
    }

    private static void copy(Clip clip, OutputStream out, ByteRange range) throws IOException {
        try (InputStream film = Files.newInputStream(clip.file())) {
            film.skipNBytes(range.first());
            ByteRange.copy(film, out, range.length());
        }
    }

    private Clips service() {
        return parts.find(Clips.class).orElseThrow(() -> Refusal.unavailable(Clips.class));
    }
}
