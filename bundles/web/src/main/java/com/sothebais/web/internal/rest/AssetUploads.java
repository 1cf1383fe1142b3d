package com.sothebais.web.internal.rest;

import com.sothebais.api.asset.AssetLibrary;
import com.sothebais.api.asset.AssetLibrary.Upload;
import com.sothebais.api.identity.Admins.AdminSession;
import com.sothebais.web.internal.answer.ErrorCode;
import com.sothebais.web.internal.answer.Refusal;
import com.sothebais.web.internal.guard.Answer;
import com.sothebais.web.internal.guard.Call;
import com.sothebais.web.internal.guard.Guard;
import com.sothebais.web.internal.json.AssetsJson.AssetJson;
import com.sothebais.web.internal.reads.Query;
import com.sothebais.web.internal.upload.FileBody;
import com.sothebais.web.internal.upload.Multipart;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes uploads: who it is first, then the content from the connection to the disk, then the deed. */
final class AssetUploads {
    private static final Logger LOG = LoggerFactory.getLogger(AssetUploads.class);
    private static final int CREATED = 201;

    /**
     * What is read and thrown away of a refused body, so that a client that sends all of it before it listens gets its answer. One
     * that sends more finds the connection closed.
     */
    private static final long DRAINED_MAX_BYTES = 256L * 1024 * 1024;

    private final Guard guard;

    AssetUploads(Guard guard) {
        this.guard = guard;
    }

    Answer take(AssetLibrary library, HttpServletRequest request) {
        Call call = Call.of(request);
        AdminSession admin = guard.uploader(call);
        Query query = Query.of(request.getQueryString(), "name");
        String type = request.getContentType() == null ? "" : request.getContentType();
        InputStream body = body(request);
        try {
            FileBody file = file(type, body, query);
            String name = query.text("name")
                    .or(file::name)
                    .orElseThrow(() -> new Refusal(
                            ErrorCode.INVALID,
                            "The asset needs a name: send ?name=koi.png, or a form with a file that has one.",
                            Map.of("field", "name")));
            return take(library, call, admin, new FileBody(Optional.of(name), file.content()));
        } catch (Refusal refusal) {
            drain(body);
            throw refusal;
        }
    }

    private Answer take(AssetLibrary library, Call call, AdminSession admin, FileBody file) {
        String name = file.name().orElseThrow();
        try (Upload upload = AssetRefusals.asked(() -> library.receive(file.content()))) {
            List<String> body = List.of(name, upload.content().id().value());
            return guard.uploaded(
                    call,
                    admin,
                    body,
                    CREATED,
                    () -> AssetJson.of(AssetRefusals.asked(() -> library.add(upload, name, admin.name()))));
        }
    }

    private static FileBody file(String type, InputStream body, Query query) {
        String media = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (Multipart.is(type)) {
            try {
                return Multipart.file(type, body);
            } catch (IOException e) {
                throw new Refusal(
                        ErrorCode.INVALID,
                        "The form cannot be read: " + e.getMessage() + ". Send one file as multipart/form-data.");
            }
        }
        if (media.startsWith("image/") || media.equals("video/mp4") || media.equals("application/octet-stream")) {
            return new FileBody(query.text("name"), body);
        }
        throw new Refusal(
                ErrorCode.NOT_MEDIA,
                "Send the file as multipart/form-data, or its bytes as image/..., video/mp4 or application/octet-stream.");
    }

    private static InputStream body(HttpServletRequest request) {
        try {
            return request.getInputStream();
        } catch (IOException e) {
            throw new Refusal(ErrorCode.INVALID, "The body could not be read; repeat the call.");
        }
    }

    private static void drain(InputStream body) {
        byte[] buffer = new byte[64 * 1024];
        long drained = 0;
        try {
            for (int count = body.read(buffer); count >= 0 && drained < DRAINED_MAX_BYTES; count = body.read(buffer)) {
                drained += count;
            }
        } catch (IOException e) {
            LOG.debug("a client went away while its upload was refused", e);
        }
    }
}
