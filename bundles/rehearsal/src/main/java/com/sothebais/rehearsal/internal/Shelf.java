package com.sothebais.rehearsal.internal;

import com.sothebais.api.auction.SessionId;
import com.sothebais.api.event.RehearsalMark;
import com.sothebais.api.rehearsal.Rehearsals.Order;
import com.sothebais.api.rehearsal.Rehearsals.Progress;
import com.sothebais.api.rehearsal.Rehearsals.Rehearsed;
import com.sothebais.api.rehearsal.Rehearsals.Stage;
import com.sothebais.rehearsal.report.ShowDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rehearsals that there were, a directory each; what was ordered is in its file {@code order}. */
final class Shelf {
    /** So many are told of, the newest; the others stay where they are. */
    static final int SHOWN_MAX = 100;

    private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);
    private static final String ORDER = "order";
    private static final String CUT_OFF = "the process ended in the middle; the outputs are back";

    private final Path directory;

    Shelf(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
    }

    Path place(String id) {
        return directory.resolve(id);
    }

    /** Writes down what was ordered, before anything of it happens. */
    void put(Rehearsed rehearsed) throws IOException {
        Path place = Files.createDirectories(place(rehearsed.id()));
        Order order = rehearsed.order();
        Files.writeString(
                place.resolve(ORDER),
                String.join(
                        "\t",
                        order.session().value(),
                        Integer.toString(order.speed()),
                        Long.toString(order.seed()),
                        rehearsed.started().toString()),
                StandardCharsets.UTF_8);
    }

    /** Newest first. What was not finished was cut off, because whoever asks knows the one that plays. */
    List<Rehearsed> all() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> places = Files.list(directory)) {
            return places.filter(place -> RehearsalMark.isOn(place.getFileName().toString()))
                    .flatMap(place -> read(place).stream())
                    .sorted(Comparator.comparing(Rehearsed::started).reversed())
                    .limit(SHOWN_MAX)
                    .toList();
        } catch (IOException e) {
            LOG.warn("the rehearsals in {} cannot be listed: {}", directory, e.toString());
            return List.of();
        }
    }

    private static Optional<Rehearsed> read(Path place) {
        ShowDirectory show = new ShowDirectory(place);
        try {
            String[] parts = Files.readString(place.resolve(ORDER)).strip().split("\t");
            Order order = new Order(new SessionId(parts[0]), Integer.parseInt(parts[1]), Long.parseLong(parts[2]));
            String status = Files.exists(show.status())
                    ? Files.readString(show.status()).strip()
                    : "";
            int space = status.indexOf(' ');
            Stage stage = stage(space < 0 ? status : status.substring(0, space));
            boolean over = stage == Stage.FINISHED || stage == Stage.FAILED || stage == Stage.ABORTED;
            Progress progress = new Progress(
                    over ? stage : Stage.ABORTED,
                    over ? status.substring(space + 1) : CUT_OFF,
                    Optional.of(show.report()).filter(Files::exists));
            return Optional.of(new Rehearsed(
                    place.getFileName().toString(), order, Instant.parse(parts[3]), progress, show.recording()));
        } catch (IOException | RuntimeException e) {
            LOG.debug("{} is no rehearsal", place, e);
            return Optional.empty();
        }
    }

    private static Stage stage(String word) {
        return Stream.of(Stage.values())
                .filter(stage -> stage.name().equals(word))
                .findFirst()
                .orElse(Stage.PLAYING);
    }
}
