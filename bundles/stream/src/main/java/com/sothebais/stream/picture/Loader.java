package com.sothebais.stream.picture;

import com.sothebais.api.asset.Asset;
import com.sothebais.api.asset.AssetId;
import com.sothebais.api.asset.Assets;
import com.sothebais.api.asset.Assets.AssetException;
import com.sothebais.stream.film.FilmKind;
import com.sothebais.stream.film.FilmReader;
import com.sothebais.stream.film.Footage;
import com.sothebais.stream.film.Reel;
import com.sothebais.stream.film.Shot;
import com.sothebais.stream.film.WebpFilm;
import com.sothebais.stream.media.MediaException;
import com.sothebais.stream.picture.Exhibit.Found;
import com.sothebais.stream.picture.PictureReader.UnreadablePictureException;
import com.sothebais.stream.print.Print;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes prints and films of what is stored. Thread-safe. */
final class Loader {
    /** A larger still is not decoded. */
    static final int STILL_MAX_BYTES = 64 << 20;

    /** A longer film is not copied to be played. */
    static final long FILM_MAX_BYTES = 256L << 20;

    /** When a picture that is not there may have come. */
    static final int SOON_SECONDS = 1;

    /** When another film may have ended. */
    private static final int LATER_SECONDS = 15;

    private static final String MP4 = "video/mp4";
    private static final String WEBP = "image/webp";
    private static final String SVG = "image/svg+xml";

    /** Pictures of a film that are looked at before it plays. */
    private static final int FIRST_SHOTS = 2;

    private static final int COPY_BYTES = 64 << 10;

    private final Assets assets;

    Loader(Assets assets) {
        this.assets = assets;
    }

    /** @param films whether one more may play */
    Found load(AssetId asset, int width, int height, boolean films) {
        try {
            return found(asset, new Room(width, height, films));
        } catch (AssetException e) {
            return Found.nothing("the store does not give it (" + e.getMessage() + ")", SOON_SECONDS);
        } catch (IOException | UncheckedIOException e) {
            return Found.nothing("it cannot be read: " + e.getMessage(), SOON_SECONDS);
        }
    }

    /** Where it goes. */
    private record Room(int width, int height, boolean films) {}

    private Found found(AssetId asset, Room room) throws IOException {
        Optional<Asset> stored = assets.find(asset);
        if (stored.isPresent() && stored.get().mediaType().equals(SVG)) {
            return drawing(asset, room);
        }
        if (stored.isPresent()
                && stored.get().mediaType().equals(WEBP)
                && WebpFilm.isOne(head(asset, WebpFilm.HEAD_BYTES))) {
            Found film = film(asset, assets.open(asset, 0), file -> new WebpFilm(file, room.width, room.height), room);
            if (film.reel().isPresent() || film.still().isPresent()) {
                return film;
            }
            return standing(asset, room, film.note().orElse("it cannot be played"));
        }
        Optional<byte[]> still = assets.still(asset);
        if (still.isPresent()) {
            return of(asset, still.get(), room);
        }
        if (stored.isEmpty()) {
            return Found.nothing("it is not in the store; upload it", SOON_SECONDS);
        }
        return stored.get().mediaType().equals(MP4)
                ? film(asset, assets.open(asset, 0), reader(FilmKind.MP4, room), room)
                : Found.nothing("no picture can be made of " + stored.get().mediaType(), 0);
    }

    /** A drawing that moves plays; another is what the store made of it, and else is drawn here. */
    private Found drawing(AssetId asset, Room room) throws IOException {
        byte[] svg = head(asset, SvgDrawing.BYTES_MAX + 1);
        Optional<String> stands = Optional.empty();
        try {
            Optional<SvgFilm> film = SvgFilm.of(svg, room.width, room.height);
            if (film.isPresent()) {
                return opened(asset, film.get(), room).partly(film.get().unplayed());
            }
        } catch (SvgRefused e) {
            stands = Optional.of("it stands still: " + e.getMessage());
        }
        Optional<byte[]> still = assets.still(asset);
        if (still.isPresent()) {
            return stands.isPresent() ? standing(asset, room, stands.get()) : of(asset, still.get(), room);
        }
        try {
            return Found.still(SvgFilm.still(svg, room.width, room.height));
        } catch (SvgRefused e) {
            return Found.nothing("it cannot be shown: " + e.getMessage(), 0);
        }
    }

