package com.sothebais.asset.token;

import com.sothebais.api.asset.TokenArtwork;
import com.sothebais.api.asset.TokenException;
import com.sothebais.api.asset.TokenException.Problem;
import com.sothebais.asset.fetch.WebAddress;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the addresses that tokens name. Immutable. */
public final class Addresses {
    /** Most gateways of one configuration. */
    public static final int GATEWAYS_MAX = 8;

    private static final String ID = "{id}";
    private static final int ID_DIGITS = 64;

    /** The second {@code ipfs/} is a widespread mistake. */
    private static final Pattern IPFS = Pattern.compile("(?i:ipfs)://(?:ipfs/)?([A-Za-z0-9]{46,120})(/.*)?");

    private static final Pattern BARE = Pattern.compile("(Qm[1-9A-HJ-NP-Za-km-z]{44}|b[a-z2-7]{58,})(/.*)?");
    private static final int SHOWN_MAX = 80;

    private final List<String> gateways;

    /** @param gateways addresses that a content id is put behind, in the order in which they are asked */
    public Addresses(List<String> gateways) {
        this.gateways = List.copyOf(gateways);
    }

    /** Why a text is no gateway; empty when it is one. */
    public static Optional<String> wrongGateway(String text) {
        try {
            return WebAddress.of(text).target().endsWith("/")
                    ? Optional.empty()
                    : Optional.of("needs a slash at its end, such as https://ipfs.io/ipfs/");
        } catch (TokenException e) {
            return Optional.of("is no address such as https://ipfs.io/ipfs/");
        }
    }

    /** Puts the token's number where the address wants it: 64 hexadecimal digits in lower case, as ERC-1155 says. */
    static String numbered(String uri, Optional<BigInteger> tokenId) {
        if (!uri.contains(ID)) {
            return uri;
        }
        BigInteger id = tokenId.orElseThrow(() -> new TokenException(
                Problem.ADDRESS, "The address has {id} in it; give the token's number as 'tokenId' too."));
        String digits = id.toString(16);
        return uri.replace(ID, "0".repeat(Math.max(0, ID_DIGITS - digits.length())) + digits);
    }

    Place place(String uri) {
        if (uri.length() > TokenArtwork.URI_CHARS_MAX && !DataUri.is(uri)) {
            throw new TokenException(
                    Problem.ADDRESS, "The address is longer than " + TokenArtwork.URI_CHARS_MAX + " characters.");
        }
        if (DataUri.is(uri)) {
            return new Place.Inside(DataUri.decode(uri));
        }
        Matcher ipfs = IPFS.matcher(uri);
        if (ipfs.matches()) {
            return gateways(ipfs.group(1), Optional.ofNullable(ipfs.group(2)).orElse(""));
        }
        String scheme = uri.substring(0, Math.max(0, uri.indexOf(':'))).toLowerCase(Locale.ROOT);
        if (scheme.equals("https") || scheme.equals("http")) {
            return new Place.Web(WebAddress.of(uri));
        }
        throw new TokenException(
                Problem.ADDRESS, "The address '" + Words.line(uri, SHOWN_MAX) + "' " + hint(scheme, uri));
    }

    private Place gateways(String content, String path) {
        if (gateways.isEmpty()) {
            throw new TokenException(
                    Problem.FORBIDDEN,
                    "There is no gateway for ipfs:// addresses; name one in 'token.gateways' of"
                            + " etc/com.sothebais.asset.cfg, or upload the picture instead.");
        }
        return new Place.Gateways(
                gateways.stream()
                        .map(gateway -> WebAddress.of(gateway + content + path))
                        .toList(),
                ContentId.sha256(content));
    }

    private static String hint(String scheme, String uri) {
        return switch (scheme) {
            case "ipfs" -> "has no content id behind ipfs://; copy it whole from the token's contract.";
            case "ar" -> "is of Arweave; write https://arweave.net/ instead of ar://.";
            case "ipns" -> "is of IPNS, which may change; write the ipfs:// address that it stands for.";
            default ->
                BARE.matcher(uri).matches()
                        ? "is a content id; write ipfs:// before it."
                        : "is not fetched; an address begins with https://, http://, ipfs:// or data:.";
        };
    }
}
