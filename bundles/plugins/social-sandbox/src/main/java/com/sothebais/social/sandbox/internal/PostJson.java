package com.sothebais.social.sandbox.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.AccountId;
import com.sothebais.api.social.Post;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.servlet.http.HttpServletResponse;

/** The answers of the page's own endpoints. */
final class PostJson {
    private static final JsonFactory JSON = new JsonFactory();

    private PostJson() {}

    static void posts(HttpServletResponse response, List<Stored> posts, Account host, long last) throws IOException {
        try (JsonGenerator json = open(response, HttpServletResponse.SC_OK)) {
            json.writeStartObject();
            json.writeNumberField("last", last);
            json.writeStringField("host", host.handle());
            json.writeArrayFieldStart("posts");
            for (Stored stored : posts) {
                post(json, stored, host.id());
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    static void session(HttpServletResponse response, Optional<String> admin, int textMax) throws IOException {
        try (JsonGenerator json = open(response, HttpServletResponse.SC_OK)) {
            json.writeStartObject();
            json.writeStringField("admin", admin.orElse(null));
            json.writeNumberField("textMax", textMax);
            json.writeEndObject();
        }
    }

    static void created(HttpServletResponse response, Post post) throws IOException {
        try (JsonGenerator json = open(response, HttpServletResponse.SC_CREATED)) {
            json.writeStartObject();
            json.writeStringField("id", post.id().id());
            json.writeEndObject();
        }
    }

    static void problem(HttpServletResponse response, int status, String message) throws IOException {
        try (JsonGenerator json = open(response, status)) {
            json.writeStartObject();
            json.writeStringField("problem", message);
            json.writeEndObject();
        }
    }

    private static void post(JsonGenerator json, Stored stored, AccountId host) throws IOException {
        Post post = stored.post();
        json.writeStartObject();
        json.writeNumberField("id", stored.sequence());
        json.writeStringField("handle", post.author().handle());
        json.writeStringField("name", post.author().displayName());
        json.writeStringField("text", post.text());
        json.writeStringField("at", post.at().toString());
        json.writeStringField("kind", post.relation().kind().name());
        json.writeBooleanField("host", post.author().id().equals(host));
        if (post.relation().target().isPresent()) {
            json.writeNumberField(
                    "target", Long.parseLong(post.relation().target().get().id()));
        }
        if (stored.media().isPresent()) {
            json.writeStringField("media", stored.media().get().value());
        }
        json.writeEndObject();
    }

    private static JsonGenerator open(HttpServletResponse response, int status) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        return JSON.createGenerator(response.getWriter());
    }
}
