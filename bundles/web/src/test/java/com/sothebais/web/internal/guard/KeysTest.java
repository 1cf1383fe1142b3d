package com.sothebais.web.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sothebais.api.database.Database;
import com.sothebais.web.internal.SamplePlatform;
import com.sothebais.web.internal.SampleShow;
import com.sothebais.web.internal.answer.ErrorCode;
import com.sothebais.web.internal.answer.Refusal;
import com.sothebais.web.internal.guard.Keys.Claim;
import com.sothebais.web.internal.guard.Keys.Claim.Done;
import com.sothebais.web.internal.guard.Keys.Claim.First;
import com.sothebais.web.internal.guard.Keys.Claim.OtherBody;
import com.sothebais.web.internal.guard.Keys.Claim.Running;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys in PostgreSQL, and those in memory that other tests use. */
class KeysTest {
    private static final byte[] ANSWER = {1, 2, 3};
    private static TestPostgres postgres;

    private Instant now = SampleShow.START;
    private final SamplePlatform platform = new SamplePlatform(Path.of("hls"), "image/png", new byte[0]);

    @BeforeAll
    static void startDatabase() throws Exception {
        postgres = new TestPostgres();
    }

    @AfterAll
    static void stopDatabase() throws Exception {
        postgres.close();
    }

