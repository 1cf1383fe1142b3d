package com.sothebais.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.identity.Admins.AdminSession;
import com.sothebais.api.identity.Admins.LoginFailure;
import com.sothebais.api.identity.Admins.LoginResult;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RealmAdminsTest {
    private static final Duration IDLE = Duration.ofHours(8);

    private Instant now = Instant.parse("2026-11-20T18:00:00Z");
    private final InstantSource clock = () -> now;
    private final AtomicInteger asked = new AtomicInteger();
    private boolean realmDown;
    private final Guesses guesses = new Guesses(clock);
    private final Sessions sessions = new Sessions(IDLE, clock, new SecureRandom());
    private final RealmAdmins admins = new RealmAdmins(this::admits, guesses, sessions);

    private boolean admits(String name, char[] password) {
        asked.incrementAndGet();
        if (realmDown) {
            throw new RealmException("realm 'karaf' is not there", null);
        }
        return name.equals("admin") && new String(password).equals("right");
    }

    @Nested
    class Logins {
        @Test
        void theRightPasswordOpensASession() {
            LoginResult result = login("right");
            assertThat(result.failure()).isEmpty();
            AdminSession session = result.session().orElseThrow();
            assertThat(session.name()).isEqualTo("admin");
            assertThat(session.expires()).isEqualTo(now.plus(IDLE));
            assertThat(admins.session(session.token())).contains(session);
        }

        @Test
        void aWrongPasswordOrNameOpensNone() {
            assertThat(login("wrong").failure()).contains(LoginFailure.WRONG_NAME_OR_PASSWORD);
            assertThat(admins.login("root", "right".toCharArray(), "there").failure())
                    .contains(LoginFailure.WRONG_NAME_OR_PASSWORD);
            assertThat(sessions.count()).isZero();
        }

        @Test
        void absurdlyLongInputIsNobodysAndIsNotEvenTried() {
            assertThat(admins.login("a".repeat(RealmAdmins.NAME_MAX + 1), "right".toCharArray(), "x")
                            .session())
                    .isEmpty();
            assertThat(admins.login("admin", new char[RealmAdmins.PASSWORD_MAX + 1], "x")
                            .session())
                    .isEmpty();
            assertThat(asked).hasValue(0);
        }

        @Test
        void aBrokenRealmLetsNobodyInAndSaysSo() {
            realmDown = true;
            assertThat(login("right").session()).isEmpty();
            assertThat(admins.trouble()).get().asString().contains("realm 'karaf'");
            realmDown = false;
            assertThat(login("right").session()).isPresent();
            assertThat(admins.trouble()).isEmpty();
        }
    }

    @Nested
    class Guessing {
        @Test
        void aNameIsLockedAfterFiveFailuresFromAnywhere() {
            for (int i = 0; i < Guesses.FAILURES_MAX; i++) {
                admins.login("admin", "wrong".toCharArray(), "address " + i);
            }
            assertThat(admins.login("admin", "right".toCharArray(), "another").failure())
                    .contains(LoginFailure.LOCKED);
            assertThat(asked).hasValue(Guesses.FAILURES_MAX);
        }

        @Test
        void anAddressIsLockedAfterFiveFailuresWithAnyName() {
            for (int i = 0; i < Guesses.FAILURES_MAX; i++) {
                admins.login("name " + i, "wrong".toCharArray(), "here");
            }
            assertThat(login("right").failure()).contains(LoginFailure.LOCKED);
            assertThat(admins.login("admin", "right".toCharArray(), "elsewhere").session())
                    .isPresent();
        }

        @Test
        void theLockEndsAfterAMinute() {
            IntStream.range(0, Guesses.FAILURES_MAX).forEach(i -> login("wrong"));
            now = now.plus(Guesses.LOCK).minusMillis(1);
            assertThat(login("right").failure()).contains(LoginFailure.LOCKED);
            now = now.plusMillis(1);
            assertThat(login("right").session()).isPresent();
        }

        @Test
        void knockingWhileLockedDoesNotProlongTheLock() {
            IntStream.range(0, Guesses.FAILURES_MAX).forEach(i -> login("wrong"));
            now = now.plusSeconds(50);
            login("wrong");
            now = now.plusSeconds(10);
            assertThat(login("right").session()).isPresent();
        }

        @Test
        void aRightPasswordForgetsTheWrongOnes() {
            for (int i = 0; i < 3; i++) {
                IntStream.range(0, Guesses.FAILURES_MAX - 1).forEach(j -> login("wrong"));
                assertThat(login("right").session()).isPresent();
            }
        }

        @Test
        void manyAtOnceCountBeforeTheyAreAnswered() {
            long allowed = IntStream.range(0, 100)
                    .filter(i -> guesses.begin("admin", "here"))
                    .count();
            assertThat(allowed).isEqualTo(Guesses.FAILURES_MAX);
        }

        @Test
        void memoryIsBoundedWhateverIsGuessed() {
            IntStream.range(0, 20_000).forEach(i -> guesses.begin("name " + i, "address " + i));
            assertThat(guesses.remembered()).isEqualTo(Guesses.KEYS_MAX);
        }
    }

    @Nested
    class LiveSessions {
        @Test
        void everyUseMovesTheEndOn() {
            String token = token();
            now = now.plus(IDLE).minusSeconds(1);
            assertThat(admins.session(token))
                    .get()
                    .extracting(AdminSession::expires)
                    .isEqualTo(now.plus(IDLE));
            now = now.plus(IDLE).minusSeconds(1);
            assertThat(admins.session(token)).isPresent();
        }

        @Test
        void anUnusedSessionEnds() {
            String token = token();
            now = now.plus(IDLE);
            assertThat(admins.session(token)).isEmpty();
            assertThat(sessions.count()).isZero();
        }

        @Test
        void noSessionOutlivesItsLongestLife() {
            String token = token();
            Instant opened = now;
            for (int i = 1; i <= 3; i++) {
                now = opened.plus(Duration.ofHours(7L * i));
                assertThat(admins.session(token)).isPresent();
            }
            assertThat(admins.session(token).orElseThrow().expires()).isEqualTo(opened.plus(Sessions.LIFE_MAX));
            now = opened.plus(Sessions.LIFE_MAX);
            assertThat(admins.session(token)).isEmpty();
        }

        @Test
        void logoutEndsIt() {
            String token = token();
            admins.logout(token);
            assertThat(admins.session(token)).isEmpty();
        }

        @Test
        void tokensAreLongAndNeverTheSame() {
            Set<String> tokens = new HashSet<>();
            IntStream.range(0, 100).forEach(i -> tokens.add(token()));
            assertThat(tokens).hasSize(100).allMatch(token -> token.matches("[A-Za-z0-9_-]{43}"));
        }

        @Test
        void aMadeUpTokenIsNobodys() {
            token();
            assertThat(admins.session("")).isEmpty();
            assertThat(admins.session("x".repeat(43))).isEmpty();
        }

        @Test
        void theLeastUsedSessionGivesWayToTheNewest() {
            String first = token();
            String second = token();
            IntStream.range(2, Sessions.COUNT_MAX).forEach(i -> sessions.open("admin"));
            admins.session(first);
            String newest = sessions.open("admin").token();

            assertThat(sessions.count()).isEqualTo(Sessions.COUNT_MAX);
            assertThat(admins.session(second)).isEmpty();
            assertThat(admins.session(first)).isPresent();
            assertThat(admins.session(newest)).isPresent();
        }

        private String token() {
            return Optional.of(login("right"))
                    .flatMap(LoginResult::session)
                    .orElseThrow()
                    .token();
        }
    }

    private LoginResult login(String password) {
        return admins.login("admin", password.toCharArray(), "here");
    }
}
