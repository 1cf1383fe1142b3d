package com.sothebais.web.internal;

import com.sothebais.api.asset.Asset;
import com.sothebais.api.asset.NamedAsset;
import com.sothebais.api.asset.NamedAsset.Origin;
import com.sothebais.api.asset.NamedAsset.Shape;
import com.sothebais.api.asset.NamedAsset.Version;
import com.sothebais.api.asset.TokenArtwork;
import com.sothebais.api.asset.TokenException;
import com.sothebais.api.asset.TokenMetadata;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Tokens that all show the artwork of the sample show; an address with "away" in it leads to nobody. */
final class SampleTokens implements TokenArtwork {
    private static final Instant NOW = Instant.parse("2026-11-21T19:00:00Z");

    @Override
    public TokenMetadata look(Source source, String person) {
        if (source.uri().contains("away")) {
            throw new TokenException(TokenException.Problem.UNREACHABLE, "Nobody is there; try again.");
        }
        String name = "Koi " + source.tokenId().map(Object::toString).orElse("without number");
        return new TokenMetadata(
                Optional.of(name),
                "A fish.",
                Optional.of("Aiko"),
                List.of(new TokenMetadata.Trait("Colour", "gold")),
                Optional.of("https://example.org/koi.png"),
                Optional.empty());
    }

    @Override
    public Taken take(Wish wish, String person) {
        TokenMetadata token = look(wish.source(), person);
        Origin origin = new Origin(
                wish.source().uri(), wish.source().tokenId(), token.picture().orElseThrow());
        Version version = new Version(
                1, new Asset(SampleShow.ARTWORK, "image/png", 100), Shape.of(40, 30), NOW, person, Optional.of(origin));
        return new Taken(new NamedAsset(7, wish.name().orElse("koi.png"), List.of(version), Optional.empty()), token);
    }

    @Override
    public List<Progress> running() {
        return List.of(new Progress(
                "https://example.org/7.json", "admin", Step.PICTURE, "example.org", 50, OptionalLong.of(100), NOW));
    }
}
