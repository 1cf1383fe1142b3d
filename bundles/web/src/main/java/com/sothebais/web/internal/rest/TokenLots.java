package com.sothebais.web.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sothebais.api.asset.TokenArtwork;
import com.sothebais.api.asset.TokenArtwork.Medium;
import com.sothebais.api.asset.TokenArtwork.Source;
import com.sothebais.api.asset.TokenArtwork.Taken;
import com.sothebais.api.asset.TokenArtwork.Wish;
import com.sothebais.api.asset.TokenMetadata;
import com.sothebais.web.internal.answer.Refusal;
import com.sothebais.web.internal.answer.Refusal.Mistake;
import com.sothebais.web.internal.forms.TokenForm;
import com.sothebais.web.internal.json.TokenJson.FilledJson;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fills in what the tokens of a campaign's lots say, before anything is planned. What a lot says itself stays. */
final class TokenLots {
    /** Most lots that one call asks for. */
    static final int LOTS_MAX = 10;

    /** No other lot is begun after so long, so that whoever called gets an answer. */
    static final Duration BEGINS_MAX = Duration.ofSeconds(30);

    private static final String URI = "tokenUri";

    private final TokenArtwork tokens;
    private final InstantSource clock;
    private final String person;
    private final List<Mistake> problems = new ArrayList<>();
    private int filled;

    /** @param person name of the admin */
    TokenLots(TokenArtwork tokens, InstantSource clock, String person) {
        this.tokens = tokens;
        this.clock = clock;
        this.person = person;
    }

    /** For one call: a campaign as it came, with everything else as it was. */
    FilledJson fill(JsonNode given) {
        JsonNode campaign = given.deepCopy();
        Instant until = clock.instant().plus(BEGINS_MAX);
        int left = 0;
        int index = 0;
        for (JsonNode lot : campaign.path("lots")) {
            if (lot instanceof ObjectNode fields && fields.hasNonNull(URI)) {
                boolean turn =
                        filled + problems.size() < LOTS_MAX && clock.instant().isBefore(until);
                if (!turn || !fill(fields, "lots[" + index + "]." + URI)) {
                    left++;
                }
            }
            index++;
        }
        return new FilledJson(campaign, filled, left, problems);
    }

    private boolean fill(ObjectNode lot, String path) {
        try {
            Source source = TokenForm.ofLot(lot);
            if (lot.hasNonNull("artwork")) {
                said(lot, AssetRefusals.asked(() -> tokens.look(source, person)));
            } else {
                Taken taken = AssetRefusals.asked(
                        () -> tokens.take(new Wish(source, Medium.IMAGE, Optional.empty()), person));
                lot.put("artwork", taken.asset().newest().content().id().value());
                said(lot, taken.token());
            }
            lot.remove(URI);
            filled++;
            return true;
        } catch (Refusal refusal) {
            problems.add(new Mistake(path, refusal.getMessage()));
            return false;
        }
    }

    private static void said(ObjectNode lot, TokenMetadata token) {
        token.name().ifPresent(name -> put(lot, "title", name));
        token.artist().ifPresent(artist -> put(lot, "artist", artist));
        if (!token.description().isEmpty()) {
            put(lot, "story", token.description());
        }
    }

    private static void put(ObjectNode lot, String field, String text) {
        if (!lot.hasNonNull(field)) {
            lot.put(field, text);
        }
    }
}
