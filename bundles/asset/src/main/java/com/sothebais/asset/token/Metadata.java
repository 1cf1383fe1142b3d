package com.sothebais.asset.token;

import com.sothebais.api.asset.TokenMetadata;
import com.sothebais.api.asset.TokenMetadata.Trait;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a token says of itself: the JSON schemas of ERC-721 and ERC-1155, and the fields that marketplaces added to them
 * ({@code image_url}, {@code image_data}, {@code animation_url}, {@code attributes}).
 */
final class Metadata {
    private static final Set<String> ARTIST_FIELDS = Set.of("artist", "created_by", "creator", "author");
    private static final String SVG = "image/svg+xml";

    private Metadata() {}

    /** @param tokenId takes the place of <code>{id}</code> in addresses, as ERC-1155 says */
    static TokenMetadata read(byte[] json, Optional<BigInteger> tokenId) {
        Map<String, Object> fields = Json.object(json);
        List<Trait> traits = traits(fields);
        Optional<String> picture = text(fields, "image")
                .or(() -> text(fields, "image_url"))
                .or(() -> text(fields, "image_data"))
                .map(Metadata::address);
        return new TokenMetadata(
                line(fields, "name").or(() -> line(fields, "title")),
                text(fields, "description")
                        .map(text -> Words.text(text, TokenMetadata.DESCRIPTION_MAX))
                        .orElse(""),
                artist(fields, traits),
                traits,
                picture.map(uri -> Addresses.numbered(uri, tokenId)),
                text(fields, "animation_url").map(uri -> Addresses.numbered(uri, tokenId)));
    }

    /** A drawing that stands there itself is wanted as an address like all others. */
    private static String address(String picture) {
        return picture.startsWith("<") ? DataUri.of(SVG, picture.getBytes(StandardCharsets.UTF_8)) : picture;
    }

    private static Optional<String> artist(Map<String, Object> fields, List<Trait> traits) {
        return ARTIST_FIELDS.stream()
                .sorted()
                .flatMap(name -> line(fields, name).stream())
                .findFirst()
                .or(() -> traits.stream()
                        .filter(trait -> ARTIST_FIELDS.contains(trait.name().toLowerCase(Locale.ROOT)))
                        .map(Trait::value)
                        .filter(value -> !value.isEmpty())
                        .findFirst());
    }

    /** Lists of marketplaces, then the properties of ERC-1155, which are plain or have {@code name} and {@code value}. */
    private static List<Trait> traits(Map<String, Object> fields) {
        List<Trait> traits = new ArrayList<>();
        if (fields.get("attributes") instanceof List<?> items) {
            items.forEach(item -> object(item)
                    .ifPresent(one -> add(traits, one.getOrDefault("trait_type", one.get("name")), one.get("value"))));
        }
        object(fields.get("properties"))
                .ifPresent(properties -> properties.forEach((name, value) -> object(value)
                        .ifPresentOrElse(
                                one -> add(traits, one.getOrDefault("name", name), one.get("value")),
                                () -> add(traits, name, value))));
        return traits;
    }

    private static void add(List<Trait> traits, Object name, Object value) {
        if (traits.size() < TokenMetadata.TRAITS_MAX && value instanceof String text) {
            String shown = Words.line(name instanceof String known ? known : "", TokenMetadata.NAME_MAX);
            traits.add(new Trait(shown, Words.line(text, TokenMetadata.NAME_MAX)));
        }
    }

    @SuppressWarnings("unchecked")
    private static Optional<Map<String, Object>> object(Object value) {
        return value instanceof Map ? Optional.of((Map<String, Object>) value) : Optional.empty();
    }

    private static Optional<String> line(Map<String, Object> fields, String name) {
        return text(fields, name)
                .map(text -> Words.line(text, TokenMetadata.NAME_MAX))
                .filter(text -> !text.isEmpty());
    }

    private static Optional<String> text(Map<String, Object> fields, String name) {
        return fields.get(name) instanceof String text
                ? Optional.of(text.strip()).filter(it -> !it.isEmpty())
                : Optional.empty();
    }
}
