package com.sothebais.stream.scene;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Speech.Mouth;
import com.sothebais.api.auction.CampaignId;
import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Content.Align;
import com.sothebais.api.stream.Content.Code;
import com.sothebais.api.stream.Content.Figure;
import com.sothebais.api.stream.Content.Picture;
import com.sothebais.api.stream.Content.Weight;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Scene.Element;
import com.sothebais.api.stream.Size;
import com.sothebais.stream.layout.Binding;
import com.sothebais.stream.layout.BundledLayout;
import com.sothebais.stream.layout.Item;
import com.sothebais.stream.layout.Item.Column;
import com.sothebais.stream.layout.Item.Columns;
import com.sothebais.stream.layout.Item.Look;
import com.sothebais.stream.layout.Item.Tones;
import com.sothebais.stream.layout.Layout;
import com.sothebais.stream.layout.Layout.Frame;
import com.sothebais.stream.layout.Layout.Region;
import com.sothebais.stream.layout.Layouts;
import com.sothebais.stream.layout.Tint;
import com.sothebais.stream.layout.When;
import com.sothebais.stream.testing.Composers;
import com.sothebais.stream.testing.ShowFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompositionTest {
    private static final Instant LIVE = ShowFacts.LIVE;
    private static final HostPose QUIET = new HostPose(new Figure(Mood.CALM, Mouth.CLOSED, 0, 0, 0), Optional.empty());
    private static final HostPose BLINKING =
            new HostPose(new Figure(Mood.CALM, Mouth.CLOSED, 500, 0, 0), Optional.empty());

    /** A frame after the movement over the artwork. */
    private static final long ARTWORK_RESTS = 400;

    private final SceneComposer composer = Composers.of(Size.HD);
    private final ShowFacts facts = new ShowFacts()
            .announced()
            .open()
            .bid(ShowFacts.FIRST, "kai", "1.8", LIVE.plusSeconds(1))
            .bid(ShowFacts.FIRST, "lena", "1.9", LIVE.plusSeconds(2));

    @Test
    void fromFrameToFrameOnlyTheTickerAndTheHostAreNewObjects() {
        composer.compose(facts.stage(), QUIET, LIVE.plusMillis(3_000), 0);
        Scene before = composer.compose(facts.stage(), QUIET, LIVE.plusMillis(3_010), ARTWORK_RESTS);
        Scene after = composer.compose(facts.stage(), BLINKING, LIVE.plusMillis(3_043), ARTWORK_RESTS + 1);

        assertThat(fresh(before, after)).containsExactlyInAnyOrder("ticker", "host.figure");
        Scene same = composer.compose(facts.stage(), BLINKING, LIVE.plusMillis(3_076), ARTWORK_RESTS + 1);
        assertThat(same).isSameAs(after);
    }

    @Test
    void whenTheClockMovesOnNothingElseIsNew() {
        Scene before = composer.compose(facts.stage(), QUIET, LIVE.plusMillis(3_990), 90);
        Scene after = composer.compose(facts.stage(), QUIET, LIVE.plusMillis(4_010), 90);

        assertThat(fresh(before, after)).containsExactlyInAnyOrder("clock", "clock.bar");
    }

    @Test
    void aBidRenewsWhatItChanges() {
        Scene before = composer.compose(facts.stage(), QUIET, LIVE.plusMillis(3_100), 90);
        facts.bid(ShowFacts.FIRST, "mia", "2.5", LIVE.plusMillis(3_110));
        Scene after = composer.compose(facts.stage(), QUIET, LIVE.plusMillis(3_130), 90);

        assertThat(fresh(before, after))
                .contains("price", "lot.leader", "lot.next", "reserve", "list.0.name")
                .doesNotContain("lot.title", "artwork", "clock", "background", "lot.rule", "list.title");
    }

    @Test
    void aSceneIsTheSameWhicheverWayItWasReached() {
        Stage stage = facts.stage();
        for (int i = 0; i < 2_000; i += 7) {
            Instant now = LIVE.plusMillis(i * 60L);
            assertThat(still(composer.compose(stage, QUIET, now, i)))
                    .isEqualTo(still(Composers.of(Size.HD).compose(stage, QUIET, now, i)));
        }
        assertThat(still(composer.compose(stage, QUIET, LIVE.plusSeconds(1), 3)))
                .isEqualTo(still(Composers.of(Size.HD).compose(stage, QUIET, LIVE.plusSeconds(1), 3)));
    }

    /** Without the movement over artwork, which begins when the artwork comes on. */
    private static List<Element> still(Scene scene) {
        return scene.elements().stream()
                .map(element -> element.content() instanceof Picture picture
                        ? new Element(
                                element.id(), element.area(), new Picture(picture.asset(), picture.cornerRadius()))
                        : element)
                .toList();
    }

    @Test
    void theWalletPageIsACodeWhileTheFirstBidIsAwaited() {
        Stage open = new ShowFacts().announced().open().stage();
        Scene scene = Composers.withWallet(Size.HD).compose(open, QUIET, LIVE.plusSeconds(1), 0);

        assertThat(scene.elements())
                .filteredOn(element -> element.content() instanceof Code)
                .extracting(Element::id)
                .containsExactly("list.code");
        assertThat(composer.compose(open, QUIET, LIVE.plusSeconds(1), 0).elements())
                .noneMatch(element -> element.content() instanceof Code);
    }

    @Test
    void aLayoutThatCannotBeComposedGivesWayToTheOneThatIsLeft() {
        Layout bundled = new BundledLayout().layout();
        Frame frame = new Frame("x", new Area(0, 0, 5, 5), When.ALWAYS, Optional.empty());
        // The reader refuses rows that do not fit; past it, their height is negative.
        Look look = new Look(Weight.REGULAR, 20, Tint.of(0), Align.LEFT, 1);
        Column column = new Column(0, 5, look);
        Item impossible = new Item.Rows(
                frame, Binding.LIST_NOW, 4, 90, new Columns(column, column, column), new Tones(0, 0, 0, 0, 0, 0));
        List<Exception> reported = new ArrayList<>();
        Layouts layouts = new Layouts() {
            private Layout current = new Layout(
                    "broken", Size.HD, new Layout.Background(0, 0), List.of(new Region(frame, List.of(impossible))));

            @Override
            public Layout current(Optional<CampaignId> campaign) {
                return current;
            }

            @Override
            public Layout failed(Layout layout, RuntimeException why) {
                reported.add(why);
                current = bundled;
                return bundled;
            }
        };
        SceneComposer failing = new SceneComposer(
                new Screen(Size.HD, 30), layouts, new Venue("sothebais", Optional.empty()), Playing.NOTHING);

        Scene scene = failing.compose(facts.stage(), QUIET, LIVE.plusSeconds(3), 0);

        assertThat(scene.elements()).extracting(Element::id).contains("price");
        assertThat(reported).hasSize(1);
    }

    private static List<String> fresh(Scene before, Scene after) {
        return after.elements().stream()
                .filter(element -> before.elements().stream().noneMatch(was -> was == element))
                .map(Element::id)
                .toList();
    }
}
