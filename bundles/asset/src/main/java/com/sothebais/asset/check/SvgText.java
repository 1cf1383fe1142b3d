package com.sothebais.asset.check;

import com.sothebais.api.asset.AssetRefusedException;
import com.sothebais.api.asset.NamedAsset.Shape;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Links and styles of an SVG: they may point into the same file, or be a small picture themselves, and nowhere else. */
final class SvgText {
    private static final Pattern EMBEDDED =
            Pattern.compile("\\Adata:image/(?:png|jpe?g|gif|webp);base64,", Pattern.CASE_INSENSITIVE);
    private static final Pattern URL = Pattern.compile("url\\(\\s*[\"']?\\s*", Pattern.CASE_INSENSITIVE);
    private static final List<String> ACTIVE_STYLES = List.of(
            "@import",
            "@font-face",
            "@namespace",
            "expression(",
            "behavior:",
            "-moz-binding",
            "image-set(",
            "src(",
            "image(",
            "javascript:",
            "vbscript:");

    private SvgText() {}

    /** What {@code href} holds. The answer is how many pixels it brings with it. */
    static long link(String element, String value, Limits limits) {
        String link = value.strip();
        if (link.isEmpty() || link.startsWith("#")) {
            return 0;
        }
        Matcher embedded = EMBEDDED.matcher(link);
        if (!embedded.find() || !(element.equals("image") || element.equals("feimage"))) {
            throw SvgTree.active("a link to '" + SvgTree.shown(link) + "'");
        }
        try {
            byte[] content = Base64.getMimeDecoder().decode(link.substring(embedded.end()));
            Shape shape = ContentCheck.checkEmbedded(content, limits);
            return (long) shape.width().orElse(0) * shape.height().orElse(0);
        } catch (AssetRefusedException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw Source.damaged("has a picture inside the SVG that is no base64");
        }
    }

    /** An attribute or a style sheet. Escapes are not taken: with them the words below could be written in other ways. */
    static void style(String text) {
        String style = text.toLowerCase(Locale.ROOT);
        if (style.indexOf('(') < 0 && style.indexOf('@') < 0 && style.indexOf(':') < 0) {
            return;
        }
        if (style.indexOf('\\') >= 0) {
            throw SvgTree.active("an escape '\\' in a style");
        }
        Matcher url = URL.matcher(style);
        while (url.find()) {
            if (!style.startsWith("#", url.end())) {
                throw SvgTree.active("a style that links elsewhere");
            }
        }
        for (String word : ACTIVE_STYLES) {
            if (style.contains(word)) {
                throw SvgTree.active("'" + word + "' in a style");
            }
        }
    }

    /** The ids that {@code url(#id)} names. */
    static List<String> references(String text) {
        List<String> ids = new ArrayList<>();
        Matcher url = URL.matcher(text);
        while (url.find()) {
            int from = url.end() + 1;
            int end = from;
            while (end < text.length() && ")\"' \t\r\n".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            if (from <= end && from <= text.length()) {
                ids.add(text.substring(from, end));
            }
        }
        return ids;
    }
}
