package com.sothebais.stream.testing;

import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Size;
import com.sothebais.stream.media.TrackFormat;
import com.sothebais.stream.output.Output;
import com.sothebais.stream.output.Outputs;
import com.sothebais.stream.sound.AudioEncoder;
import com.sothebais.stream.video.VideoEncoder;
import com.sothebais.stream.video.VideoFormat;
import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** Films and animations for tests. */
public final class Films {
    /** The colours of the pictures of a film, in their order. */
    public static final List<Integer> COLORS = List.of(0xFFC03030, 0xFF30C030, 0xFF3030C0, 0xFFC0C030);

    private Films() {}

    /** A film with as many pictures of one colour each, ten a second; the native libraries must be loaded. */
    public static byte[] mp4(int pictures, Size size) {
        VideoFormat format = new VideoFormat(size, 10, 2_000, 10, "superfast", 1);
        int[] pixels = new int[size.width() * size.height()];
        try (VideoEncoder encoder = new VideoEncoder(format);
                AudioEncoder sound = new AudioEncoder()) {
            Path file = Files.createTempFile("film-", ".mp4");
            TrackFormat track = encoder.track();
            Output output = Outputs.recording(file, List.of(track, sound.track()));
            output.startNow();
            for (int i = 0; i < pictures; i++) {
                Arrays.fill(pixels, COLORS.get(i % COLORS.size()));
                encoder.paint(pixels, List.of(new Area(0, 0, size.width(), size.height())));
                encoder.encode(i, i == 0).ifPresent(output::offer);
            }
            output.close();
            byte[] content = Files.readAllBytes(file);
            Files.delete(file);
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * An animation of a square that goes to the right in four steps on nothing.
     *
     * @param disposal as the format names it, for example {@code restoreToBackgroundColor}
     */
    public static byte[] gif(int edge, int centiseconds, String disposal) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < COLORS.size(); i++) {
                BufferedImage picture = square(edge, i);
                IIOMetadata data =
                        writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(picture), null);
                IIOMetadataNode root = (IIOMetadataNode) data.getAsTree(data.getNativeMetadataFormatName());
                IIOMetadataNode control = (IIOMetadataNode)
                        root.getElementsByTagName("GraphicControlExtension").item(0);
                control.setAttribute("delayTime", Integer.toString(centiseconds));
                control.setAttribute("disposalMethod", disposal);
                data.setFromTree(data.getNativeMetadataFormatName(), root);
                writer.writeToSequence(new IIOImage(picture, null, data), null);
            }
            writer.endWriteSequence();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static BufferedImage square(int edge, int step) {
        byte[] red = new byte[COLORS.size() + 1];
        byte[] green = new byte[red.length];
        byte[] blue = new byte[red.length];
        for (int i = 0; i < COLORS.size(); i++) {
            red[i] = (byte) (COLORS.get(i) >> 16);
            green[i] = (byte) (COLORS.get(i) >> 8);
            blue[i] = (byte) (int) COLORS.get(i);
        }
        IndexColorModel colors = new IndexColorModel(8, red.length, red, green, blue, COLORS.size());
        BufferedImage picture = new BufferedImage(edge, edge, BufferedImage.TYPE_BYTE_INDEXED, colors);
        Graphics2D graphics = picture.createGraphics();
        graphics.setComposite(AlphaComposite.Src);
        graphics.setColor(new Color(0, 0, 0, 0));
        graphics.fillRect(0, 0, edge, edge);
        graphics.setColor(new Color(COLORS.get(step)));
        graphics.fillRect(step * edge / 4, edge / 4, edge / 4, edge / 2);
        graphics.dispose();
        return picture;
    }
}
