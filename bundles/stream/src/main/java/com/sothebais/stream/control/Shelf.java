package com.sothebais.stream.control;

import com.sothebais.api.stream.Size;
import com.sothebais.api.stream.Source;
import java.util.List;
import java.util.Optional;

/** The sources that there are now. Thread-safe. */
public interface Shelf {

    /** The show and the bars first. */
    List<Source> sources();

    /** A source at work; empty when there is no such one. */
    Optional<Scenes> open(Source source);

    /** The show, which whoever makes frames has at hand, and the bars. */
    static Shelf plain(Size size) {
        return new Shelf() {
            @Override
            public List<Source> sources() {
                return List.of(Source.SHOW, Source.BARS);
            }

            @Override
            public Optional<Scenes> open(Source source) {
                return source.equals(Source.BARS) ? Optional.of(new TestCard(size)) : Optional.empty();
            }
        };
    }
}
