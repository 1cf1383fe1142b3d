package com.sothebais.stream.scene;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Speech.Mouth;
import com.sothebais.api.auction.Outcome;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Content.Figure;
import com.sothebais.api.stream.Content.Picture;
import com.sothebais.api.stream.Content.Text;
import com.sothebais.api.stream.Content.Ticker;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Scene.Element;
import com.sothebais.api.stream.Size;
import com.sothebais.stream.scene.HostPose.Caption;
import com.sothebais.stream.testing.Composers;
import com.sothebais.stream.testing.ShowFacts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SceneComposerTest {
    private static final Instant LIVE = ShowFacts.LIVE;
    private static final HostPose QUIET = new HostPose(new Figure(Mood.CALM, Mouth.CLOSED, 0, 0, 0), Optional.empty());

    private final SceneComposer composer = Composers.of(Size.HD);
    private final ShowFacts facts = new ShowFacts();

    @Nested
    class WithoutASession {
        @Test
        void welcomesBeforeAnythingIsKnown() {
            Scene scene = at(LIVE);

            assertThat(text(scene, "next.title")).isEqualTo("WELCOME");
            assertThat(find(scene, "badge")).isEmpty();
            assertThat(find(scene, "host.figure")).isPresent();
        }

        @Test
        void announcesTheNextShowInItsOwnZone() {
            facts.announced();
            Scene scene = at(LIVE.minusSeconds(3_600));

            assertThat(text(scene, "next.title")).isEqualTo("NEXT SHOW");
            assertThat(text(scene, "next.day")).isEqualTo("Saturday 21 November, 14:00 EST");
            assertThat(text(scene, "next.clock")).isEqualTo("1:00:00");
            assertThat(content(scene, "artwork")).isInstanceOf(Picture.class);
        }

        @Test
        void thanksAfterTheLastSession() {
            facts.announced().moved(SessionPhase.POST, SessionPhase.ENDED, LIVE.plusSeconds(200));

            assertThat(text(at(LIVE.plusSeconds(201)), "next.title")).isEqualTo("THANK YOU FOR WATCHING");
        }
    }

    @Nested
    class BeforeTheFirstLot {
        @Test
        void countsDownToTheOpeningAndListsTheLots() {
            facts.announced().moved(SessionPhase.PLANNED, SessionPhase.PRE, ShowFacts.PRE);
            Scene scene = at(LIVE.minusMillis(11_500));

            assertThat(text(scene, "badge")).isEqualTo("PRE");
            assertThat(text(scene, "clock.label")).isEqualTo("OPENS IN");
            assertThat(text(scene, "clock")).isEqualTo("00:12");
            assertThat(text(scene, "price.label")).isEqualTo("STARTING BID");
            assertThat(text(scene, "list.1.name")).isEqualTo("2  Harbour of Glass");
        }
    }

    @Nested
    class WhileALotIsOpen {
        @Test
        void showsLotPriceLeaderNextBidRuleAndTime() {
            facts.announced().open().bid(ShowFacts.FIRST, "lena", "2.5", LIVE.plusSeconds(5));
            Scene scene = at(LIVE.plusSeconds(6));

            assertThat(text(scene, "badge")).isEqualTo("LIVE");
            assertThat(text(scene, "lot.number")).isEqualTo("LOT 1 OF 2");
            assertThat(text(scene, "lot.title")).isEqualTo("Neon Koi at Midnight");
            assertThat(text(scene, "lot.artist")).isEqualTo("by Mara Lindqvist");
            assertThat(text(scene, "price.label")).isEqualTo("CURRENT BID");
            assertThat(text(scene, "price")).isEqualTo("2.5 ETH");
            assertThat(text(scene, "lot.leader")).isEqualTo("@lena leads");
            assertThat(text(scene, "lot.next")).isEqualTo("Next bid from 2.6 ETH");
            assertThat(text(scene, "reserve")).isEqualTo("RESERVE MET");
            assertThat(text(scene, "clock")).isEqualTo("00:39");
            assertThat(text(scene, "lot.rule")).startsWith("A bid in the last 15 s: ends 15 s after it. ");
        }

        @Test
        void printsTheClosingRuleAsItIsPublished() {
            facts.announced().open();
            Scene scene = at(LIVE.plusSeconds(6));

            assertThat(text(scene, "lot.rule")).endsWith(" Bids posted before zero count if they reach us within 5 s.");
        }

        @Test
        void saysThatTheReserveIsNotMetAndNeverWhatItIs() {
            facts.announced().open().bid(ShowFacts.FIRST, "kai", "1.8", LIVE.plusSeconds(5));
            Scene scene = at(LIVE.plusSeconds(6));

            assertThat(text(scene, "reserve")).isEqualTo("RESERVE NOT MET");
            assertThat(texts(scene)).doesNotContain("2 ETH");
        }

        @Test
        void saysHowToBidUntilSomebodyDoes() {
            facts.announced().open();
            assertThat(text(at(LIVE.plusSeconds(1)), "list.hint")).isEqualTo("Post \"@sothebais bid 0.5 ETH\"");

            facts.bid(ShowFacts.FIRST, "kai", "1.8", LIVE.plusSeconds(1));
            assertThat(find(at(LIVE.plusSeconds(2)), "list.hint")).isEmpty();
        }

        @Test
        void listsTheNewestVerdictsWithTheirReasons() {
            facts.announced()
                    .open()
                    .bid(ShowFacts.FIRST, "kai", "1.8", LIVE.plusSeconds(1))
                    .refused(ShowFacts.FIRST, "poor", "2", Reason.NEEDS_FUNDS, LIVE.plusSeconds(2));
            Scene scene = at(LIVE.plusSeconds(3));

            assertThat(text(scene, "list.0.name")).isEqualTo("@poor");
            assertThat(text(scene, "list.0.verdict")).isEqualTo("needs a deposit");
            assertThat(text(scene, "list.1.amount")).isEqualTo("1.8 ETH");
            assertThat(text(scene, "list.1.verdict")).isEqualTo("accepted");
        }

        @Test
        void everyReasonHasItsWords() {
            facts.announced().open();
            for (Reason reason : Reason.values()) {
                facts.refused(ShowFacts.FIRST, "any", "1", reason, LIVE.plusSeconds(1));
                assertThat(text(at(LIVE.plusSeconds(1)), "list.0.verdict"))
                        .isNotBlank()
                        .doesNotContain("_");
            }
        }

        @Test
        void theClockIsRedInTheLastTenSeconds() {
            facts.announced().open();

            assertThat(color(at(LIVE.plusSeconds(34)), "clock")).isEqualTo(0xFFF6F1E5);
            assertThat(color(at(LIVE.plusSeconds(35)), "clock")).isEqualTo(0xFFFF6459);
        }

        @Test
        void announcesAnExtensionForSomeSeconds() {
            Instant extended = LIVE.plusSeconds(40);
            facts.announced()
                    .open()
                    .extended(ShowFacts.FIRST, LIVE.plus(ShowFacts.LOT), extended.plusSeconds(15), extended);

            assertThat(text(at(extended.plusSeconds(1)), "clock.notice")).isEqualTo("EXTENDED");
            assertThat(text(at(extended.plusSeconds(1)), "clock")).isEqualTo("00:14");
            assertThat(text(at(extended.plusSeconds(7)), "clock.label")).isEqualTo("ENDS IN");
        }

        @Test
        void standsStillWhileTheLotIsPaused() {
            facts.announced().open().paused(ShowFacts.FIRST, LIVE.plusSeconds(20));

            assertThat(text(at(LIVE.plusSeconds(300)), "clock.notice")).isEqualTo("PAUSED");
            assertThat(text(at(LIVE.plusSeconds(300)), "clock")).isEqualTo("00:25");
        }

        @Test
        void waitsForTheVerdictAtZero() {
            facts.announced().open();
            Scene scene = at(LIVE.plus(ShowFacts.LOT).plusSeconds(1));

            assertThat(text(scene, "clock")).isEqualTo("00:00");
            assertThat(text(scene, "clock.label")).isEqualTo("CLOSING");
        }
    }

    @Nested
    class AfterALot {
        private final Instant closed = LIVE.plus(ShowFacts.LOT);

        @Test
        void showsWhoGotItThenTheNextLot() {
            facts.announced()
                    .open()
                    .bid(ShowFacts.FIRST, "lena", "3.2", LIVE.plusSeconds(5))
                    .sold(ShowFacts.FIRST, "lena", "3.2", closed);

            Scene result = at(closed.plusSeconds(2));
            assertThat(text(result, "badge")).isEqualTo("SOLD");
            assertThat(text(result, "lot.leader")).isEqualTo("SOLD to @lena");
            assertThat(text(result, "price")).isEqualTo("3.2 ETH");
            assertThat(text(result, "lot.next")).isEqualTo("Settling on chain …");
            assertThat(text(result, "clock.label")).isEqualTo("NEXT LOT IN");
            assertThat(text(result, "clock")).isEqualTo("00:04");

            Scene next = at(closed.plus(Program.RESULT_SHOWN));
            assertThat(text(next, "lot.title")).isEqualTo("Harbour of Glass");
            assertThat(text(next, "clock.label")).isEqualTo("ANY MOMENT");
        }

        @Test
        void showsTheSettlementOnceItIsConfirmed() {
            facts.announced()
                    .open()
                    .sold(ShowFacts.FIRST, "lena", "3.2", closed)
                    .settled(ShowFacts.FIRST, closed);

            assertThat(text(at(closed.plusSeconds(1)), "lot.next")).startsWith("Settled on chain  0x12ab");
        }

        @Test
        void saysWhyALotIsReturned() {
            facts.announced().open().returned(ShowFacts.FIRST, Outcome.Cause.RESERVE_NOT_MET, closed);
            Scene scene = at(closed.plusSeconds(1));

            assertThat(text(scene, "badge")).isEqualTo("CLOSED");
            assertThat(text(scene, "lot.leader")).isEqualTo("Returned to the seller");
            assertThat(text(scene, "lot.next")).isEqualTo("Reserve not met");
        }

        @Test
        void postShowsTheResultOfEveryLot() {
            Instant end = closed.plusSeconds(60);
            facts.announced()
                    .open()
                    .sold(ShowFacts.FIRST, "lena", "3.2", closed)
                    .opened(ShowFacts.SECOND, closed.plusSeconds(6))
                    .returned(ShowFacts.SECOND, Outcome.Cause.NO_BIDS, end)
                    .moved(SessionPhase.LIVE, SessionPhase.POST, end);
            Scene scene = at(end.plusSeconds(10));

            assertThat(text(scene, "badge")).isEqualTo("POST");
            assertThat(text(scene, "list.title")).isEqualTo("RESULTS");
            assertThat(text(scene, "list.0.verdict")).isEqualTo("@lena");
            assertThat(text(scene, "list.1.verdict")).isEqualTo("returned");
        }
    }

    @Nested
    class Always {
        @Test
        void captionsAreShownBesideTheHostWithoutWhatCouldDisturbThem() {
            facts.announced().open();
            HostPose speaking = new HostPose(
                    QUIET.figure(),
                    Optional.of(new Caption("Vivienne", "Hello\u202E \n there \u0007" + "x".repeat(400))));
            Scene scene = composer.compose(facts.stage(), speaking, LIVE.plusSeconds(1), 0);

            assertThat(text(scene, "caption.speaker")).isEqualTo("Vivienne");
            assertThat(text(scene, "caption.text"))
                    .startsWith("Hello there xxx")
                    .endsWith("…")
                    .hasSize(260);
        }

        @Test
        void theTickerSaysHowToBidAndMovesEvenly() {
            facts.announced().open();
            Ticker first = (Ticker) content(composer.compose(facts.stage(), QUIET, LIVE, 10), "ticker");
            Ticker next = (Ticker) content(composer.compose(facts.stage(), QUIET, LIVE, 11), "ticker");

            assertThat(first.text()).contains("Winter Light").contains("post \"@sothebais bid 2.5 ETH\"");
            assertThat(next.offsetPixels() - first.offsetPixels()).isEqualTo(2);
        }

        @Test
        void onlyTheTickerChangesFromOneQuietFrameToTheNext() {
            facts.announced().open().bid(ShowFacts.FIRST, "kai", "1.8", LIVE.plusSeconds(1));
            composer.compose(facts.stage(), QUIET, LIVE.plusMillis(2_000), 0);
            Scene before = composer.compose(facts.stage(), QUIET, LIVE.plusMillis(2_010), 400);
            Scene after = composer.compose(facts.stage(), QUIET, LIVE.plusMillis(2_043), 401);

            assertThat(Damage.between(before, after)).containsExactly(new Area(0, 680, 1280, 36));
        }

        @Test
        void idsAreUniqueAndTextsOfAQuadrantDoNotOverlap() {
            facts.announced().open().bid(ShowFacts.FIRST, "kai", "1.8", LIVE.plusSeconds(1));
            for (Size size : List.of(Size.HD, Size.FULL_HD)) {
                Scene scene = Composers.of(size).compose(facts.stage(), QUIET, LIVE.plusSeconds(2), 60);
                List<Element> words = scene.elements().stream()
                        .filter(element -> element.content() instanceof Text)
                        .toList();

                assertThat(scene.elements()).extracting(Element::id).doesNotHaveDuplicates();
                for (int i = 0; i < words.size(); i++) {
                    for (int j = i + 1; j < words.size(); j++) {
                        assertThat(words.get(i).area().touches(words.get(j).area()))
                                .as(words.get(i).id() + " and " + words.get(j).id())
                                .isFalse();
                    }
                }
            }
        }
    }

    private Scene at(Instant now) {
        return composer.compose(facts.stage(), QUIET, now, 0);
    }

    private static Optional<Element> find(Scene scene, String id) {
        return scene.elements().stream()
                .filter(element -> element.id().equals(id))
                .findFirst();
    }

    private static Object content(Scene scene, String id) {
        return find(scene, id)
                .orElseThrow(() -> new AssertionError("no element " + id))
                .content();
    }

    private static String text(Scene scene, String id) {
        return ((Text) content(scene, id)).text();
    }

    private static int color(Scene scene, String id) {
        return ((Text) content(scene, id)).style().color();
    }

    private static List<String> texts(Scene scene) {
        return scene.elements().stream()
                .filter(element -> element.content() instanceof Text)
                .map(element -> ((Text) element.content()).text())
                .toList();
    }
}
