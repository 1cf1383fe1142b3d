package com.sothebais.stream.lottie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import com.sothebais.stream.document.DocumentException;
import com.sothebais.stream.easing.Easing;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents of a hundred units and frames, drawn a pixel a unit; apostrophes stand for quotation marks. */
class LottieTest {
    private static final String RED = "{'ty':'fl','c':{'k':[1,0,0,1]},'o':{'k':100}}";
    private static final String BLUE = "{'ty':'fl','c':{'k':[0,0,1]}}";
    private static final String BOX = "{'ty':'rc','p':{'k':[20,30]},'s':{'k':[20,10]},'r':{'k':0}}";

    private static Lottie lottie(String layers) {
        String text = "{'v':'5.7.0','fr':30,'ip':0,'op':100,'w':100,'h':100,'layers':[" + layers + "]}";
        return Lottie.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static String shapes(String transform, String shapes) {
        return "{'ty':4,'nm':'body','ks':{" + transform + "},'shapes':[" + shapes + "]}";
    }

    private static BufferedImage drawn(Lottie lottie, double frame) {
        BufferedImage image = new BufferedImage(100, 100, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D pen = image.createGraphics();
        lottie.paint(pen, 100, 100, frame);
        pen.dispose();
        return image;
    }

    /** What has colour. */
    private static Rectangle seen(Lottie lottie, double frame) {
        BufferedImage image = drawn(lottie, frame);
        Rectangle seen = new Rectangle(-1, -1);
        for (int y = 0; y < 100; y++) {
            for (int x = 0; x < 100; x++) {
                if (image.getRGB(x, y) >>> 24 > 127) {
                    Rectangle pixel = new Rectangle(x, y, 1, 1);
                    seen = seen.width < 0 ? pixel : seen.union(pixel);
                }
            }
        }
        return seen;
    }

    private static int color(Lottie lottie, double frame, int x, int y) {
        return drawn(lottie, frame).getRGB(x, y);
    }

    @Test
    void drawsRectanglesAndEllipsesAboutTheirMiddle() {
        assertThat(seen(lottie(shapes("", BOX + "," + RED)), 0)).isEqualTo(new Rectangle(10, 25, 20, 10));
        String oval = "{'ty':'el','p':{'k':[50,50]},'s':{'k':[40,20]}}";
        assertThat(seen(lottie(shapes("", oval + "," + RED)), 0)).isEqualTo(new Rectangle(30, 40, 40, 20));
        assertThat(color(lottie(shapes("", oval + "," + RED)), 0, 31, 41)).isZero();
    }

    @Test
    void drawsPathsWithHandles() {
        String path = "{'ty':'sh','ks':{'k':{'c':true,'v':[[10,10],[60,10],[60,50],[10,50]],"
                + "'i':[[0,0],[0,0],[0,0],[0,0]],'o':[[0,0],[0,0],[0,0],[0,0]]}}}";
        String bulging = path.replace("'o':[[0,0]", "'o':[[0,-20]").replace("'i':[[0,0],[0,0]", "'i':[[0,0],[0,-20]");

        assertThat(seen(lottie(shapes("", path + "," + RED)), 0)).isEqualTo(new Rectangle(10, 10, 50, 40));
        // A cubic whose handles both stand 20 above its ends rises by three quarters of that.
        Rectangle bulged = seen(
                lottie(shapes("", bulging.replace("[10,10]", "[10,30]").replace("[60,10]", "[60,30]") + "," + RED)), 0);
        assertThat(bulged.y).isEqualTo(15);
    }

    @Test
    void placesByAnchorPositionScaleAndRotation() {
        String turned = "'a':{'k':[20,30]},'p':{'k':[50,50]},'s':{'k':[200,100]},'r':{'k':90}";

        assertThat(seen(lottie(shapes(turned, BOX + "," + RED)), 0)).isEqualTo(new Rectangle(45, 30, 10, 40));
    }

    @Test
    void paintsTheFirstOfAListOnTopAndTheFillsOfWhatStandsAboveThem() {
        String above = "{'ty':'gr','it':[" + BOX + "," + BLUE + ",{'ty':'tr'}]}";
        String below = "{'ty':'gr','it':[{'ty':'rc','p':{'k':[20,30]},'s':{'k':[40,40]}}," + RED + ",{'ty':'tr'}]}";
        Lottie lottie = lottie(shapes("", above + "," + below));

        assertThat(color(lottie, 0, 20, 30)).isEqualTo(0xFF0000FF);
        assertThat(color(lottie, 0, 20, 15)).isEqualTo(0xFFFF0000);
        // The first layer of a file covers the next one.
        Lottie layers = lottie(shapes("", BOX + "," + RED) + "," + shapes("", BOX + "," + BLUE));
        assertThat(color(layers, 0, 20, 30)).isEqualTo(0xFFFF0000);
    }

    @Test
    void aFillOutsideOfAGroupPaintsTheLinesInside() {
        String group = "{'ty':'gr','it':[" + BOX + ",{'ty':'tr','p':{'k':[30,0]}}]}";

        assertThat(seen(lottie(shapes("", group + "," + RED)), 0)).isEqualTo(new Rectangle(40, 25, 20, 10));
    }

    @Test
    void aLineWithinALineIsAHoleWhenTheFillSaysSo() {
        String inner = "{'ty':'rc','p':{'k':[20,30]},'s':{'k':[4,4]}}";
        String evenOdd = RED.replace("'ty':'fl'", "'ty':'fl','r':2");

        assertThat(color(lottie(shapes("", BOX + "," + inner + "," + evenOdd)), 0, 20, 30))
                .isZero();
        assertThat(color(lottie(shapes("", BOX + "," + inner + "," + RED)), 0, 20, 30))
                .isEqualTo(0xFFFF0000);
    }

    @Test
    void strokesAreAsWideAsTheySayAndGrowWithTheirGroup() {
        String stroke = "{'ty':'st','c':{'k':[1,0,0,1]},'o':{'k':100},'w':{'k':4},'lc':1,'lj':1}";

        assertThat(seen(lottie(shapes("", BOX + "," + stroke)), 0)).isEqualTo(new Rectangle(8, 23, 24, 14));
        assertThat(seen(lottie(shapes("'s':{'k':[200,200]}", BOX + "," + stroke)), 0))
                .isEqualTo(new Rectangle(16, 46, 48, 28));
    }

    @Test
    void opacityOfLayerGroupAndFillMultiply() {
        String half = RED.replace("'o':{'k':100}", "'o':{'k':50}");
        String group = "{'ty':'gr','it':[" + BOX + "," + half + ",{'ty':'tr','o':{'k':50}}]}";

        assertThat(color(lottie(shapes("'o':{'k':80}", group)), 0, 20, 30) >>> 24)
                .isCloseTo(51, within(1));
    }

    @Test
    void movesEvenlyBetweenKeyframesAndStaysBeforeAndBehindThem() {
        Lottie lottie = lottie(shapes("'p':{'a':1,'k':[{'t':10,'s':[0,0]},{'t':30,'s':[40,20]}]}", BOX + "," + RED));

        assertThat(seen(lottie, 0)).isEqualTo(new Rectangle(10, 25, 20, 10));
        assertThat(seen(lottie, 20)).isEqualTo(new Rectangle(30, 35, 20, 10));
        assertThat(seen(lottie, 15)).isEqualTo(new Rectangle(20, 30, 20, 10));
        assertThat(seen(lottie, 90)).isEqualTo(new Rectangle(50, 45, 20, 10));
    }

    @Test
    void easesAsTheHandlesSayEachNumberByItsOwn() {
        String eased =
                "'p':{'a':1,'k':[{'t':0,'s':[0,0],'o':{'x':[1,0],'y':[0,0]},'i':{'x':[1,1],'y':[0,1]}},{'t':20,'s':[60,60]}]}";
        Rectangle middle = seen(lottie(shapes(eased, BOX + "," + RED)), 10);

        // Handles at (1, 0) begin very slowly: of a half of the time an eighth of the way or less; (0, 0) and (1, 1)
        // are even.
        assertThat(middle.x - 10).isLessThan(10);
        assertThat(middle.y - 25).isEqualTo(30);
        assertThat(new Easing(0.42, 0, 0.58, 1).share(0.5)).isCloseTo(0.5, within(1e-4));
        assertThat(new Easing(0.25, 0.1, 0.25, 1).share(0.5)).isCloseTo(0.8024, within(1e-3));
    }

    @Test
    void holdsAKeyframeUntilTheNextWhenItSaysSo() {
        Lottie lottie =
                lottie(shapes("'p':{'a':1,'k':[{'t':0,'s':[0,0],'h':1},{'t':20,'s':[40,0]}]}", BOX + "," + RED));

        assertThat(seen(lottie, 19.9).x).isEqualTo(10);
        assertThat(seen(lottie, 20).x).isEqualTo(50);
    }

    @Test
    void goesCurvedWaysWithAnEvenPace() {
        String way = "'p':{'a':1,'k':[{'t':0,'s':[0,0],'to':[0,40],'ti':[0,40]},{'t':20,'s':[40,0]}]}";
        Rectangle middle = seen(lottie(shapes(way, BOX + "," + RED)), 10);

        // Half way along an arch whose handles stand 40 below its ends, it hangs three quarters of that.
        assertThat(middle).isEqualTo(new Rectangle(30, 55, 20, 10));
    }

    @Test
    void easesAcrossAndDownApart() {
        String apart = "'p':{'s':true,'x':{'a':1,'k':[{'t':0,'s':[0]},{'t':10,'s':[40]}]},'y':{'k':5}}";

        assertThat(seen(lottie(shapes(apart, BOX + "," + RED)), 5)).isEqualTo(new Rectangle(30, 30, 20, 10));
    }

    @Test
    void morphsPaths() {
        String corners = "'i':[[0,0],[0,0],[0,0]],'o':[[0,0],[0,0],[0,0]]";
        String path = "{'ty':'sh','ks':{'a':1,'k':[{'t':0,'s':[{'c':true,'v':[[10,10],[30,10],[30,90]]," + corners
                + "}]},{'t':10,'s':[{'c':true,'v':[[10,10],[70,10],[30,90]]," + corners + "}]}]}}";

        assertThat(seen(lottie(shapes("", path + "," + RED)), 5).width).isCloseTo(40, within(1));
    }

    @Test
    void readsTheKeyframesOfOlderExporters() {
        String old = "'p':{'a':1,'k':[{'t':0,'s':[0,0],'e':[40,0]},{'t':20}]}";

        assertThat(seen(lottie(shapes(old, BOX + "," + RED)), 10).x).isEqualTo(30);
        assertThat(seen(lottie(shapes(old, BOX + "," + RED)), 20).x).isEqualTo(50);
    }

    @Test
    void layersFollowTheLayerTheyAreFixedTo() {
        String parent = "{'ty':3,'ind':1,'ks':{'p':{'k':[30,0]},'o':{'k':0}}}";
        String child = "{'ty':4,'ind':2,'parent':1,'ks':{'p':{'k':[0,20]}},'shapes':[" + BOX + "," + RED + "]}";

        assertThat(seen(lottie(parent + "," + child), 0)).isEqualTo(new Rectangle(40, 45, 20, 10));
    }

    @Test
    void layersAreSeenFromTheirFirstFrameToTheirLast() {
        Lottie lottie = lottie("{'ty':4,'ip':10,'op':20,'ks':{},'shapes':[" + BOX + "," + RED + "]}");

        assertThat(color(lottie, 9, 20, 30)).isZero();
        assertThat(color(lottie, 10, 20, 30)).isEqualTo(0xFFFF0000);
        assertThat(color(lottie, 20, 20, 30)).isZero();
    }

    @Test
    void hiddenLayersAndShapesAreNotDrawn() {
        assertThat(color(lottie(shapes("", BOX + "," + RED).replace("'ty':4", "'ty':4,'hd':true")), 0, 20, 30))
                .isZero();
        assertThat(color(lottie(shapes("", BOX + "," + RED.replace("'ty'", "'hd':true,'ty'"))), 0, 20, 30))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'ty':0,'nm':'arm','ks':{}}|/layers/0: the layer 'arm' is not played: it is a pre-composition",
                "{'ty':2,'ks':{}}|it is an image; use a PNG part",
                "{'ty':5,'ks':{}}|it is text; convert it to shapes",
                "{'ty':4,'ks':{},'hasMask':true}|a mask; cut the shapes",
                "{'ty':4,'ks':{},'tt':1}|a track matte",
                "{'ty':4,'ks':{},'ef':[{}]}|it has effects; remove them",
                "{'ty':4,'ks':{},'bm':3}|blended",
                "{'ty':4,'ks':{},'ddd':1}|three dimensions",
                "{'ty':4,'ks':{'r':{'k':0,'x':'var a = time'}}}|/layers/0/ks/r: it is an expression",
                "{'ty':4,'ks':{'sk':{'k':10}}}|skew is not played",
                "{'ty':4,'ks':{},'shapes':[{'ty':'gf'}]}|/layers/0/shapes/0: 'gf' is not played: it is a gradient fill",
                "{'ty':4,'ks':{},'shapes':[{'ty':'tm'}]}|trimmed paths",
                "{'ty':4,'ks':{},'shapes':[{'ty':'qq'}]}|'qq' is not played: it is unknown",
                "{'ty':4,'ks':{},'shapes':[{'ty':'st','c':{'k':[0]},'w':{'k':1},'d':[{}]}]}|dashed strokes",
                "{'ty':4,'ks':{},'parent':7}|/layers/0/parent: there is no layer with this index",
                "{'ty':4,'ind':1,'parent':1,'ks':{}}|in a circle",
                "{'ty':4,'ks':{},'shapes':[{'ty':'el'}]}|/layers/0/shapes/0: 'p' is missing",
                "{'ty':4,'ks':{'p':{'k':'here'}}}|/layers/0/ks/p/k: expected a number, found a text",
                "{'ty':4,'ks':{'p':{'k':[1e300,0]}}}|expected a number within 1000000",
                "{'ty':4,'ks':{'p':{'a':1,'k':[{'t':9,'s':[0]},{'t':3,'s':[0]}]}}}|keyframes must be in order"
            })
    void namesWhatIsNotPlayedAndWhereItIs(String layer, String message) {
        assertThatExceptionOfType(DocumentException.class)
                .isThrownBy(() -> lottie(layer))
                .withMessageContaining(message);
    }