    @BeforeEach
    void emptyDatabase() throws SQLException {
        postgres.empty();
        platform.put(Database.class, postgres);
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "memory"})
    void theFirstAnswerIsGivenAgainForADay(String kind) {
        Keys keys = keys(kind);
        First first = (First) keys.claim(use("k", "a"));
        keys.finish(first.ticket(), 201, ANSWER);
        now = now.plus(Keys.KEPT).minusMillis(1);
        assertThat(keys.claim(use("k", "a"))).isInstanceOfSatisfying(Done.class, done -> {
            assertThat(done.status()).isEqualTo(201);
            assertThat(done.answer()).isEqualTo(ANSWER);
        });
        now = now.plusMillis(1);
        assertThat(keys.claim(use("k", "a"))).isInstanceOf(First.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "memory"})
    void aKeyBelongsToItsPersonMethodPathAndBody(String kind) {
        Keys keys = keys(kind);
        assertThat(keys.claim(use("k", "a"))).isInstanceOf(First.class);
        assertThat(keys.claim(use("k", "b"))).isInstanceOf(OtherBody.class);
        assertThat(keys.claim(new Keys.Use("other", "POST", "/api/x", "k", hash("a"))))
                .isInstanceOf(First.class);
        assertThat(keys.claim(new Keys.Use("admin", "PUT", "/api/x", "k", hash("a"))))
                .isInstanceOf(First.class);
        assertThat(keys.claim(new Keys.Use("admin", "POST", "/api/" + "y".repeat(5_000), "k", hash("a"))))
                .isInstanceOf(First.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "memory"})
    void aCallThatDiedMayBeRepeatedAfterItsTime(String kind) {
        Keys keys = keys(kind);
        First died = (First) keys.claim(use("k", "a"));
        now = now.plus(Keys.RUNNING_MAX).minusMillis(1);
        assertThat(keys.claim(use("k", "a"))).isEqualTo(new Running(SampleShow.START));
        now = now.plusMillis(1);
        First second = (First) keys.claim(use("k", "a"));
        keys.finish(died.ticket(), 500, ANSWER);
        assertThat(keys.claim(use("k", "a"))).isInstanceOf(Running.class);
        keys.finish(second.ticket(), 200, ANSWER);
        assertThat(keys.claim(use("k", "a"))).isInstanceOf(Done.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "memory"})
    void aReleasedKeyIsFreeAndALongAnswerIsNotKept(String kind) {
        Keys keys = keys(kind);
        keys.release(((First) keys.claim(use("k", "a"))).ticket());
        First again = (First) keys.claim(use("k", "b"));
        keys.finish(again.ticket(), 200, new byte[Keys.ANSWER_MAX_BYTES + 1]);
        assertThat(keys.claim(use("k", "b"))).isInstanceOfSatisfying(Done.class, done -> assertThat(done.answer())
                .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "memory"})
    void ofManyCallsAtTheSameMomentOneIsTheFirst(String kind) throws Exception {
        Keys keys = keys(kind);
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Claim>> calls = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                calls.add(() -> keys.claim(use("k", "a")));
            }
            int firsts = 0;
            for (Future<Claim> claim : callers.invokeAll(calls)) {
                firsts += claim.get() instanceof First ? 1 : 0;
            }
            assertThat(firsts).isEqualTo(1);
        } finally {
            callers.shutdown();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"table"})
    void anotherProcessGivesTheSameAnswerAndThrowsOldOnesAway(String kind) throws SQLException {
        First first = (First) keys(kind).claim(use("k", "a"));
        keys(kind).finish(first.ticket(), 200, ANSWER);
        assertThat(keys(kind).claim(use("k", "a"))).isInstanceOf(Done.class);
        now = now.plus(Keys.KEPT);
        keys(kind).claim(use("other", "a"));
        assertThat(postgres.count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"table"})
    void withoutADatabaseNothingWithAKeyRuns(String kind) {
        platform.remove(Database.class);
        assertThatThrownBy(() -> keys(kind).claim(use("k", "a")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.PART_UNAVAILABLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "memory"})
    void theGuardActsOnceAndSaysWhatIsInTheWay(String kind) {
        Guard guard = new Guard(platform, 100, keys(kind), () -> now);
        List<String> acts = new ArrayList<>();
        Answer first = guard.change(call("k"), body("{\"a\":1}"), fields -> act(acts));
        Answer second = guard.change(call("k"), body("{\"a\":1}"), fields -> act(acts));
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(List.of(first.replayed(), second.replayed())).containsExactly(false, true);
        refused(ErrorCode.KEY_REUSED, () -> guard.change(call("k"), body("{\"a\":2}"), fields -> act(acts)));
        assertThat(acts).hasSize(1);

        guard.change(call("nested"), body("{}"), fields -> {
            refused(ErrorCode.KEY_IN_USE, () -> guard.change(call("nested"), body("{}"), again -> act(acts)));
            return "done";
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "memory"})
    void aRefusalFreesTheKeyAndABreakdownKeepsIt(String kind) {
        Guard guard = new Guard(platform, 100, keys(kind), () -> now);
        refused(
                ErrorCode.CONFLICT,
                () -> guard.change(call("k"), body("{}"), fields -> {
                    throw new Refusal(ErrorCode.CONFLICT, "Not now.");
                }));
        assertThatThrownBy(() -> guard.change(call("k"), body("{}"), fields -> {
                    throw new IllegalStateException("half-way");
                }))
                .isInstanceOf(IllegalStateException.class);
        refused(ErrorCode.KEY_IN_USE, () -> guard.change(call("k"), body("{}"), fields -> "done"));
        now = now.plus(Keys.RUNNING_MAX);
        assertThat(guard.change(call("k"), body("{}"), fields -> "done").replayed())
                .isFalse();
    }

    private static void refused(ErrorCode code, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }

    private Keys keys(String kind) {
        return kind.equals("table") ? new TableKeys(platform, () -> now) : new MemoryKeys(() -> now);
    }

    private static Keys.Use use(String key, String body) {
        return new Keys.Use("admin", "POST", "/api/x", key, hash(body));
    }

    private static String hash(String body) {
        return BodyHash.of(body.getBytes(StandardCharsets.UTF_8));
    }

    private static String act(List<String> acts) {
        acts.add("");
        return String.valueOf(acts.size());
    }

    private static Call call(String key) {
        return new Call(
                new Call.Site(Optional.empty(), Optional.empty(), Optional.of("localhost")),
                Optional.of("application/json"),
                Optional.of(SamplePlatform.TOKEN),
                Optional.of(key),
                "10.0.0.1",
                "POST",
                "/api/host/say");
    }

    private static ByteArrayInputStream body(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
