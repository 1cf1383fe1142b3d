package com.sothebais.asset.picture;

import com.sothebais.api.asset.AssetConflictException;
import com.sothebais.api.asset.AssetConflictException.Obstacle;
import com.sothebais.api.asset.AssetId;
import com.sothebais.api.asset.AssetRefusedException;
import com.sothebais.api.asset.AssetRefusedException.Reason;
import com.sothebais.api.asset.Illustrator;
import com.sothebais.api.asset.Thumbnail;
import com.sothebais.asset.check.Checked;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Small pictures and stills in files beside the originals. They can be made again, so nothing else hangs on them. Thread-safe. */
public final class Pictures {
    /** Longest edge of a still, pixels: the height of the largest stream and room to zoom into it. */
    public static final int STILL_EDGE = 2_000;

    /** Larger originals get a still, so that drawing a scene does not wait for them. */
    static final long STILL_FROM_PIXELS = 8_000_000;

    /** The WebP library holds all pixels at once, so fewer are taken than of other kinds. */
    public static final long WEBP_PIXELS_MAX = 16_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(Pictures.class);

    /** Longest wait for the one place to decode in; more at a time would fill the memory. */
    private static final long TURN_SECONDS_MAX = 60;

    private static final int FOLDER_DIGITS = 2;

    private final Path directory;
    private final SvgPainter painter = new SvgPainter();
    private final Semaphore turn = new Semaphore(1);

    /** @param directory made when the first picture is kept; nobody else's */
    public Pictures(Path directory) {
        this.directory = directory;
    }

    /** Pictures of one original that are not kept yet. */
    public static final class Made {
        private final Map<Picture, byte[]> pictures = new EnumMap<>(Picture.class);

        private Made() {}

        /** Whether there is something to show in lists. */
        public boolean isEmpty() {
            return pictures.isEmpty();
        }
    }

    /**
     * Makes all pictures of an original.
     *
     * @throws AssetRefusedException when its pixels cannot be read to their end
     */
    public Made make(Path original, Checked checked) {
        Made made = new Made();
        String type = checked.mediaType();
        if (type.equals(Checked.MP4)) {
            return made;
        }
        takeTurn();
        try {
            if (type.equals(Checked.SVG)) {
                paint(original, made);
            } else {
                decode(original, checked, made);
            }
            return made;
        } catch (IOException e) {
            throw new AssetRefusedException(
                    Reason.DAMAGED,
                    "The pixels of the picture cannot be read (" + e.getMessage()
                            + "); it is cut off, damaged or of a rare kind, so export it again, in RGB.");
        } finally {
            turn.release();
        }
    }

    /**
     * Makes the small pictures of an original that {@link #make} makes none of.
     *
     * @return empty as well when the illustrator cannot
     */
    public Made illustrate(Path original, Checked checked, Illustrator illustrator) {
        Made made = new Made();
        takeTurn();
        try {
            Optional<byte[]> png = illustrator.png(original, checked.mediaType(), Thumbnail.LARGE.edgePixels());
            if (png.isPresent()) {
                BufferedImage image = ImageIO.read(new ByteArrayInputStream(png.get()));
                if (image == null) {
                    throw new IOException("the illustrator gives no PNG");
                }
                keepThumbnails(image, "png", made);
            }
        } catch (IOException | RuntimeException e) {
            // Another bundle's decoders: without a picture the content is as good as before.
            LOG.warn("no small picture of {}: {}", checked.mediaType(), e.toString());
        } finally {
            turn.release();
        }
        return made;
    }

    private void decode(Path original, Checked checked, Made made) throws IOException {
        boolean webp = checked.mediaType().equals(Checked.WEBP);
        if (webp) {
            checkPixels(checked);
        }
        boolean still = webp || pixels(checked) > STILL_FROM_PIXELS;
        BufferedImage image =
                Decoder.read(original, checked.mediaType(), still ? STILL_EDGE : Thumbnail.LARGE.edgePixels());
        String format = checked.mediaType().equals(Checked.JPEG) ? "jpeg" : "png";
        keepThumbnails(image, format, made);
        if (still) {
            made.pictures.put(Picture.STILL, written(Decoder.fitted(image, STILL_EDGE), format));
        }
    }

    private static void checkPixels(Checked checked) {
        long pixels = pixels(checked);
        if (pixels > WEBP_PIXELS_MAX) {
            throw new AssetRefusedException(
                    Reason.LIMIT_PIXELS,
                    "A WebP may have " + WEBP_PIXELS_MAX + " pixels, this one has " + pixels
                            + "; scale it down, or export it as PNG or JPEG.",
                    WEBP_PIXELS_MAX,
                    pixels);
        }
    }

    private static long pixels(Checked checked) {
        return (long) checked.shape().width().orElse(0)
                * checked.shape().height().orElse(0);
    }

    /** A drawing that passed the check is taken for pages even when the library cannot draw it. */
    private void paint(Path original, Made made) throws IOException {
        BufferedImage image;
        try {
            image = painter.paint(original, STILL_EDGE);
        } catch (IOException e) {
            LOG.warn(
                    "an SVG is taken for pages only, without a small picture and not for the stream: {}",
                    e.getMessage());
            return;
        }
        keepThumbnails(image, "png", made);
        made.pictures.put(Picture.STILL, written(image, "png"));
    }

    private static void keepThumbnails(BufferedImage image, String format, Made made) throws IOException {
        BufferedImage large = Decoder.fitted(image, Thumbnail.LARGE.edgePixels());
        made.pictures.put(Picture.LARGE, written(large, format));
        made.pictures.put(Picture.SMALL, written(Decoder.fitted(large, Thumbnail.SMALL.edgePixels()), format));
    }

    /** Keeps pictures where {@link #thumbnail} and {@link #still} find them. */
    public void keep(AssetId id, Made made) throws IOException {
        for (Map.Entry<Picture, byte[]> picture : made.pictures.entrySet()) {
            Path file = file(id, picture.getKey());
            Files.createDirectories(file.getParent());
            Path part = Files.createTempFile(file.getParent(), ".part-", "");
            try {
                Files.write(part, picture.getValue());
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        }
    }

    public Optional<byte[]> thumbnail(AssetId id, Thumbnail size) throws IOException {
        return read(file(id, size == Thumbnail.SMALL ? Picture.SMALL : Picture.LARGE));
    }

    public Optional<byte[]> still(AssetId id) throws IOException {
        return read(file(id, Picture.STILL));
    }

    public void delete(AssetId id) throws IOException {
        for (Picture picture : Picture.values()) {
            Files.deleteIfExists(file(id, picture));
        }
    }

    private static Optional<byte[]> read(Path file) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private Path file(AssetId id, Picture picture) {
        return directory.resolve(id.value().substring(0, FOLDER_DIGITS)).resolve(id.value() + picture.suffix());
    }

    private void takeTurn() {
        try {
            if (turn.tryAcquire(TURN_SECONDS_MAX, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new AssetConflictException(
                Obstacle.BUSY, "Other pictures are being read and take long; try again in a minute.");
    }

    private static byte[] written(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(image, format, out)) {
            throw new IOException("no writer of " + format + " for its colours");
        }
        return out.toByteArray();
    }
}
