package com.sothebais.benchmarks;

import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Bitmap;
import com.sothebais.api.stream.Canvas;
import com.sothebais.api.stream.Content;
import com.sothebais.api.stream.Pictures;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Scene.Element;
import com.sothebais.api.stream.Size;
import com.sothebais.render.java2d.internal.Java2dRenderer;
import com.sothebais.stream.video.DrawnPictures;
import com.sothebais.stream.video.VideoFormat;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/**
 * The {@code ffmpeg} command line drawing the same scene. It is given everything that rests as one picture, and the host as another;
 * what changes in the show it draws with {@code drawtext} and {@code overlay}, and it encodes with the same settings.
 */
final class FfmpegPeer {
    private static final int FRAMES = 1_800;
    private static final Pattern CPU = Pattern.compile("utime=([0-9.]+)s stime=([0-9.]+)s");

    /** Elements that change in the scene of {@link StreamShow}, by the beginning of their names. */
    private static final List<String> CHANGING =
            List.of("price", "lot.leader", "lot.next", "clock", "list.0", "list.1", "list.2", "list.3", "caption");

    private final Path directory;
    private final Scene scene;
    private final VideoFormat format;
    private final StreamShow show;

    FfmpegPeer(Path directory, Scene scene, VideoFormat format, StreamShow show) {
        this.directory = directory;
        this.scene = scene;
        this.format = format;
        this.show = show;
    }

    static boolean installed() {
        return Files.isExecutable(Path.of("/usr/bin/ffmpeg"));
    }

    /** Milliseconds of processor time a frame. */
    double millisAFrame() throws IOException, InterruptedException {
        Path font = directory.resolve("peer.ttf");
        try (InputStream in = Java2dRenderer.class.getResourceAsStream("/fonts/Manrope-Bold.ttf")) {
            Files.copy(in, font, StandardCopyOption.REPLACE_EXISTING);
        }
        Pictures pictures = new DrawnPictures(show);
        ground(pictures, directory.resolve("peer-ground.png"));
        Optional<Element> host = scene.elements().stream()
                .filter(element -> element.content() instanceof Content.Figure)
                .findFirst();
        host(pictures, host.orElseThrow(), directory.resolve("peer-host.png"));
        List<String> command = command(font, host.orElseThrow().area());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        Matcher cpu = CPU.matcher(said);
        if (code != 0 || !cpu.find()) {
            throw new IOException("ffmpeg ended with " + code + ": " + said);
        }
        return (Double.parseDouble(cpu.group(1)) + Double.parseDouble(cpu.group(2))) * 1e3 / FRAMES;
    }

    private void ground(Pictures pictures, Path file) throws IOException {
        List<Element> resting = scene.elements().stream()
                .filter(element -> !changes(element) && !(element.content() instanceof Content.Figure))
                .toList();
        Size size = scene.size();
        try (Canvas canvas = new Java2dRenderer().open(size, pictures)) {
            canvas.draw(new Scene(size, resting), List.of(new Area(0, 0, size.width(), size.height())));
            BufferedImage image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
            image.setRGB(0, 0, size.width(), size.height(), canvas.pixels(), 0, size.width());
            ImageIO.write(image, "png", file.toFile());
        }
    }

    private static void host(Pictures pictures, Element host, Path file) throws IOException {
        Area area = host.area();
        BufferedImage image = new BufferedImage(area.width(), area.height(), BufferedImage.TYPE_INT_ARGB_PRE);
        for (Bitmap part : pictures.figure((Content.Figure) host.content(), area.width(), area.height())) {
            BufferedImage layer = new BufferedImage(part.width(), part.height(), BufferedImage.TYPE_INT_ARGB_PRE);
            layer.getRaster().setDataElements(0, 0, part.width(), part.height(), part.pixels());
            image.createGraphics().drawImage(layer, part.x(), part.y(), null);
        }
        ImageIO.write(image, "png", file.toFile());
    }

    private static boolean changes(Element element) {
        boolean words =
                element.content() instanceof Content.Text && !element.id().endsWith(".label");
        return element.content() instanceof Content.Ticker
                || words && CHANGING.stream().anyMatch(element.id()::startsWith);
    }

    private List<String> command(Path font, Area host) {
        StringBuilder filters = new StringBuilder("[0]loop=loop=-1:size=1,fps=" + format.fps() + "[ground];"
                + "[1]loop=loop=-1:size=1[host];[ground][host]overlay=x=" + host.x() + "+4*sin(t):y=" + host.y());
        for (Element element : scene.elements()) {
            if (changes(element)) {
                filters.append(',').append(text(element, font));
            }
        }
        filters.append(",format=yuv420p[picture]");
        String rate = format.kbps() + "k";
        List<String> command = new ArrayList<>(List.of(
                "/usr/bin/ffmpeg", "-nostdin", "-hide_banner", "-benchmark", "-y", "-filter_complex_threads", "1"));
        command.addAll(List.of("-framerate", String.valueOf(format.fps()), "-i", at("peer-ground.png")));
        command.addAll(List.of("-framerate", String.valueOf(format.fps()), "-i", at("peer-host.png")));
        command.addAll(
                List.of("-f", "lavfi", "-i", "sine=frequency=220:sample_rate=48000,aformat=channel_layouts=stereo"));
        command.addAll(List.of("-filter_complex", filters.toString(), "-map", "[picture]", "-map", "2:a"));
        command.addAll(List.of("-c:v", "libx264", "-preset", format.preset(), "-tune", "zerolatency"));
        command.addAll(List.of("-b:v", rate, "-maxrate", rate, "-bufsize", format.kbps() / 2 + "k", "-qmin", "14"));
        command.addAll(List.of("-g", String.valueOf(format.keyframeFrames()), "-threads", "1"));
        command.addAll(List.of("-c:a", "aac", "-b:a", "128k", "-frames:v", String.valueOf(FRAMES), "-shortest"));
        command.add(at("peer.mp4"));
        return command;
    }

    private String at(String name) {
        return directory.resolve(name).toString();
    }

    /** The words at their place; a number in them counts up once a second, as prices and clocks do. */
    private static String text(Element element, Path font) {
        Area area = element.area();
        if (element.content() instanceof Content.Ticker ticker) {
            String words = safe(ticker.text()).repeat(2);
            return draw(words, font, ticker.style(), "-mod(2*n\\,1280)", centered(area));
        }
        Content.Text text = (Content.Text) element.content();
        String words = safe(text.text()).replaceFirst("[0-9]+", "%{eif\\\\:n/30\\\\:d}");
        String x =
                switch (text.style().align()) {
                    case LEFT -> String.valueOf(area.x());
                    case CENTER -> area.x() + area.width() / 2 + "-tw/2";
                    case RIGHT -> area.x() + area.width() + "-tw";
                };
        return draw(words, font, text.style(), x, centered(area));
    }

    private static String centered(Area area) {
        return area.y() + area.height() / 2 + "-th/2";
    }

    private static String draw(String words, Path font, Content.Style style, String x, String y) {
        return String.format(
                "drawtext=fontfile=%s:text='%s':fontsize=%d:fontcolor=0x%06X:x=%s:y=%s",
                font, words, style.sizePixels(), style.color() & 0xFFFFFF, x, y);
    }

    /** Without what the filter's own language would take for itself. */
    private static String safe(String words) {
        return words.replaceAll("[^\\p{L}\\p{N} .@!?]", " ");
    }
}
