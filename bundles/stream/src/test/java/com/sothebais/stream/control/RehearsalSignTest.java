package com.sothebais.stream.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Speech.Mouth;
import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Canvas;
import com.sothebais.api.stream.Content.Figure;
import com.sothebais.api.stream.Content.Text;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Size;
import com.sothebais.api.stream.Source;
import com.sothebais.render.java2d.internal.Java2dRenderer;
import com.sothebais.stream.picture.Gallery;
import com.sothebais.stream.scene.HostPose;
import com.sothebais.stream.scene.RehearsalSign;
import com.sothebais.stream.scene.Slate;
import com.sothebais.stream.scene.Stage;
import com.sothebais.stream.testing.MemoryAssets;
import com.sothebais.stream.testing.ShowFacts;
import com.sothebais.stream.testing.Sources;
import com.sothebais.stream.video.DrawnPictures;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RehearsalSignTest {
    private static final Instant NOW = ShowFacts.LIVE.plusSeconds(5);
    private static final HostPose QUIET = new HostPose(new Figure(Mood.CALM, Mouth.CLOSED, 0, 0, 0), Optional.empty());

    @ParameterizedTest
    @ValueSource(strings = {"show", "bars", "standby", "default"})
    void everySourceBearsItWhileARehearsalIsOnStageAndOnlyThen(String source) {
        Scenes scenes = Sources.bundled(Size.HD).open(new Source(source)).orElseThrow();
        Stage rehearsal = ShowFacts.rehearsal().announced().open().stage();
        Stage real = new ShowFacts().announced().open().stage();

        assertThat(rehearsal.isRehearsal()).isTrue();
        assertThat(words(scenes.compose(rehearsal, QUIET, NOW, 10))).containsExactly("REHEARSAL");
        assertThat(words(scenes.compose(real, QUIET, NOW, 11))).isEmpty();
        assertThat(words(scenes.compose(Stage.EMPTY, QUIET, NOW, 12))).isEmpty();
        Stage faster = ShowFacts.rehearsal(4).announced().open().stage();
        assertThat(words(scenes.compose(faster, QUIET, NOW, 13))).containsExactly("REHEARSAL 4x");
    }

    @Test
    void theSlateSaysTheSame() {
        assertThat(Slate.of(ShowFacts.rehearsal(600).announced().open().stage(), NOW)
                        .sign())
                .contains(new RehearsalSign("REHEARSAL 600x"));
        assertThat(Slate.of(ShowFacts.rehearsal().announced().stage(), NOW).sign())
                .contains(new RehearsalSign("REHEARSAL"));
        assertThat(Slate.of(new ShowFacts().announced().stage(), NOW).sign()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 60, 600})
    void theWordsStandInTheMiddleOfTheirPlate(int speed) {
        int[] pixels;
        Scenes scenes = Sources.bundled(Size.HD).open(Source.BARS).orElseThrow();
        Stage stage = ShowFacts.rehearsal(speed).announced().open().stage();
        Scene scene = scenes.compose(stage, QUIET, NOW, 10);
        try (Canvas canvas =
                new Java2dRenderer().open(Size.HD, new DrawnPictures(Gallery.waiting(new MemoryAssets())))) {
            canvas.draw(scene, List.of(new Area(0, 0, Size.HD.width(), Size.HD.height())));
            pixels = canvas.pixels().clone();
        }
        Area plate = scene.elements().get(scene.elements().size() - 1).area();
        int left = plate.x() + plate.width();
        int right = 0;
        for (int y = 8; y < plate.y() + plate.height() - 4; y++) {
            for (int x = plate.x() + 4; x < plate.x() + plate.width() - 4; x++) {
                if ((pixels[y * Size.HD.width() + x] & 0xFF00) < 0x6000) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                }
            }
        }
        assertThat(left - plate.x()).isBetween(12, 60);
        assertThat(plate.x() + plate.width() - right).isCloseTo(left - plate.x(), within(4));
    }

    @ParameterizedTest
    @EnumSource(Sizes.class)
    void liesOverEverythingElseInEverySize(Sizes sizes) {
        Scenes scenes = Sources.bundled(sizes.size).open(Source.SHOW).orElseThrow();
        Scene scene = scenes.compose(ShowFacts.rehearsal().announced().open().stage(), QUIET, NOW, 10);

        assertThat(scene.elements().get(scene.elements().size() - 1).id()).isEqualTo("rehearsal.word");
        assertThat(scene.elements())
                .filteredOn(element -> element.id().equals("rehearsal.right"))
                .singleElement()
                .satisfies(edge ->
                        assertThat(edge.area().x() + edge.area().width()).isEqualTo(sizes.size.width()));
    }

    private enum Sizes {
        HD(Size.HD),
        FULL_HD(Size.FULL_HD);

        private final Size size;

        Sizes(Size size) {
            this.size = size;
        }
    }

    private static List<String> words(Scene scene) {
        return scene.elements().stream()
                .filter(element -> element.id().equals("rehearsal.word"))
                .map(element -> ((Text) element.content()).text())
                .toList();
    }
}
