package com.sothebais.asset.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.asset.AssetId;
import com.sothebais.api.asset.Illustrator;
import com.sothebais.api.asset.Thumbnail;
import com.sothebais.asset.check.Limits;
import com.sothebais.asset.store.FileStore;
import com.sothebais.asset.testing.Samples;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IllustratedShelfTest {
    private static final byte[] FILTERED =
            Samples.svg("<filter id=\"f\"><feFlood/></filter><rect width=\"9\" height=\"9\" filter=\"url(#f)\"/>");

    @TempDir
    private Path directory;

    private final List<String> asked = new ArrayList<>();
    private Optional<Illustrator> illustrator = Optional.of((file, mediaType, edge) -> {
        asked.add(mediaType + " " + edge);
        return Optional.of(Samples.png(64, 36));
    });
    private Shelf shelf;

    @BeforeEach
    void open() {
        Path assets = directory.resolve("assets");
        shelf = new Shelf(new FileStore(assets), assets, Limits.DEFAULT, 0);
        shelf.illustratedBy(() -> illustrator);
    }

    @Test
    void asksForThePictureOfAFilmWhenOneIsWantedAndOnce() {
        AssetId film = shelf.store(Samples.mp4()).id();
        assertThat(asked).as("an upload does not wait for it").isEmpty();

        assertThat(shelf.thumbnail(film, Thumbnail.SMALL)).isPresent();
        assertThat(shelf.thumbnail(film, Thumbnail.LARGE)).isPresent();
        assertThat(asked).containsExactly("video/mp4 640");
        assertThat(shelf.still(film)).as("the stream plays the film itself").isEmpty();
    }

    @Test
    void asksForADrawingThatIsNotDrawnHere() {
        AssetId drawing = shelf.store(FILTERED).id();

        assertThat(shelf.thumbnail(drawing, Thumbnail.SMALL)).isPresent();
        assertThat(asked).containsExactly("image/svg+xml 640");
    }

    @Test
    void whatNobodyCouldDrawIsDrawnAsSoonAsSomebodyCan() {
        Optional<Illustrator> later = illustrator;
        illustrator = Optional.empty();
        AssetId film = shelf.store(Samples.mp4()).id();
        AssetId drawing = shelf.store(FILTERED).id();
        assertThat(shelf.thumbnail(film, Thumbnail.SMALL)).isEmpty();
        assertThat(shelf.thumbnail(drawing, Thumbnail.SMALL)).isEmpty();

        illustrator = later;
        assertThat(shelf.thumbnail(film, Thumbnail.SMALL)).isPresent();
        assertThat(shelf.thumbnail(drawing, Thumbnail.SMALL)).isPresent();
    }

    @Test
    void aFaultOfTheIllustratorLosesNothingAndIsNotRepeated() {
        AssetId film = shelf.store(Samples.mp4()).id();
        illustrator = Optional.of((file, mediaType, edge) -> {
            asked.add(mediaType);
            throw new IllegalStateException("the decoder is gone");
        });
        assertThat(shelf.thumbnail(film, Thumbnail.SMALL)).isEmpty();
        assertThat(shelf.thumbnail(film, Thumbnail.LARGE)).isEmpty();
        assertThat(asked).hasSize(1);
        assertThat(shelf.content(film)).contains(Samples.mp4());

        AssetId drawing = shelf.store(FILTERED).id();
        illustrator = Optional.of((file, mediaType, edge) -> Optional.of("no PNG".getBytes(StandardCharsets.UTF_8)));
        assertThat(shelf.thumbnail(drawing, Thumbnail.SMALL)).isEmpty();
    }
}
