package com.sothebais.asset.fetch;

import com.sothebais.api.asset.TokenException;
import com.sothebais.api.asset.TokenException.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An address of {@code http} or {@code https}, in the form in which it is asked for.
 *
 * @param secure whether it is {@code https}
 * @param host lower case; a name, or an address as numbers without brackets
 * @param target path and query, encoded
 */
public record WebAddress(boolean secure, String host, int port, String target) {
    /** Longest address, characters, once it is encoded. */
    static final int LENGTH_MAX = 8_192;

    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int PORT_MAX = 65_535;
    private static final int SHOWN_MAX = 120;

    /** A last part of digits only, or of hexadecimal ones behind 0x, would be read as a number by some. */
    private static final Pattern NAME = Pattern.compile("(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*"
            + "(?![0-9]+\\.?$|0x[0-9a-f]*\\.?$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.?");

    private static final String ALLOWED =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=";

    /** @throws TokenException when it is none, with what to do */
    public static WebAddress of(String text) {
        try {
            return of(new URI(encoded(text, StandardCharsets.UTF_8)), text);
        } catch (URISyntaxException e) {
            throw wrong(text, "cannot be read: " + e.getReason());
        }
    }

    /**
     * Where an answer sends on to.
     *
     * @param location as the answer has it, one character a byte; also relative
     */
    WebAddress resolve(String location) {
        String relative = encoded(location, StandardCharsets.ISO_8859_1);
        // Java follows RFC 2396, where a query alone takes the last part of the path away.
        String whole = relative.startsWith("?") ? target.split("\\?", 2)[0] + relative : relative;
        try {
            return of(new URI(this.toString()).resolve(new URI(whole)), location);
        } catch (URISyntaxException e) {
            throw wrong(location, "cannot be read: " + e.getReason());
        }
    }

    private static WebAddress of(URI uri, String text) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw wrong(text, "does not begin with https:// or http://");
        }
        if (uri.getRawUserInfo() != null
                || uri.getRawAuthority() != null && uri.getRawAuthority().indexOf('@') >= 0) {
            throw new TokenException(
                    Problem.FORBIDDEN, "The address has a name or a password before its host; remove them.");
        }
        boolean secure = scheme.equals("https");
        int port = uri.getPort() < 0 ? secure ? HTTPS : HTTP : uri.getPort();
        String host = host(uri, text);
        if (port < 1 || port > PORT_MAX) {
            throw wrong(text, "has a port that does not exist");
        }
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String target = uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        if (target.length() > LENGTH_MAX || !path.startsWith("/")) {
            throw wrong(text, "is longer than " + LENGTH_MAX + " characters");
        }
        return new WebAddress(secure, host, port, target);
    }

    private static String host(URI uri, String text) {
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        if (host.startsWith("[") && host.endsWith("]")) {
            String inside = host.substring(1, host.length() - 1);
            return Literal.address(inside)
                    .map(address -> inside)
                    .orElseThrow(() -> wrong(text, "has a host that is no address"));
        }
        if (Literal.address(host).isPresent() || NAME.matcher(host).matches()) {
            return host;
        }
        throw wrong(
                text, "has no host that can be asked; write a name such as example.org, other alphabets as xn--...");
    }

    /** Whether it goes to the port that everybody uses. */
    boolean isUsualPort() {
        return port == (secure ? HTTPS : HTTP);
    }

    /** {@code host} and {@code port} as the configuration names private hosts. */
    String place() {
        return bracketed() + ":" + port;
    }

    /** As the field {@code Host} has it. */
    String authority() {
        return isUsualPort() ? bracketed() : place();
    }

    private String bracketed() {
        return host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    }

    @Override
    public String toString() {
        return (secure ? "https://" : "http://") + authority() + target;
    }

    /** People write blanks and umlauts into addresses; what no address may have is encoded, what is encoded stays. */
    private static String encoded(String text, Charset charset) {
        StringBuilder encoded = new StringBuilder(text.length());
        String stripped = text.strip();
        for (int at = 0; at < stripped.length(); ) {
            int character = stripped.codePointAt(at);
            boolean kept = character == '%' ? isEscape(stripped, at) : ALLOWED.indexOf(character) >= 0;
            if (character < 0x80 && Character.isISOControl(character)) {
                throw wrong(text, "has control characters");
            }
            if (kept) {
                encoded.appendCodePoint(character);
            } else {
                for (byte part : Character.toString(character).getBytes(charset)) {
                    encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(part));
                }
            }
            at += Character.charCount(character);
        }
        return encoded.toString();
    }

    private static boolean isEscape(String text, int at) {
        return at + 2 < text.length() && hex(text.charAt(at + 1)) && hex(text.charAt(at + 2));
    }

    private static boolean hex(char digit) {
        return Character.digit(digit, 16) >= 0 && digit < 0x80;
    }

    private static TokenException wrong(String text, String why) {
        return new TokenException(Problem.ADDRESS, "The address '" + shown(text) + "' " + why + ".");
    }

    private static String shown(String text) {
        String visible = text.replaceAll("\\p{Cc}", "?");
        return visible.length() <= SHOWN_MAX ? visible : visible.substring(0, SHOWN_MAX) + "...";
    }
}
