package com.sothebais.web.internal.forms;

import com.sothebais.api.asset.AssetId;
import com.sothebais.api.auction.Lot;
import com.sothebais.api.chain.ChainId;
import com.sothebais.api.chain.TokenRef;
import com.sothebais.api.chain.WalletAddress;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads the lots of a campaign in the order they are listed; lots without a number get the lowest free ones. */
final class LotsForm {
    /** Most lots of a campaign. */
    static final int LOTS_MAX = 1_000;

    private static final int NUMBER_MAX = 1_000_000;
    private static final int TITLE_MAX = 200;
    private static final int STORY_MAX = 4_000;
    private static final BigInteger TOKEN_ID_MAX = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);
    private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-fA-F]{40}");
    private static final Pattern CHAIN = Pattern.compile("[-a-z0-9]{3,8}:[-_a-zA-Z0-9]{1,32}");
    private static final Pattern TOKEN_ID = Pattern.compile("[0-9]{1,78}");
    private static final Pattern ASSET = Pattern.compile("[0-9a-f]{64}");
    private static final String AN_ADDRESS = "an address: 0x and 40 hexadecimal digits";

    private final Predicate<AssetId> stored;
    private final Set<Integer> numbers = new HashSet<>();

    private LotsForm(Predicate<AssetId> stored) {
        this.stored = stored;
    }

    /** @param stored whether there is a picture */
    static List<Lot> read(Form campaign, Predicate<AssetId> stored) {
        return new LotsForm(stored).lots(campaign);
    }

    private List<Lot> lots(Form campaign) {
        List<Form> forms = campaign.objects("lots", LOTS_MAX);
        if (forms.isEmpty()) {
            campaign.wrong("lots", "needs at least one lot");
        }
        List<Optional<Integer>> given = forms.stream().map(this::number).toList();
        List<Lot> lots = new ArrayList<>();
        int free = 1;
        for (int i = 0; i < forms.size(); i++) {
            while (given.get(i).isEmpty() && !numbers.add(free)) {
                free++;
            }
            lot(forms.get(i), given.get(i).orElse(free)).ifPresent(lots::add);
        }
        return lots;
    }

    private Optional<Integer> number(Form lot) {
        Optional<Integer> number = lot.whole("number", 1, NUMBER_MAX).map(Long::intValue);
        number.filter(known -> !numbers.add(known)).ifPresent(known -> lot.wrong("number", "is used twice: " + known));
        return number;
    }

    private Optional<Lot> lot(Form lot, int number) {
        if (lot.has("tokenUri")) {
            lot.wrong(
                    "tokenUri",
                    "is where the token says what it is, and a campaign must say it itself; fill it in first: POST it to"
                            + " /api/campaigns/fill, or sothebais:campaign-fill in the shell");
            return Optional.empty();
        }
        Optional<String> title = lot.required("title", lot.text("title", TITLE_MAX));
        Optional<String> artist = lot.required("artist", lot.text("artist", TITLE_MAX));
        String story = lot.text("story", STORY_MAX).orElse("");
        Optional<AssetId> artwork = lot.required("artwork", artwork(lot));
        Optional<TokenRef> token = lot.required("token", lot.object("token")).flatMap(LotsForm::token);
        Optional<WalletAddress> seller = lot.required("seller", address(lot, "seller"));
        lot.end();
        boolean whole = title.isPresent()
                && artist.isPresent()
                && artwork.isPresent()
                && token.isPresent()
                && seller.isPresent();
        return whole
                ? Optional.of(
                        new Lot(number, title.get(), artist.get(), story, artwork.get(), token.get(), seller.get()))
                : Optional.empty();
    }

    private Optional<AssetId> artwork(Form lot) {
        String expected = "the id of a stored picture: 64 hexadecimal digits";
        return lot.parsed("artwork", ASSET, expected, (text, form) -> new AssetId(text))
                .filter(id -> {
                    boolean known = stored.test(id);
                    if (!known) {
                        lot.wrong("artwork", "is no stored picture; store it first");
                    }
                    return known;
                });
    }

    private static Optional<TokenRef> token(Form token) {
        Optional<ChainId> chain = token.required(
                "chain",
                token.parsed("chain", CHAIN, "a chain such as eip155:360 (CAIP-2)", (text, form) -> new ChainId(text)));
        Optional<WalletAddress> collection = token.required("collection", address(token, "collection"));
        Optional<BigInteger> id = token.required("tokenId", tokenId(token));
        token.end();
        return chain.isPresent() && collection.isPresent() && id.isPresent()
                ? Optional.of(new TokenRef(chain.get(), collection.get(), id.get()))
                : Optional.empty();
    }

    /** The number of a token, below 2 to the 256. */
    static Optional<BigInteger> tokenId(Form token) {
        String expected = "a whole number as text, less than 2 to the 256";
        return token.parsed("tokenId", TOKEN_ID, expected, (text, form) -> {
            BigInteger id = new BigInteger(text);
            if (id.compareTo(TOKEN_ID_MAX) > 0) {
                throw new IllegalArgumentException("too large");
            }
            return id;
        });
    }

    private static Optional<WalletAddress> address(Form form, String name) {
        return form.parsed(name, ADDRESS, AN_ADDRESS, (text, it) -> new WalletAddress(text));
    }
}
