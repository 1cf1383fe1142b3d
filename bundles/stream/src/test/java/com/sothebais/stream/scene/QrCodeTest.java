package com.sothebais.stream.scene;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Canvas;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Scene.Element;
import com.sothebais.api.stream.Size;
import com.sothebais.render.java2d.internal.Java2dRenderer;
import com.sothebais.stream.testing.Composers;
import com.sothebais.stream.testing.MemoryAssets;
import com.sothebais.stream.video.DrawnPictures;
import org.junit.jupiter.api.Test;

class QrCodeTest {
    private static final Size SIZE = Size.HD;

    @Test
    void aReaderFindsTheAddressInTheFrameThatIsSent() throws Exception {
        Scene scene = ShowScenes.by(Composers.withWallet(SIZE)).get("3-open");
        Area area = scene.elements().stream()
                .filter(element -> element.id().equals("list.code"))
                .map(Element::area)
                .findFirst()
                .orElseThrow();
        try (Canvas canvas = new Java2dRenderer().open(SIZE, new DrawnPictures(new MemoryAssets()))) {
            canvas.draw(scene, Damage.all(SIZE));
            RGBLuminanceSource frame = new RGBLuminanceSource(SIZE.width(), SIZE.height(), canvas.pixels());
            BinaryBitmap code =
                    new BinaryBitmap(new HybridBinarizer(frame.crop(area.x(), area.y(), area.width(), area.height())));

            assertThat(new QRCodeReader().decode(code).getText()).isEqualTo("https://auction.example/wallet");
        }
    }
}
