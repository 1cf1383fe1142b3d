package com.sothebais.stream.layout;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Text with places that the show fills in. */
public record Template(List<Part> parts) {

    /** Words as they stand, or a place. */
    public sealed interface Part {}

    public record Literal(String words) implements Part {}

    public record Place(Binding binding) implements Part {}

    public Template {
        parts = List.copyOf(parts);
    }

    static Template of(Binding binding) {
        return new Template(List.of(new Place(binding)));
    }

    /** The text; empty when the show has nothing for one of its places, because half a sentence is worse than none. */
    public String filled(Function<Binding, Optional<String>> values) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            if (part instanceof Literal literal) {
                text.append(literal.words());
            } else if (part instanceof Place place) {
                Optional<String> value = values.apply(place.binding()).filter(words -> !words.isEmpty());
                if (value.isEmpty()) {
                    return "";
                }
                text.append(value.get());
            }
        }
        return text.toString();
    }
}
