package com.sothebais.stream.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sothebais.api.asset.AssetId;
import com.sothebais.api.stream.Bitmap;
import com.sothebais.api.stream.Content.Picture;
import com.sothebais.stream.picture.PictureReader.UnreadablePictureException;
import com.sothebais.stream.testing.MemoryAssets;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintsTest {
    private final MemoryAssets assets = new MemoryAssets();
    private final Prints prints = new Prints(assets);

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void reads(String format) {
        AssetId asset = assets.store(picture(60, 40, format)).id();

        Bitmap bitmap = prints.bitmap(new Picture(asset, 0, 0), 300, 300).orElseThrow();

        assertThat(bitmap.width()).isEqualTo(300);
        assertThat(bitmap.height()).isEqualTo(200);
        assertThat(bitmap.y()).isEqualTo(50);
        assertThat(bitmap.opaque()).isTrue();
    }

    @Test
    void readsThePictureOnceForAllZooms() {
        AssetId asset = assets.store(picture(200, 200, "png")).id();

        for (int zoom = 0; zoom < 50; zoom++) {
            assertThat(prints.bitmap(new Picture(asset, 8, zoom), 100, 100)).isPresent();
        }

        assertThat(assets.reads()).isEqualTo(1);
    }

    @Test
    void keepsTheStepOfAZoomForTheSecondAreaOfAFrame() {
        AssetId asset = assets.store(picture(200, 200, "png")).id();
        Picture picture = new Picture(asset, 0, 40);

        assertThat(prints.bitmap(picture, 100, 100).orElseThrow())
                .isSameAs(prints.bitmap(picture, 100, 100).orElseThrow());
    }

    @Test
    void cutsTheCornersRound() {
        AssetId asset = assets.store(picture(100, 100, "png")).id();

        Bitmap bitmap = prints.bitmap(new Picture(asset, 20, 0), 100, 100).orElseThrow();

        assertThat(bitmap.pixels()[0] >>> 24).isZero();
        assertThat(bitmap.pixels()[50 * 100 + 50] >>> 24).isEqualTo(255);
    }

    @Test
    void refusesAPictureThatClaimsMorePixelsThanItMay() throws IOException {
        byte[] bomb = resized(picture(10, 10, "png"), 50_000, 50_000);

        assertThatThrownBy(() -> PictureReader.read(bomb))
                .isInstanceOf(UnreadablePictureException.class)
                .hasMessageContaining("40000000")
                .hasMessageContaining("50000x50000");
    }

    @Test
    void readsALargePictureInSteps() throws UnreadablePictureException {
        BufferedImage read = PictureReader.read(picture(6_200, 20, "png"));

        assertThat(read.getWidth()).isEqualTo(3_100);
    }

    @Test
    void asksForABrokenPictureOnlyOnce() {
        AssetId asset = assets.store("GIF89a broken".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .id();

        for (int i = 0; i < 5; i++) {
            assertThat(prints.bitmap(new Picture(asset, 0, 0), 50, 50)).isEqualTo(Optional.empty());
        }

        assertThat(assets.reads()).isEqualTo(1);
    }

    private static byte[] picture(int width, int height, String format) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            image.setRGB(x, height / 2, 0xFF8800 + x % 256);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            assertThat(ImageIO.write(image, format, out)).isTrue();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    /** The same PNG with other dimensions in its header, and a checksum that agrees. */
    private static byte[] resized(byte[] png, int width, int height) {
        byte[] changed = png.clone();
        ByteBuffer buffer = ByteBuffer.wrap(changed);
        buffer.putInt(16, width).putInt(20, height);
        CRC32 sum = new CRC32();
        sum.update(changed, 12, 17);
        buffer.putInt(29, (int) sum.getValue());
        return changed;
    }
}
