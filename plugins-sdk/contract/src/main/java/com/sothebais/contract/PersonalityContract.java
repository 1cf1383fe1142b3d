package com.sothebais.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.agent.Line;
import com.sothebais.api.agent.Moment;
import com.sothebais.api.agent.Moment.Kind;
import com.sothebais.api.agent.Personality;
import com.sothebais.api.auction.Outcome;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.AccountId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every personality must do. A plugin's test extends this and gives its personality. */
public abstract class PersonalityContract {
    private static final Duration LINE_MAX = Duration.ofSeconds(2);
    private static final int SPEECH_CHARACTERS_MAX = 160;
    private static final int REPLY_CHARACTERS_MAX = 240;
    private static final int TIMES = 12;
    private static final int ECHO_WORDS = 5;
    private static final int THREADS = 4;

    private static final Pattern SLOT = Pattern.compile("\\{([a-z]+)}");
    private static final Pattern LINK =
            Pattern.compile("https?:|www\\.|\\b[\\w-]+\\.(?:com|io|eth|xyz|example)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern HANDLE = Pattern.compile("@(?!\\{)");
    private static final Pattern ADVICE = Pattern.compile(
            "\\b(?:you should (?:buy|bid)|a steal|good investment|will be worth|bargain)\\b", Pattern.CASE_INSENSITIVE);

    private static final Map<String, String> FACTS = Map.ofEntries(
            Map.entry("campaign", "Night Garden"),
            Map.entry("lot", "7"),
            Map.entry("title", "Neon Koi"),
            Map.entry("artist", "Mira Vale"),
            Map.entry("story", "Painted in one night."),
            Map.entry("price", "2.6 ETH"),
            Map.entry("next", "2.7 ETH"),
            Map.entry("amount", "2.6 ETH"),
            Map.entry("leader", "neon_koi"),
            Map.entry("outbid", "hurricane7"),
            Map.entry("seconds", "30"),
            Map.entry("bids", "4"));

    /** The personality under test. */
    protected abstract Personality personality();

    /** Texts somebody says to the host to make it misbehave. */
    protected abstract List<String> injections();

    @Test
    void hasANameAndACharacter() {
        assertThat(personality().name()).matches("[a-z0-9-]{1,30}");
        assertThat(personality().character().name()).isNotBlank();
        assertThat(personality().character().introduction()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void findsWordsForEveryKindOfMoment(Kind kind) {
        assertThat(lines(moment(kind, FACTS))).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void usesOnlyTheFactsThereAre(Kind kind) {
        for (String missing : FACTS.keySet()) {
            Map<String, String> facts = new HashMap<>(FACTS);
            facts.remove(missing);
            lines(moment(kind, facts)).forEach(line -> assertAllowed(line, moment(kind, facts)));
        }
        lines(moment(kind, Map.of())).forEach(line -> assertAllowed(line, moment(kind, Map.of())));
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void alwaysAnswersARefusedBid(Reason reason) {
        for (Map<String, String> known : List.of(FACTS, Map.<String, String>of())) {
            Map<String, String> facts = new HashMap<>(known);
            facts.put("reason", reason.name());
            Moment moment = moment(Kind.BID_REFUSED, facts);
            Optional<Line> line = personality().line(moment);
            assertThat(line).isPresent();
            assertAllowed(line.get(), moment);
        }
    }

    @ParameterizedTest
    @EnumSource(Outcome.Cause.class)
    void speaksOfALotThatIsNotSold(Outcome.Cause cause) {
        Map<String, String> facts = new HashMap<>(FACTS);
        facts.put("reason", cause.name());
        assertThat(lines(moment(Kind.RETURNED, facts))).isNotEmpty().allSatisfy(line -> assertThat(line.template())
                .doesNotContain(cause.name()));
    }

    @Test
    void isNotMovedByWhatIsSaidToIt() {
        assertThat(injections()).isNotEmpty();
        for (String attack : injections()) {
            Moment moment = new Moment(Kind.CHAT, FACTS, Optional.of(mallory()), Optional.of(attack));
            for (Line line : lines(moment)) {
                assertAllowed(line, moment);
                assertNoEcho(line.template(), attack);
                assertThat(line.template()).doesNotContainIgnoringCase("pwned").doesNotContainIgnoringCase("mallory");
            }
        }
    }

    @Test
    void answersWithinTwoSeconds() {
        long begun = System.nanoTime();
        personality().line(moment(Kind.SOLD, FACTS));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LINE_MAX);
    }

    @Test
    void servesSeveralThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<List<Line>>> calls = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                calls.add(() -> lines(moment(Kind.NEW_LEADER, FACTS)));
            }
            for (Future<List<Line>> said : threads.invokeAll(calls)) {
                assertThat(said.get()).isNotEmpty();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Line> lines(Moment moment) {
        return Stream.generate(() -> personality().line(moment))
                .limit(TIMES)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Moment moment(Kind kind, Map<String, String> facts) {
        return kind.reply()
                ? new Moment(kind, facts, Optional.of(mallory()), Optional.of("hello, how do I bid?"))
                : new Moment(kind, facts, Optional.empty(), Optional.empty());
    }

    private static void assertAllowed(Line line, Moment moment) {
        String template = line.template();
        List<String> slots =
                SLOT.matcher(template).results().map(found -> found.group(1)).toList();
        assertThat(moment.facts().keySet()).as(template).containsAll(slots);
        String words = SLOT.matcher(template).replaceAll("{}");
        assertThat(words).isNotBlank().doesNotContainPattern("\\p{N}");
        assertThat(template)
                .doesNotContainPattern(LINK)
                .doesNotContainPattern(HANDLE)
                .doesNotContainPattern(ADVICE);
        assertThat(template.replaceAll("\\{[a-z]+}", "")).doesNotContain("{", "}");
        String filled = SLOT.matcher(template).replaceAll(found -> filling(found, moment));
        assertThat(filled.length())
                .as(filled)
                .isLessThanOrEqualTo(moment.kind().reply() ? REPLY_CHARACTERS_MAX : SPEECH_CHARACTERS_MAX);
    }

    private static String filling(MatchResult slot, Moment moment) {
        return java.util.regex.Matcher.quoteReplacement(moment.facts().get(slot.group(1)));
    }

    /** No five words in a row of what was said come back. */
    private static void assertNoEcho(String line, String attack) {
        List<String> words = Arrays.stream(attack.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        String said = " " + String.join(" ", line.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) + " ";
        for (int i = 0; i + ECHO_WORDS <= words.size(); i++) {
            assertThat(said).doesNotContain(" " + String.join(" ", words.subList(i, i + ECHO_WORDS)) + " ");
        }
    }

    private static Account mallory() {
        return new Account(new AccountId("sandbox", "66"), "mallory", "Host (official)");
    }
}