    @Test
    void refusesMoreShapesLayersAndPointsThanItsLimits() {
        refuses(shapes("", (BOX + ",").repeat(ShapeReader.ITEMS_MAX) + BOX), "more than " + ShapeReader.ITEMS_MAX);
        refuses((shapes("", "") + ",").repeat(LottieReader.LAYERS_MAX) + shapes("", ""), "101 layers, at most 100");
        String points = "[0,0],".repeat(TrackReader.PARTS_MAX) + "[0,0]";
        String path =
                "{'ty':'sh','ks':{'k':{'c':true,'v':[" + points + "],'i':[" + points + "],'o':[" + points + "]}}}";
        refuses(shapes("", path), "keyframes and points");
    }

    private static void refuses(String layers, String message) {
        assertThatExceptionOfType(DocumentException.class)
                .isThrownBy(() -> lottie(layers))
                .withMessageContaining(message);
    }

    @Test
    void refusesWhatIsNoLottieOrTooLarge() {
        assertThatExceptionOfType(DocumentException.class)
                .isThrownBy(() -> Lottie.read("{}".getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("'w' is missing");
        assertThatExceptionOfType(DocumentException.class)
                .isThrownBy(() -> Lottie.read(new byte[Lottie.BYTES_MAX + 1]))
                .withMessageContaining("bytes; at most");
    }
}
