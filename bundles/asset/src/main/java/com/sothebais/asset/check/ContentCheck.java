package com.sothebais.asset.check;

import com.sothebais.api.asset.AssetRefusedException;
import com.sothebais.api.asset.AssetRefusedException.Reason;
import com.sothebais.api.asset.NamedAsset.Shape;
import java.io.IOException;
import java.nio.file.Path;

/** Recognises media by what they contain, never by a name, and reads them from beginning to end before they are taken. */
public final class ContentCheck {
    /** Bytes from the beginning that tell the type of content that was checked before. */
    public static final int HEAD_BYTES = 16;

    private static final int BOM = 0xEF;

    private ContentCheck() {}

    /**
     * What the file is.
     *
     * @throws AssetRefusedException when it is not taken
     */
    public static Checked check(Path file, Limits limits) throws IOException {
        try (Source source = Source.of(file)) {
            if (source.length() > limits.bytes()) {
                throw limits.tooManyBytes(source.length());
            }
            return check(source, file, limits);
        }
    }

    /** The type of content that was checked when it was stored, by its first {@link #HEAD_BYTES} bytes. */
    public static String typeOfStored(byte[] head) {
        try (Source source = Source.of(head)) {
            String type = magic(source);
            return type.isEmpty() ? Checked.SVG : type;
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can be read", e);
        }
    }

    private static Checked check(Source source, Path file, Limits limits) throws IOException {
        String type = magic(source);
        if (type.isEmpty()) {
            if (!looksLikeXml(source)) {
                throw notMedia("");
            }
            return new Checked(Checked.SVG, SvgCheck.check(file, limits));
        }
        return new Checked(type, shape(type, source, limits));
    }

    /** For pictures inside of others: an SVG is none of them. */
    static Shape checkEmbedded(byte[] content, Limits limits) {
        try (Source source = Source.of(content)) {
            String type = magic(source);
            if (type.isEmpty() || type.equals(Checked.MP4)) {
                throw notMedia(" A picture inside the SVG is something else.");
            }
            return shape(type, source, limits);
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can be read", e);
        }
    }

    private static Shape shape(String type, Source source, Limits limits) {
        return switch (type) {
            case Checked.PNG -> PngCheck.check(source, limits);
            case Checked.JPEG -> JpegCheck.check(source, limits);
            case Checked.GIF -> GifCheck.check(source, limits);
            case Checked.WEBP -> WebpCheck.check(source, limits);
            default -> Mp4Check.check(source, limits);
        };
    }

    private static String magic(Source source) {
        if (source.has(0, PngCheck.MAGIC)) {
            return Checked.PNG;
        }
        if (source.has(0, JpegCheck.MAGIC)) {
            return Checked.JPEG;
        }
        if (source.has(0, GifCheck.MAGIC_87) || source.has(0, GifCheck.MAGIC_89)) {
            return Checked.GIF;
        }
        if (source.has(0, WebpCheck.RIFF) && source.has(WebpCheck.WEBP_AT, WebpCheck.WEBP)) {
            return Checked.WEBP;
        }
        return source.has(Mp4Check.FTYP_AT, Mp4Check.FTYP) ? Checked.MP4 : "";
    }

    private static boolean looksLikeXml(Source source) {
        long at = source.length() > 2 && source.u8(0) == BOM ? 3 : 0;
        while (at < source.length() && at < SvgCheck.BYTES_MAX && Character.isWhitespace(source.u8(at))) {
            at++;
        }
        return source.has(at, "<");
    }

    static AssetRefusedException notMedia(String more) {
        return new AssetRefusedException(
                Reason.NOT_MEDIA,
                "The file is not PNG, JPEG, GIF, WebP, SVG or MP4, whatever its name says; upload one of these."
                        + more);
    }
}