    /** What the store made of it, because it does not play. */
    private Found standing(AssetId asset, Room room, String why) throws IOException {
        Optional<byte[]> still = assets.still(asset);
        Found found = still.isPresent() ? of(asset, still.get(), room) : Found.nothing(why, 0);
        return found.still().isPresent() ? Found.standing(found.still().get(), why, 0) : Found.nothing(why, 0);
    }

    /** Its first bytes, none when it is gone. */
    private byte[] head(AssetId asset, int bytes) throws IOException {
        Optional<InputStream> content = assets.open(asset, 0);
        if (content.isEmpty()) {
            return new byte[0];
        }
        try (InputStream in = content.get()) {
            return in.readNBytes(bytes);
        }
    }

    private Found of(AssetId asset, byte[] content, Room room) throws IOException {
        Optional<FilmKind> kind = FilmKind.of(content);
        if (kind.isPresent()) {
            Found film = film(asset, Optional.of(new ByteArrayInputStream(content)), reader(kind.get(), room), room);
            // An animation that is damaged or does not move may still be a picture, and then is read as one.
            boolean known = film.still().isPresent() && film.note().isPresent();
            if (kind.get() == FilmKind.MP4 || film.reel().isPresent() || known) {
                return film;
            }
        }
        if (content.length > STILL_MAX_BYTES) {
            return Found.nothing(
                    "it has " + content.length + " bytes, at most " + STILL_MAX_BYTES + " are read; scale it down", 0);
        }
        try {
            return Found.still(Print.of(PictureReader.read(content), room.width, room.height));
        } catch (UnreadablePictureException e) {
            return Found.nothing("it cannot be shown: " + e.getMessage(), 0);
        }
    }

    /** Opens a file that is deleted when it is open. */
    private interface Opener {
        Footage open(Path file) throws IOException;
    }

    private static Opener reader(FilmKind kind, Room room) {
        return file -> new FilmReader(file, kind, room.width, room.height);
    }

    private Found film(AssetId asset, Optional<InputStream> content, Opener opener, Room room) throws IOException {
        if (content.isEmpty()) {
            return Found.nothing("it is gone from the store; upload it", SOON_SECONDS);
        }
        Path file = Files.createTempFile("sothebais-film-", "");
        try {
            Optional<String> refused = copy(content.get(), file);
            if (refused.isPresent()) {
                return Found.nothing(refused.get(), 0);
            }
            return opened(asset, opener.open(file), room);
        } catch (MediaException e) {
            return Found.nothing("it cannot be played: " + e.getMessage(), 0);
        } finally {
            // Whoever reads it has it open; nothing is left behind, whatever happens.
            Files.deleteIfExists(file);
        }
    }

    private static Optional<String> copy(InputStream content, Path file) throws IOException {
        try (content;
                OutputStream out = Files.newOutputStream(file)) {
            byte[] bytes = new byte[COPY_BYTES];
            long copied = 0;
            for (int read = content.read(bytes); read >= 0; read = content.read(bytes)) {
                copied += read;
                if (copied > FILM_MAX_BYTES) {
                    return Optional.of("it has more than " + FILM_MAX_BYTES + " bytes; export it smaller");
                }
                out.write(bytes, 0, read);
            }
        }
        return Optional.empty();
    }

    private static Found opened(AssetId asset, Footage reader, Room room) {
        boolean plays = false;
        List<Shot> first = new ArrayList<>();
        try {
            Optional<Shot> shot = reader.next(Long.MIN_VALUE);
            while (shot.isPresent() && first.size() < FIRST_SHOTS - 1) {
                first.add(shot.get());
                shot = reader.next(Long.MIN_VALUE);
            }
            shot.ifPresent(first::add);
            if (first.isEmpty()) {
                return Found.nothing("it cannot be played: none of its pictures can be decoded", 0);
            }
            if (reader.refusal().isPresent()) {
                return Found.standing(
                        first.get(0).print(),
                        "it stands still: " + reader.refusal().get(),
                        0);
            }
            if (first.size() == 1) {
                return Found.still(first.get(0).print());
            }
            if (!room.films) {
                return Found.standing(
                        first.get(0).print(),
                        "it stands still, because " + Gallery.FILMS_MAX + " others play",
                        LATER_SECONDS);
            }
            plays = true;
            return Found.film(new Reel(asset.value(), reader, first));
        } catch (MediaException e) {
            return first.isEmpty()
                    ? Found.nothing("it cannot be played: " + e.getMessage(), 0)
                    : Found.standing(first.get(0).print(), "it stands still: " + e.getMessage(), 0);
        } finally {
            if (!plays) {
                reader.close();
            }
        }
    }
}
