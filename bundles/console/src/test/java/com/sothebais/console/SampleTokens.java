package com.sothebais.console;

import com.sothebais.api.asset.Asset;
import com.sothebais.api.asset.AssetId;
import com.sothebais.api.asset.NamedAsset;
import com.sothebais.api.asset.NamedAsset.Shape;
import com.sothebais.api.asset.NamedAsset.Version;
import com.sothebais.api.asset.TokenArtwork;
import com.sothebais.api.asset.TokenException;
import com.sothebais.api.asset.TokenMetadata;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Every token is the same fish with a hostile trait; nobody answers for {@code https://away.example}. */
record SampleTokens(List<String> asked) implements TokenArtwork {
    @Override
    public TokenMetadata look(Source source, String person) {
        if (source.uri().equals("https://away.example")) {
            throw new TokenException(
                    TokenException.Problem.UNREACHABLE, "The host away.example is unknown; check the address.");
        }
        return new TokenMetadata(
                Optional.of("Koi"),
                "A fish.",
                Optional.of("Aiko"),
                List.of(new TokenMetadata.Trait("Colour", SampleBoard.HOSTILE)),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public Taken take(Wish wish, String person) {
        TokenMetadata token = look(wish.source(), person);
        asked.add("take " + wish.source().uri() + " "
                + wish.source().tokenId().map(Object::toString).orElse("-") + " " + wish.medium() + " by " + person);
        Asset content = new Asset(new AssetId("ab".repeat(32)), "image/png", 100);
        Version version = new Version(1, content, Shape.UNKNOWN, Instant.EPOCH, person, Optional.empty());
        return new Taken(new NamedAsset(7, wish.name().orElse("koi.png"), List.of(version), Optional.empty()), token);
    }

    @Override
    public List<Progress> running() {
        return List.of();
    }
}
