package com.sothebais.stream.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Speech.Mouth;
import com.sothebais.api.stream.Content.Figure;
import com.sothebais.api.stream.Content.Text;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Size;
import com.sothebais.api.stream.Source;
import com.sothebais.stream.scene.HostPose;
import com.sothebais.stream.scene.Stage;
import com.sothebais.stream.testing.ShowFacts;
import com.sothebais.stream.testing.Sources;
import java.time.Instant;
import java.util.Optional;
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
        assertThat(says(scenes.compose(rehearsal, QUIET, NOW, 10))).isTrue();
        assertThat(says(scenes.compose(real, QUIET, NOW, 11))).isFalse();
        assertThat(says(scenes.compose(Stage.EMPTY, QUIET, NOW, 12))).isFalse();
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

    private static boolean says(Scene scene) {
        return scene.elements().stream()
                .anyMatch(element ->
                        element.content() instanceof Text text && text.text().equals("REHEARSAL"));
    }
}
