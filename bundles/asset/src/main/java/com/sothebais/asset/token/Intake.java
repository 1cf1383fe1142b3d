package com.sothebais.asset.token;

import com.sothebais.api.asset.AssetConflictException;
import com.sothebais.api.asset.AssetConflictException.Obstacle;
import com.sothebais.api.asset.AssetLibrary;
import com.sothebais.api.asset.AssetLibrary.Upload;
import com.sothebais.api.asset.NamedAsset;
import com.sothebais.api.asset.NamedAsset.Origin;
import com.sothebais.api.asset.TokenArtwork;
import com.sothebais.api.asset.TokenException;
import com.sothebais.api.asset.TokenException.Problem;
import com.sothebais.api.asset.TokenMetadata;
import com.sothebais.asset.fetch.Deadline;
import com.sothebais.asset.fetch.Fetcher;
import com.sothebais.asset.fetch.WebAddress;
import com.sothebais.asset.library.Names;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows a token's address to its metadata and from there to its picture, on the thread of whoever calls. */
public final class Intake implements TokenArtwork {
    /** Largest metadata, bytes: many have their picture inside. */
    static final int METADATA_BYTES_MAX = 4 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final String METADATA_TYPES = "application/json, */*;q=0.1";
    private static final String PICTURE_TYPES =
            "image/png, image/jpeg, image/gif, image/webp, image/svg+xml, video/mp4";
    private static final int ORIGIN_MAX = 500;

    private final AssetLibrary library;
    private final Fetcher fetcher;
    private final Addresses addresses;
    private final InstantSource clock;
    private final long pictureBytesMax;
    private final Semaphore places = new Semaphore(CALLS_MAX);
    private final Set<Run> runs = ConcurrentHashMap.newKeySet();

    /** @param pictureBytesMax largest picture that the library takes */
    public Intake(
            AssetLibrary library, Fetcher fetcher, Addresses addresses, long pictureBytesMax, InstantSource clock) {
        this.library = library;
        this.fetcher = fetcher;
        this.addresses = addresses;
        this.pictureBytesMax = pictureBytesMax;
        this.clock = clock;
    }

    @Override
    public TokenMetadata look(Source source, String person) {
        return run(source, person, run -> metadata(source, run, Deadline.in(Duration.ofSeconds(SECONDS_MAX))));
    }

    @Override
    public Taken take(Wish wish, String person) {
        Objects.requireNonNull(person, "person");
        return run(wish.source(), person, run -> {
            Deadline deadline = Deadline.in(Duration.ofSeconds(SECONDS_MAX));
            TokenMetadata token = metadata(wish.source(), run, deadline);
            String picture = picture(token, wish.medium());
            Place place = addresses.place(picture);
            run.step(Step.PICTURE);
            Fetcher.Ask ask = new Fetcher.Ask(PICTURE_TYPES, pictureBytesMax, deadline, run);
            Origin origin =
                    new Origin(shortened(wish.source().uri()), wish.source().tokenId(), shortened(picture));
            NamedAsset asset = read(place, ask, in -> store(in, wish, token, new Giver(person, origin)));
            LOG.info(
                    "asset {} '{}' was taken from {} by {}", asset.number(), asset.name(), origin.pictureUri(), person);
            return new Taken(asset, token);
        });
    }

    @Override
    public List<Progress> running() {
        return runs.stream()
                .sorted(Comparator.comparing(Run::since))
                .map(Run::progress)
                .toList();
    }

    private <T> T run(Source source, String person, Function<Run, T> work) {
        if (!places.tryAcquire()) {
            throw new AssetConflictException(
                    Obstacle.BUSY, CALLS_MAX + " tokens are being asked at this moment; try again in a minute.");
        }
        Run run = new Run(shortened(source.uri()), person, clock.instant());
        runs.add(run);
        try {
            return work.apply(run);
        } finally {
            runs.remove(run);
            places.release();
        }
    }

    private TokenMetadata metadata(Source source, Run run, Deadline deadline) {
        String uri = Addresses.numbered(source.uri().strip(), source.tokenId());
        Fetcher.Ask ask = new Fetcher.Ask(METADATA_TYPES, METADATA_BYTES_MAX, deadline, run);
        byte[] json = read(addresses.place(uri), ask, InputStream::readAllBytes);
        return Metadata.read(json, source.tokenId());
    }

    private static String picture(TokenMetadata token, Medium medium) {
        Optional<String> wanted = medium == Medium.IMAGE
                ? token.picture().or(token::animation)
                : token.animation().or(token::picture);
        return wanted.orElseThrow(
                () -> new TokenException(
                        Problem.NO_PICTURE,
                        "The token's metadata name no picture ('image', 'image_data' or 'animation_url'); upload one instead."));
    }

    /** Who stores it, and where it comes from. */
    private record Giver(String person, Origin origin) {}

    private NamedAsset store(InputStream in, Wish wish, TokenMetadata token, Giver giver) {
        try (Upload upload = library.receive(in)) {
            String name = wish.name().orElseGet(() -> Names.of(token.name().orElse("token"), upload.content()));
            return library.add(upload, name, giver.person(), Optional.of(giver.origin()));
        }
    }

    private <T> T read(Place place, Fetcher.Ask ask, Fetcher.Reader<T> reader) {
        if (place instanceof Place.Inside inside) {
            try {
                return reader.read(new ByteArrayInputStream(inside.content()));
            } catch (IOException e) {
                throw new UncheckedIOException("bytes in memory can be read", e);
            }
        }
        return place instanceof Place.Web web
                ? fetcher.get(web.address(), ask, reader)
                : any((Place.Gateways) place, ask, reader);
    }

    /** The first gateway that has it. What is too large is so with every one, unless it may not be what was asked for. */
    private <T> T any(Place.Gateways gateways, Fetcher.Ask ask, Fetcher.Reader<T> reader) {
        List<String> failures = new ArrayList<>();
        for (WebAddress gateway : gateways.addresses()) {
            try {
                return fetcher.get(
                        gateway,
                        ask,
                        gateways.sha256()
                                .map(expected -> genuine(reader, expected, gateway))
                                .orElse(reader));
            } catch (TokenException e) {
                boolean another = e.problem() == Problem.UNREACHABLE || e.problem() == Problem.FORBIDDEN;
                if (!another && gateways.sha256().isEmpty()) {
                    throw e;
                }
                failures.add(e.getMessage());
            }
        }
        throw new TokenException(
                Problem.UNREACHABLE,
                "No gateway has it; try again, or name others in 'token.gateways' of etc/com.sothebais.asset.cfg. "
                        + String.join(" ", failures));
    }

    private static <T> Fetcher.Reader<T> genuine(Fetcher.Reader<T> reader, String expected, WebAddress gateway) {
        return body -> {
            Genuine genuine = new Genuine(body, expected, gateway.host());
            T read = reader.read(genuine);
            genuine.finish();
            return read;
        };
    }

    private static String shortened(String uri) {
        String visible = Words.line(uri, uri.length());
        return visible.length() <= ORIGIN_MAX
                ? visible
                : visible.substring(0, ORIGIN_MAX) + "... (" + uri.length() + " characters)";
    }
}
