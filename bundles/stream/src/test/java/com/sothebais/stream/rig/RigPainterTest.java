package com.sothebais.stream.rig;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Speech.Mouth;
import com.sothebais.api.stream.Bitmap;
import com.sothebais.api.stream.Content.Figure;
import java.awt.Color;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RigPainterTest {
    private static final int RED = 0xFFFF0000;

    private static final Figure CALM = new Figure(Mood.CALM, Mouth.CLOSED, 0, 0, 0);

    private static int look(List<Bitmap> parts) {
        return parts.stream()
                .mapToInt(part -> 31 * Arrays.hashCode(part.pixels()) + 7 * part.x() + part.y())
                .reduce(1, (left, right) -> 31 * left + right);
    }

    @Nested
    class TheBundledCharacter {
        private final RigPainter host = new RigPainter(new BundledRig());

        private int look(Figure figure) {
            return RigPainterTest.look(host.parts(figure, 200, 170));
        }

        @Test
        void showsEveryMoodWithEveryMouthDifferently() {
            Set<Integer> looks = new HashSet<>();
            for (Mood mood : Mood.values()) {
                for (Mouth mouth : Mouth.values()) {
                    looks.add(look(new Figure(mood, mouth, 0, 0, 0)));
                }
            }

            assertThat(looks).hasSize(Mood.values().length * Mouth.values().length);
        }

        @Test
        void movesTheEyesTheLidsTheHeadAndTheChest() {
            int rest = look(CALM);

            assertThat(look(new Figure(Mood.CALM, Mouth.CLOSED, 1_000, 0, 0))).isNotEqualTo(rest);
            assertThat(look(new Figure(Mood.CALM, Mouth.CLOSED, 0, -1_000, 0))).isNotEqualTo(rest);
            assertThat(look(new Figure(Mood.CALM, Mouth.CLOSED, 0, 0, 4))).isNotEqualTo(rest);
            assertThat(look(new Figure(Mood.CALM, Mouth.CLOSED, 0, 0, 0, 1_000)))
                    .isNotEqualTo(rest);
        }

        @Test
        void drawsASheetOnceForWhatItDependsOn() {
            List<Bitmap> before = host.parts(CALM, 200, 200);
            List<Bitmap> after = host.parts(new Figure(Mood.CALM, Mouth.OPEN, 0, 0, 3, 1_000), 200, 200);

            assertThat(after.get(1).pixels()).isSameAs(before.get(1).pixels());
            assertThat(after.get(2).pixels()).isNotSameAs(before.get(2).pixels());
        }

        @Test
        void laysDownFewSheets() {
            assertThat(host.parts(CALM, 200, 200)).hasSizeLessThanOrEqualTo(6);
        }

        @Test
        void hasRoomForAllOfItselfAtTheSizeOfAThousandAndEightyLines() {
            int[] first = host.parts(CALM, 312, 315).get(0).pixels();
            for (Mood mood : Mood.values()) {
                for (Mouth mouth : Mouth.values()) {
                    for (int step = 0; step <= 20; step++) {
                        host.parts(new Figure(mood, mouth, step * 50, step * 100 - 1_000, 0), 312, 315);
                    }
                }
            }

            assertThat(host.parts(CALM, 312, 315).get(0).pixels()).isSameAs(first);
            assertThat(host.bytes()).isLessThan(RigPainter.BYTES_MAX);
        }
    }

    @Nested
    class ARig {
        private RigPainter painter(RigFixture files) {
            Rig rig = new RigReader().readAndTry(files);
            return new RigPainter(new Rigs() {
                @Override
                public Rig current() {
                    return rig;
                }

                @Override
                public Rig failed(Rig failing, RuntimeException why) {
                    throw why;
                }
            });
        }

        private Bitmap only(RigPainter painter, Figure figure) {
            List<Bitmap> parts = painter.parts(figure, 100, 100);
            assertThat(parts).hasSize(1);
            return parts.get(0);
        }

        private void assertPlace(Bitmap bitmap, int x, int y, int width, int height) {
            assertThat(List.of(bitmap.x(), bitmap.y(), bitmap.width(), bitmap.height()))
                    .containsExactly(x, y, width, height);
        }

        @Test
        void standsInTheMiddleOfTheLowerEdge() {
            RigPainter painter =
                    painter(new RigFixture().svg("a.svg", 0, 100, "red").rig("{'id': 'a', 'art': 'a.svg'}"));

            Bitmap part = painter.parts(CALM, 300, 200).get(0);
            assertPlace(part, 50, 0, 200, 200);
            assertPlace(painter.parts(CALM, 100, 300).get(0), 0, 200, 100, 100);
            assertThat(part.pixels()).containsOnly(RED);
        }

        @Test
        void movesWithEachDriveAndWithItsBones() {
            RigPainter painter = painter(
                    new RigFixture()
                            .svg("a.svg", 40, 60, "red")
                            .rig(
                                    "{'id': 'body', 'move': {'sway': [8, 0]}}, {'id': 'head', 'follow': 'body', 'move': {'breath': [0, -4]}}",
                                    "{'id': 'a', 'art': 'a.svg', 'follow': 'head', 'move': {'gaze': [10, 2], 'blink': [0, 6], 'mouth': [0, 20]}}"));

            assertPlace(only(painter, CALM), 40, 40, 20, 20);
            assertPlace(only(painter, new Figure(Mood.CALM, Mouth.CLOSED, 0, 0, 4)), 48, 40, 20, 20);
            assertPlace(only(painter, new Figure(Mood.CALM, Mouth.CLOSED, 0, 0, 0, 1_000)), 40, 36, 20, 20);
            assertPlace(only(painter, new Figure(Mood.CALM, Mouth.CLOSED, 1_000, -1_000, 0)), 30, 44, 20, 20);
            assertPlace(only(painter, new Figure(Mood.CALM, Mouth.OPEN, 0, 0, 0)), 40, 60, 20, 20);
        }

        @Test
        void comesInFromOutsideOfItsPlace() {
            RigPainter painter = painter(new RigFixture()
                    .svg("a.svg", 0, 100, "red")
                    .rig("{'id': 'a', 'art': 'a.svg', 'box': [0, 0, 100, 105], 'move': {'breath': [0, -5]}}"));

            Bitmap up = only(painter, new Figure(Mood.CALM, Mouth.CLOSED, 0, 0, 0, 1_000));

            assertThat(up.y() + up.height()).isGreaterThanOrEqualTo(97);
        }

        @Test
        void turnsAboutItsPivotAndGrows() {
            RigPainter painter = painter(
                    new RigFixture()
                            .svg("a.svg", 40, 60, "red")
                            .rig(
                                    "{'id': 'a', 'art': 'a.svg', 'pivot': [40, 60], 'tilt': {'amused': 90}, 'grow': {'mouth': [0, 100]}}"));

            assertPlace(only(painter, new Figure(Mood.AMUSED, Mouth.CLOSED, 0, 0, 0)), 40, 60, 20, 20);
            assertPlace(only(painter, new Figure(Mood.CALM, Mouth.OPEN, 0, 0, 0)), 40, 20, 20, 40);
        }

        @Test
        void isSeenThroughItsMaskOnlyWhichStaysWhereItIs() {
            RigPainter painter = painter(new RigFixture()
                    .svg("eye.svg", 40, 60, "white")
                    .svg("iris.svg", 45, 55, "red")
                    .rig("{'id': 'iris', 'art': 'iris.svg', 'mask': 'eye.svg', 'move': {'gaze': [10, 0]}}"));

            assertPlace(only(painter, CALM), 45, 45, 10, 10);
            assertPlace(only(painter, new Figure(Mood.CALM, Mouth.CLOSED, 0, 1_000, 0)), 55, 45, 5, 10);
        }

        @Test
        void fadesAWholeLayerAndNotEachOfItsShapes() {
            RigPainter painter = painter(new RigFixture()
                    .with(
                            "a.svg",
                            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'><rect width='100' height='100'/>"
                                    + "<rect width='100' height='100' fill='#f00'/></svg>")
                    .rig("{'id': 'a', 'art': 'a.svg', 'opacity': 40}"));

            assertThat(only(painter, CALM).pixels()).containsOnly(0x66660000);
        }

        @Test
        void shrinksPixelsToTheirBox() {
            RigPainter painter = painter(new RigFixture()
                    .png("a.png", 400, 200, Color.RED)
                    .rig("{'id': 'a', 'art': 'a.png', 'box': [10, 20, 40, 20]}"));

            Bitmap bitmap = only(painter, CALM);

            assertPlace(bitmap, 10, 20, 40, 20);
            assertThat(bitmap.pixels()).containsOnly(RED);
        }

        @Test
        void playsTheFramesOfAnAnimationThatItsMoodAndMouthNameAndItsDriveRunsThrough() {
            String square = "{'w':100,'h':100,'op':100,'layers':[{'ty':4,'ks':{'p':{'a':1,'k':"
                    + "[{'t':0,'s':[0,0]},{'t':50,'s':[50,0]}]}},'shapes':[{'ty':'rc','p':{'k':[10,10]},'s':{'k':[20,20]}},"
                    + "{'ty':'fl','c':{'k':[1,0,0]}}]}]}";
            RigPainter painter = painter(new RigFixture()
                    .with("a.json", square.replace('\'', '"'))
                    .rig("{'id': 'a', 'art': 'a.json', 'frames': [{'mood': 'amused', 'from': 40},"
                            + " {'mouth': 'open', 'from': 20}, {'from': 0, 'to': 10, 'drive': 'blink'}]}"));

            assertPlace(only(painter, CALM), 0, 0, 20, 20);
            assertPlace(only(painter, new Figure(Mood.CALM, Mouth.CLOSED, 1_000, 0, 0)), 10, 0, 20, 20);
            assertPlace(only(painter, new Figure(Mood.CALM, Mouth.OPEN, 1_000, 0, 0)), 20, 0, 20, 20);
            assertPlace(only(painter, new Figure(Mood.AMUSED, Mouth.OPEN, 0, 0, 0)), 40, 0, 20, 20);
        }

        @Test
        void showsNothingWhereALookHasNoFile() {
            RigPainter painter = painter(new RigFixture()
                    .svg("amused.svg", 0, 10, "red")
                    .rig("{'id': 'a', 'art': '{mood}.svg', 'optional': true}"));

            assertThat(painter.parts(CALM, 100, 100)).isEmpty();
            assertThat(painter.parts(new Figure(Mood.AMUSED, Mouth.CLOSED, 0, 0, 0), 100, 100))
                    .hasSize(1);
        }
    }
}
