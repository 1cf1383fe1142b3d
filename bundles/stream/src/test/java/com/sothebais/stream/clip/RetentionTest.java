package com.sothebais.stream.clip;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.auction.Outcome;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.stream.testing.ShowFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {
    private static final Instant NOW = Instant.parse("2027-06-01T12:00:00Z");
    private static final int MEGABYTE = 1_000_000;

    @TempDir
    private Path data;

    private final ShowFacts facts = new ShowFacts();
    private Recordings recordings;
    private Path films;
    private volatile Instant now = NOW;

    @BeforeEach
    void begin() throws IOException {
        recordings = new Recordings(data.resolve("recordings.tsv"));
        films = Files.createDirectories(data.resolve("films"));
    }

    @Test
    void deletesRecordingsAndClipsWhenTheirTimeIsOver() throws IOException {
        film("old", "show-20270401-200000.mp4", 61);
        film("old", "clip-lot-1.mp4", 61);
        film("older", "clip-lot-9.mp4", 366);
        film("new", "show-20270520-200000.mp4", 12);
        Retention retention = retention(30, 365, 0);
        retention.work();

        assertThat(left()).containsExactly("new/show-20270520-200000.mp4", "old/clip-lot-1.mp4");
        assertThat(films.resolve("older")).as("an empty folder").doesNotExist();
        assertThat(retention.story())
                .contains("2 films", "2027-06-19T12:00:00Z", "show-20270520-200000.mp4", "Copy what is to stay");
        assertThat(retention.trouble()).isEmpty();
    }

    @Test
    void keepsEverythingForEverWhenToldSo() throws IOException {
        film("old", "show-20170401-200000.mp4", 3_650);
        film("old", "clip-lot-1.mp4", 3_650);
        Retention retention = retention(0, 0, 0);
        retention.work();
        assertThat(left()).hasSize(2);
        assertThat(retention.story()).isEqualTo("2 films of 0.0 GB are kept.");
    }

    @Test
    void keepsWhatIsBeingWrittenAndWhatItDidNotWrite() throws IOException {
        Path running = film("long", "show-20270401-200000.mp4", 61);
        recordings.began(running, NOW.minus(Duration.ofDays(61)));
        film("long", "notes.txt", 900);
        film("long", "show-of-mine.mp4", 900);
        Path outside = Files.writeString(data.resolve("outside.mp4"), "a film elsewhere");
        Files.createSymbolicLink(films.resolve("long").resolve("clip-link.mp4"), outside);
        Files.setLastModifiedTime(outside, FileTime.from(NOW.minus(Duration.ofDays(900))));
        Files.writeString(films.resolve("show-20200101-000000.mp4"), "not in a folder of a session");
        Retention retention = retention(30, 365, 0);
        retention.work();
        assertThat(left()).hasSize(5);

        recordings.ended(running);
        now = NOW.plus(Retention.LOOK);
        retention.work();
        assertThat(left()).hasSize(4);
        assertThat(running).doesNotExist();
        assertThat(outside).exists();
    }

    @Test
    void keepsTheFilmsOfASessionUntilItIsOverAndItsLotsAreSettled() throws IOException {
        Path film = film("day-1", "show-20270401-200000.mp4", 61);
        Retention retention = retention(30, 365, 0);
        facts.listen(retention::on).announced().open().sold(ShowFacts.FIRST, "lena", "2.5", ShowFacts.LIVE);
        look(retention);
        assertThat(film).as("the session is on air").exists();

        facts.moved(SessionPhase.LIVE, SessionPhase.POST, NOW).moved(SessionPhase.POST, SessionPhase.ENDED, NOW);
        look(retention);
        assertThat(film).as("the winner has not paid").exists();

        facts.settled(ShowFacts.FIRST, NOW);
        look(retention);
        assertThat(film).doesNotExist();
    }

    @Test
    void aLotThatIsReturnedKeepsNothing() throws IOException {
        Path film = film("day-1", "show-20270401-200000.mp4", 61);
        Retention retention = retention(30, 365, 0);
        facts.listen(retention::on).announced().open().returned(ShowFacts.FIRST, Outcome.Cause.NO_BIDS, ShowFacts.LIVE);
        facts.moved(SessionPhase.LIVE, SessionPhase.POST, NOW).moved(SessionPhase.POST, SessionPhase.ENDED, NOW);
        look(retention);
        assertThat(film).doesNotExist();
    }

    @Test
    void deletesNothingBeforeTheLogHasBeenRead() throws IOException {
        film("old", "show-20270401-200000.mp4", 61);
        Retention retention = new Retention(rule(30, 365, 0), recordings, () -> now);
        retention.work();
        assertThat(left()).hasSize(1);
        retention.caughtUp();
        retention.work();
        assertThat(left()).isEmpty();
    }

    @Test
    void overTheLimitTheOldestRecordingsGoBeforeTheirTimeAndThenTheOldestClips() throws IOException {
        film("a", "show-20270528-200000.mp4", 4);
        film("a", "clip-lot-1.mp4", 4);
        film("b", "show-20270529-200000.mp4", 3);
        film("b", "clip-lot-2.mp4", 3);
        film("c", "show-20270601-115900.mp4", 0);
        retention(30, 365, 4 * MEGABYTE).work();
        assertThat(left()).hasSize(4).doesNotContain("a/show-20270528-200000.mp4");
        retention(30, 365, 2 * MEGABYTE).work();
        assertThat(left()).containsExactly("b/clip-lot-2.mp4", "c/show-20270601-115900.mp4");
    }

    @Test
    void saysBeforehandWhatWillBeLostBeforeItsTime() throws IOException {
        film("a", "show-20270528-200000.mp4", 4);
        film("b", "show-20270529-200000.mp4", 3);
        Retention roomy = retention(30, 365, 3 * MEGABYTE);
        roomy.work();
        assertThat(roomy.trouble()).isEmpty();

        Retention tight = retention(30, 365, 2 * MEGABYTE);
        tight.work();
        assertThat(left()).hasSize(2);
        assertThat(tight.trouble())
                .get()
                .asString()
                .contains("keep.gigabytes", "show-20270528-200000.mp4", "before its time");
    }

    @Test
    void saysWhenMoreThanTheLimitIsNeeded() throws IOException {
        film("day-1", "show-20270528-200000.mp4", 4);
        Retention retention = retention(30, 365, MEGABYTE / 2);
        facts.listen(retention::on).announced().open();
        retention.work();
        assertThat(left()).hasSize(1);
        assertThat(retention.trouble()).get().asString().contains("none of them may be deleted", "not settled");
    }

    @Test
    void deletesAHundredFilesAtALookAndGoesOnAtTheNext() throws IOException {
        for (int i = 0; i < Retention.DELETED_MAX + 5; i++) {
            film("old", "clip-lot-" + i + ".mp4", 400 + i);
        }
        Retention retention = retention(30, 365, 0);
        retention.work();
        retention.work();
        assertThat(left())
                .as("oldest first")
                .containsExactlyInAnyOrderElementsOf(Stream.of(0, 1, 2, 3, 4)
                        .map(i -> "old/clip-lot-" + i + ".mp4")
                        .toList());
        look(retention);
        assertThat(left()).isEmpty();
    }

    private void look(Retention retention) {
        now = now.plus(Retention.LOOK);
        retention.work();
    }

    /** A megabyte that was last written to so many days ago. */
    private Path film(String session, String name, int days) throws IOException {
        Path file = Files.createDirectories(films.resolve(session)).resolve(name);
        Files.write(file, new byte[MEGABYTE]);
        return Files.setLastModifiedTime(file, FileTime.from(NOW.minus(Duration.ofDays(days))));
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.walk(films)) {
            return files.filter(file -> !Files.isDirectory(file))
                    .map(file -> films.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private Retention retention(int recordingDays, int clipDays, long bytesMax) {
        Retention retention = new Retention(rule(recordingDays, clipDays, bytesMax), recordings, () -> now);
        retention.caughtUp();
        return retention;
    }

    private Retention.Rule rule(int recordingDays, int clipDays, long bytesMax) {
        return new Retention.Rule(
                films,
                days(recordingDays),
                days(clipDays),
                Optional.of(bytesMax).filter(bytes -> bytes > 0));
    }

    private static Optional<Duration> days(int count) {
        return Optional.of(Duration.ofDays(count)).filter(kept -> !kept.isZero());
    }
}
