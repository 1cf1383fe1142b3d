package com.sothebais.stream.scene;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Speech.Mouth;
import com.sothebais.api.asset.AssetId;
import com.sothebais.api.stream.Content.Figure;
import com.sothebais.api.stream.Content.Part;
import com.sothebais.api.stream.Content.Picture;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Size;
import com.sothebais.stream.testing.Composers;
import com.sothebais.stream.testing.ShowFacts;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The bundled layout moves over artwork, and shows of it what plays. */
class PlayingTest {
    private static final HostPose QUIET = new HostPose(new Figure(Mood.CALM, Mouth.CLOSED, 0, 0, 0), Optional.empty());
    private static final int FPS = 30;

    private final Due due = new Due();
    private final SceneComposer composer = Composers.of(Size.HD, due);
    private final ShowFacts facts =
            new ShowFacts().announced(new AssetId("a".repeat(64))).open();

    /** Shows the picture that the test wants. */
    private static final class Due implements Playing {
        private final Set<AssetId> prepared = new HashSet<>();
        private long frame = 1;

        @Override
        public long frame(AssetId asset, Place place, long millis) {
            return frame;
        }

        @Override
        public void prepare(AssetId asset, Place place) {
            prepared.add(asset);
        }
    }

    @Test
    void aLotBeginsWithADetailAndRestsAsAWholeAfterTwelveSeconds() {
        int before = Integer.MAX_VALUE;
        for (int frame = 1_000; frame < 1_000 + 12 * FPS; frame++) {
            Part part = artwork(frame).part();
            assertThat(part.zoomMicro()).isLessThan(before);
            before = part.zoomMicro();
        }

        assertThat(artwork(1_000 + 12 * FPS).part()).isEqualTo(Part.WHOLE);
        assertThat(artwork(20_000).part()).isEqualTo(Part.WHOLE);
    }

    @Test
    void whatRestsIsTheSameSceneAndCostsNothing() {
        Scene first = scene(0);
        scene(12 * FPS);
        Scene resting = scene(12 * FPS + 1);

        assertThat(element(scene(12 * FPS + 2))).isSameAs(element(resting));
        assertThat(element(resting)).isNotSameAs(element(first));
    }

    @Test
    void aPictureThatIsDueIsDamageAndNothingElse() {
        scene(12 * FPS);
        Scene before = scene(12 * FPS + 1);
        due.frame = 2;
        Scene after = scene(12 * FPS + 1);

        assertThat(Damage.between(before, after))
                .containsExactly(element(before).area());
    }

    @Test
    void theArtworkOfTheNextLotIsPreparedWhileThisOneIsOnShow() {
        scene(0);

        assertThat(due.prepared).containsExactly(new AssetId("a".repeat(64)));
    }

    private Picture artwork(long frame) {
        return (Picture) element(scene(frame)).content();
    }

    private Scene scene(long frame) {
        Instant now = ShowFacts.LIVE.plusSeconds(3);
        return composer.compose(facts.stage(), QUIET, now, frame);
    }

    private static Scene.Element element(Scene scene) {
        return scene.elements().stream()
                .filter(element -> element.id().equals("artwork"))
                .findFirst()
                .orElseThrow();
    }
}
