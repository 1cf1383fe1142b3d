package com.sothebais.web.internal.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.sothebais.api.asset.AssetLibrary;
import com.sothebais.api.asset.TokenArtwork;
import com.sothebais.api.asset.TokenArtwork.Medium;
import com.sothebais.api.asset.TokenArtwork.Source;
import com.sothebais.api.asset.TokenArtwork.Wish;
import java.math.BigInteger;
import java.util.Optional;

/** Reads which token's picture is wanted. */
public final class TokenForm {
    private TokenForm() {}

    /** @throws com.sothebais.web.internal.answer.Refusal with all mistakes */
    public static Wish read(JsonNode body) {
        Mistakes mistakes = new Mistakes();
        Form form = new Form(body, "", mistakes);
        Optional<String> uri = form.required("uri", form.text("uri", TokenArtwork.URI_CHARS_MAX));
        Optional<BigInteger> tokenId = LotsForm.tokenId(form);
        Optional<String> name = form.text("name", AssetLibrary.NAME_MAX);
        Medium medium = form.constant("medium", Medium.class).orElse(Medium.IMAGE);
        form.end();
        mistakes.check();
        return new Wish(new Source(uri.orElseThrow(), tokenId), medium, name);
    }

    /** Where a lot says what it is, when it still has to be asked; the number comes from its token. */
    public static Source ofLot(JsonNode lot) {
        Mistakes mistakes = new Mistakes();
        Form form = new Form(lot, "", mistakes);
        Optional<String> uri = form.required("tokenUri", form.text("tokenUri", TokenArtwork.URI_CHARS_MAX));
        Optional<Form> token = form.object("token");
        Source source = new Source(uri.orElse(""), token.flatMap(LotsForm::tokenId));
        mistakes.check();
        return source;
    }
}
