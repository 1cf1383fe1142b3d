package com.sothebais.stream.rig;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** A rig in memory: 100 units wide and high, of whatever files a test gives it. */
final class RigFixture implements RigFiles {
    private final Map<String, byte[]> files = new TreeMap<>();

    RigFixture with(String name, String content) {
        files.put(name, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    RigFixture with(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    /** A square with two corners. */
    RigFixture svg(String name, int from, int to, String color) {
        return with(
                name,
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'><rect x='" + from + "' y='" + from
                        + "' width='" + (to - from) + "' height='" + (to - from) + "' fill='" + color + "'/></svg>");
    }

    RigFixture png(String name, int width, int height, Color color) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(color);
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return with(name, out.toByteArray());
    }

    /** Its {@code rig.json}, in which apostrophes stand for quotation marks. */
    RigFixture rig(String parts) {
        return rig("", parts);
    }

    RigFixture rig(String bones, String parts) {
        return with(
                RIG,
                ("{'version': 1, 'name': 'Fixture', 'size': [100, 100], 'bones': [" + bones + "], 'parts': [" + parts
                                + "]}")
                        .replace('\'', '"'));
    }

    Path writeTo(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
        return folder;
    }

    Path zipTo(Path zip, String prefix) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(prefix + file.getKey()));
                out.write(file.getValue());
            }
        }
        return zip;
    }

    @Override
    public Collection<String> names() {
        return files.keySet();
    }

    @Override
    public byte[] read(String name) throws IOException {
        if (!has(name)) {
            throw new FileNotFoundException(name);
        }
        return files.get(name);
    }
}
