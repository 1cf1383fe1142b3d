package com.sothebais.api.asset;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a token says of itself, as ERC-721 and ERC-1155 describe it and marketplaces write it. It comes from strangers: control
 * characters are removed and long texts cut, and nothing of it was checked otherwise.
 *
 * @param name at most {@link #NAME_MAX} characters on one line
 * @param description at most {@link #DESCRIPTION_MAX} characters; empty when there is none
 * @param artist when a field or a trait names one, at most {@link #NAME_MAX} characters
 * @param traits at most {@link #TRAITS_MAX}, in their order
 * @param picture address of the picture, or the picture itself as a data URI
 * @param animation address of a film or something else that moves
 */
public record TokenMetadata(
        Optional<String> name,
        String description,
        Optional<String> artist,
        List<Trait> traits,
        Optional<String> picture,
        Optional<String> animation) {
    public static final int NAME_MAX = 200;
    public static final int DESCRIPTION_MAX = 4_000;
    public static final int TRAITS_MAX = 100;

    public TokenMetadata {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(artist, "artist");
        Objects.requireNonNull(picture, "picture");
        Objects.requireNonNull(animation, "animation");
        traits = List.copyOf(traits);
    }

    /** A property of the token, each side at most {@link #NAME_MAX} characters; numbers and truth values as text. */
    public record Trait(String name, String value) {
        public Trait {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(value, "value");
        }
    }
}
