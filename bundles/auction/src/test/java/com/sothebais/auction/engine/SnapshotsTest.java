package com.sothebais.auction.engine;

import static com.sothebais.auction.engine.Stage.LOT_1;
import static com.sothebais.auction.testing.Samples.eth;
import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.auction.LotOverride;
import com.sothebais.api.event.Decree;
import com.sothebais.auction.engine.Snapshots.Kept;
import com.sothebais.auction.rules.Floor;
import com.sothebais.auction.rules.FloorState;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A snapshot only saves time: with whatever snapshot, the state is that of the log. */
class SnapshotsTest {
    private static final Settings OFTEN = new Settings(1_000, 100, 30, 60, Duration.ofSeconds(10), 5);
    private static final PrintStream STANDARD = System.err;

    @TempDir
    static Path directory;

    private static RealLog real;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private Stage stage;
    private SnapshotTable table;

    @BeforeAll
    static void start() {
        real = new RealLog(directory);
    }

    @AfterAll
    static void stop() {
        real.close();
    }

    @BeforeEach
    void live() throws SQLException {
        real.empty();
        table = real.snapshots();
        stage = new Stage(OFTEN, table, real.open());
        stage.rehearse(Stage.rules());
        for (int bidder = 1; bidder <= 3; bidder++) {
            stage.fund(bidder, "100");
        }
        stage.settled(stage.publish(
                Stage.campaign("other", Stage.rules()),
                com.sothebais.auction.calendar.Calendar.rehearse(
                        Stage.campaign("other", Stage.rules()), Stage.START.plusSeconds(600), Stage.TEMPO)));
        stage.at(21);
        stage.say(1, "bid 2 eth");
        stage.say(2, "bid 50 eth");
        stage.settled(stage.maximum(3, "4"));
        stage.restart();
        stage.say(1, "bid 3 eth");
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void speak() {
        System.setErr(STANDARD);
    }

    private Kept newest() {
        return table.newestFirst().get(0);
    }

    /** What the whole log says. */
    private FloorState whole() {
        Floor floor = new Floor();
        stage.log.read(0, 10_000).forEach(recorded -> floor.apply(recorded.fact()));
        return floor.state();
    }

    private void restartsAsTheLogSays() {
        stage.say(2, "bid 5 eth");
        stage.restart();
        assertThat(stage.room.auctioneer().floor().state()).isEqualTo(whole());
    }

    private String warning() {
        return said.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains("WARN"))
                .findFirst()
                .orElse("none");
    }

    @Test
    void aSnapshotAndTheTailAreTheWholeLog() {
        assertThat(newest().position()).isPositive();
        assertThat(Optional.of(newest().position())).get().isNotEqualTo(stage.log.last());
        restartsAsTheLogSays();
        assertThat(warning()).isEqualTo("none");
    }

    @Test
    void onlyTheNewestAreKept() {
        for (int i = 0; i < 5; i++) {
            stage.say(1 + i % 2, "bid " + (10 + i) + " eth");
            stage.restart();
            for (int j = 0; j < 6; j++) {
                stage.say(3, "hello " + i + " " + j);
            }
        }
        assertThat(table.newestFirst()).hasSize(SnapshotTable.KEPT_MAX);
    }

    @Test
    void aDamagedOneIsPassedOver() throws SQLException {
        real.execute("update auction_snapshot set bytes = set_byte(bytes, 40, 255 - get_byte(bytes, 40))");
        restartsAsTheLogSays();
        assertThat(warning()).contains("is damaged and is passed over");
    }

    @Test
    void oneOfAnotherFormatIsPassedOver() throws SQLException {
        real.execute("update auction_snapshot set format = '0/' || format");
        restartsAsTheLogSays();
        assertThat(warning()).contains("of another version and is passed over");
    }

    @Test
    void oneThatIsNotWhatItsFormatSaysIsPassedOver() {
        byte[] bytes = "not a snapshot".getBytes(StandardCharsets.UTF_8);
        table.keep(new Kept(3, newest().format(), Archive.checksum(bytes), bytes));
        restartsAsTheLogSays();
        assertThat(warning()).contains("cannot be read and is passed over");
    }

    @Test
    void oneThatIsNewerThanTheLogIsPassedOver() throws SQLException {
        Kept ahead = newest();
        Stage other = new Stage(OFTEN, table);
        other.rehearse(Stage.rules());
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        Stage shorter = new Stage(OFTEN, table);
        assertThat(ahead.position()).isGreaterThan(shorter.log.last());
        assertThat(warning()).contains("newer than the log");
        assertThat(shorter.room.auctioneer().floor().lots()).isEmpty();
    }

    @Test
    void oneOfAnotherLogIsPassedOver() {
        Stage other = new Stage(OFTEN, Snapshots.NONE);
        other.rehearse(Stage.rules());
        for (int i = 0; i < 40; i++) {
            other.say(1, "hello " + i);
        }
        assertThat(other.log.last()).isGreaterThan(newest().position());
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        Auctioneer again = new SaleRoom(
                        new Surroundings(other.log, () -> other.now, network -> Optional.of(Stage.HOST), table), OFTEN)
                .auctioneer();
        again.step();
        assertThat(warning()).contains("the log has another fact at position");
        assertThat(again.floor().state())
                .isEqualTo(other.room.auctioneer().floor().state());
    }

    @Test
    void anEmptyTableIsNoTrouble() throws SQLException {
        real.execute("delete from auction_snapshot");
        restartsAsTheLogSays();
        assertThat(warning()).isEqualTo("none");
    }

    @Test
    void aTableThatCannotBeReadIsNoObstacle() throws SQLException {
        real.execute("alter table auction_snapshot rename to auction_snapshot_away");
        restartsAsTheLogSays();
        assertThat(warning()).contains("the whole log is");
        real.execute("alter table auction_snapshot_away rename to auction_snapshot");
    }

    @Test
    void whatFollowsIsTheSameWithAndWithoutSnapshot() throws SQLException {
        stage.restart();
        String with = tail();
        real.execute("delete from auction_snapshot");
        stage.restart();
        assertThat(stage.room.auctioneer().floor().state()).isEqualTo(whole());
        assertThat(stage.say(stage.reply(2, "yes"))).as("was answered before").hasSize(1);
        assertThat(with).contains("BidAccepted");
    }

    /** The large bid still waits, the maximum still answers, the order still is known. */
    private String tail() {
        String yes = stage.say(stage.reply(2, "yes")).toString();
        stage.settled(stage.order(
                new LotOverride.Extend(Duration.ofSeconds(60)),
                Optional.empty(),
                Optional.of(new Decree("alice", "Sound."))));
        assertThat(stage.room.auctioneer().floor().lot(LOT_1).orElseThrow().price())
                .isEqualTo(eth("50"));
        return yes;
    }
}
