package com.sothebais.web.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.sothebais.api.asset.TokenArtwork;
import com.sothebais.api.asset.TokenMetadata;
import com.sothebais.web.internal.answer.Refusal.Mistake;
import com.sothebais.web.internal.json.AssetsJson.AssetJson;
import java.util.List;

/** What tokens say of themselves. */
public final class TokenJson {
    /** A picture inside of the metadata is not repeated whole. */
    private static final int ADDRESS_SHOWN_MAX = 500;

    private TokenJson() {}

    /** The asset that a token's picture became, and what the token says. */
    public record TakenJson(AssetJson asset, MetadataJson token) {
        public static TakenJson of(TokenArtwork.Taken taken) {
            return new TakenJson(AssetJson.of(taken.asset()), MetadataJson.of(taken.token()));
        }
    }

    /** What the token does not say is {@code null}; the description is empty then. */
    public record MetadataJson(
            String name, String description, String artist, List<TraitJson> traits, String picture, String animation) {
        static MetadataJson of(TokenMetadata token) {
            return new MetadataJson(
                    token.name().orElse(null),
                    token.description(),
                    token.artist().orElse(null),
                    token.traits().stream()
                            .map(trait -> new TraitJson(trait.name(), trait.value()))
                            .toList(),
                    token.picture().map(TokenJson::shown).orElse(null),
                    token.animation().map(TokenJson::shown).orElse(null));
        }
    }

    public record TraitJson(String name, String value) {}

    /** A call that runs; the total is {@code null} when the host does not tell it. */
    public record TakingJson(
            String uri, String person, String step, String from, long bytes, Long total, String since) {
        public static TakingJson of(TokenArtwork.Progress progress) {
            return new TakingJson(
                    progress.uri(),
                    progress.person(),
                    progress.step().name(),
                    progress.from(),
                    progress.bytes(),
                    progress.total().isPresent() ? progress.total().getAsLong() : null,
                    progress.since().toString());
        }
    }

    /**
     * A campaign with what the tokens of its lots say.
     *
     * @param left lots that still have {@code tokenUri}
     */
    public record FilledJson(JsonNode campaign, int filled, int left, List<Mistake> problems) {}

    private static String shown(String address) {
        return address.length() <= ADDRESS_SHOWN_MAX ? address : address.substring(0, ADDRESS_SHOWN_MAX) + "...";
    }
}
