package com.sothebais.auction.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.money.Currency;
import com.sothebais.api.social.Post;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BidGrammarTest {
    /** What is as quick as that need not be measured against anything. */
    private static final long QUICK_NANOS = 5_000_000;

    /** The fastest of this many readings of a text is taken at least, half and whole in turn. */
    private static final int READINGS_MIN = 8;

    /**
     * And of this many at most: code that has just been thrown away runs interpreted for a while, where a square stays
     * a square however often it is read.
     */
    private static final int READINGS_MAX = 200;

    static final Context MENTION = context(false);
    static final Context REPLY = context(true);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@host bid 2.5 eth|2.5",
                "@alice @host bid 2.5 eth|2.5",
                "hey @host, bid 2.5 eth please!|2.5",
                "ok I'll bid 3 ETH for this one 🔥|3",
                "gm! my bid is 3 eth|3",
                "my bid: 3 eth|3",
                "Placing a bid of 3 eth on lot 7|3",
                "love it, bid 3 eth lfg 🚀|3",
                "bid 2.5 ETH|2.5",
                "bid 2.5 eth ❤️|2.5",
                "bid 500000000 gwei|0.5",
                "bid 3000000000000000000 wei|3",
                "bid 1½ eth|1.5",
                "bid ٢٫٥ eth|2.5",
                "bid 1.000.000,5 eth|1000000.5",
                "3 eth is my bid|3",
                "bid eth 3|3",
                "raise to 3 eth|3",
                "bid 2.5 eth tx 0x5c504ed432cb51138bcf09aa5e8a410dd4a1e204ef84bfed1be16dfba1b22060|2.5",
                "pujo 3 eth por favor|3",
                "ofrezco 3 ETH|3",
                "我出价5ETH|5",
                "入札 2.5 ETH|2.5",
                "3ETHで入札します|3",
                "I'm bidding 3 eth|3",
                "bid 2.5 ETH :)|2.5",
                "wow, bid 3 eth for the win|3",
                "ставлю 3 eth|3",
                "teklif 3 eth|3",
            })
    void readsPlainBids(String text, String amount) {
        Reading reading = BidGrammar.read(text, MENTION);
        assertThat(reading.binds()).as("%s -> %s", text, reading).isTrue();
        assertThat(reading.intent()).isEqualTo(Intent.BID);
        assertThat(reading.amount().orElseThrow()).isEqualByComparingTo(new BigDecimal(amount));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bid 3 eth if the reserve is met",
                "bid 3 eth unless someone tops it",
                "bid 3 eth tomorrow",
                "bid 3 eth or maybe not",
                "bid 3 eth is way too much",
                "bid 3 eth for this is crazy",
                "the highest bid 3 eth stands",
                "highest bid 3 eth",
                "current bid 3 eth",
                "alice: bid 3 eth",
                "@host @alice bid 3 eth",
                "alice bid 3 eth",
                "he bid 3 eth",
                "they offered 3 eth",
                "my bot bid 3 eth by itself",
                "I already bid 3 eth",
                "I bid 3 eth yesterday",
                "would bid 3 eth",
                "I'd bid 3 eth",
                "bid around 3 eth",
                "bid about 3 eth",
                "bid at least 3 eth",
                "bid ~3 eth",
                "bid up to 4 eth",
                "bid 3 eth max",
                "bid 2 to 3 eth",
                "bid between 2 and 3 eth",
                "bid 3 eth, actually 4 eth",
                "bid 3 eth 4",
                "bid 2 1/2 eth",
                "bid 1 000 eth",
                "bid 1/3 eth",
                "bid 1e18 wei",
                "bid 2.5x eth",
                "bid b3 eth",
                "bid 3 ETH Classic",
                "bid 3 wrapped eth",
                "bid 3 bananas",
                "bid 3 XYZ",
                "bid 10% more",
                "bid 3 eth 😂",
                "bid 3 eth lol",
                "bid 3 eth NOT",
                "bid 3 eth. not!",
                "can I bid 3 eth",
                "bid 3 eth ?",
                "bid - 3 eth",
                "bid-3 eth",
                "bid (3) eth",
                "bid \"3 eth\"",
                "'bid 3 eth'",
                "«bid 3 eth»",
                "> bid 3 eth",
                "<b>bid 3 eth</b>",
                "bіd 3 eth",
                "b\u200Bid 3 eth",
                "bid 3\u202E eth",
                "bid 2.\uFE0F5 eth",
                "bid 3️⃣ eth",
                "bid Ⅲ eth",
                "bid ３.5 eth",
                "bid 1\u0336 eth",
                "bid I.5 eth",
                "ⓑⓘⓓ 3 eth",
                "host, bid starts at 3 eth",
                "starting bid 3 eth",
                "minimum bid 3 eth",
                "bid war at 3 eth",
                "3 eth",
                "worth 3 eth",
                "place bid 3 eth at 5 pm",
                "nobody will bid 3 eth",
                "no bid 3 eth",
                "nicht 3 eth biete ich",
                "ich biete nicht 3 eth",
                "wenn ich könnte, biete ich 3 eth",
                "si pudiera, pujo 3 eth",
                "mi amigo puja 3 eth",
                "他出价5ETH",
                "如果出价5ETH",
                "bid lot 7 3 eth, lot 8 3 eth",
                "bid 3 eth for @alice",
                "bid 3 eth... nvm",
                "bid 3 eth 😉",
                "~~bid 3 eth~~",
                "bid <s>3</s> 4 eth",
                "bid 5 per eth",
                "bid lot 5 eth",
                "bid on 5",
                "bid 5 on Sunset",
                "bid 5 eth in usdc",
                "bid 5 eth on base",
                "new bid 3 eth",
                "bid is 3 eth",
                "bid price 3 eth",
                "bob, bid 3 eth",
                "I bid 3 eth that it rains",
                "bid 3 eth on ebay",
                "bidding 3 eth is wild",
                "3ETHで入札しません",
                "我出价3ETH吗",
                "bid 99999999999999999999999999999999999999999999999999999999999999999 eth",
            })
    void failsClosed(String text) {
        Reading reading = BidGrammar.read(text, MENTION);
        assertThat(reading.binds()).as("%s -> %s", text, reading).isFalse();
    }

    @Test
    void anAnswerToTheHostNeedsNoVerbButNothingElseMayBeSaid() {
        assertThat(BidGrammar.read("3 eth", REPLY).binds()).isTrue();
        assertThat(BidGrammar.read("3 ETH please!", REPLY).binds()).isTrue();
        assertThat(BidGrammar.read("3 eth is crazy", REPLY).binds()).isFalse();
        assertThat(BidGrammar.read("floor 3 eth", REPLY).binds()).isFalse();
        assertThat(BidGrammar.read("3 eth?", REPLY).flaw()).contains(Flaw.QUESTION);
    }

    @Test
    void aRaiseIsAddedToThePriceUnlessItCouldBeThePrice() {
        Reading raise = BidGrammar.read("raise by 0.2 eth", MENTION);
        assertThat(raise.intent()).isEqualTo(Intent.RAISE);
        assertThat(raise.binds()).isTrue();
        assertThat(raise.amount().orElseThrow()).isEqualByComparingTo("0.2");
        assertThat(BidGrammar.read("raise 3 eth", MENTION).flaw()).contains(Flaw.CLARIFY);
    }

    @Test
    void aLineBreakBehindTheVerbIsASpace() {
        assertThat(BidGrammar.read("bid\n2.5 eth", MENTION).binds()).isTrue();
    }

    @Test
    void theLeastBidIsResolvedLater() {
        assertThat(BidGrammar.read("bid the minimum please", MENTION).intent()).isEqualTo(Intent.BID_MIN);
        assertThat(BidGrammar.read("min bid", MENTION).binds()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"confirm", "@host yes!", "Ja", "sí", "I confirm my bid", "はい", "oui 👍"})
    void knowsYesInManyLanguages(String text) {
        assertThat(BidGrammar.read(text, REPLY).intent()).isEqualTo(Intent.CONFIRM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes?", "yes but no", "confirm if lower", "yes lol", "ok", "\"yes\"", "y\u200Bes"})
    void takesNothingElseForYes(String text) {
        assertThat(BidGrammar.read(text, REPLY).intent()).isNotEqualTo(Intent.CONFIRM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a>",
                "<a",
                "'a",
                "\"",
                "1,",
                "bid 3 eth ",
                "(",
                "@",
                "出",
                "1 ",
                "no ",
                "x.eth ",
                "</",
                "<!--",
                "<!-- -->",
                "for ",
                "for a ",
                "lots 7 and 8 ",
                "lot ",
                "#7 ",
                "a\u0316\u0301",
                "\u0316\u0301",
                "a'a",
                "a-a",
                "j'",
                "1..",
                "1~",
                "eth/",
                "3 eth or ",
                "(3 eth) ",
                "(3 usd) ",
                "&gt;",
                "&",
                "O",
                "O1",
                "½",
                "二",
                "😀",
                "@host ",
                "my final ",
                "up to ",
                "0x",
                "0xa",
                "haha",
                "\uFDFA",
                "ﷺ ",
                "http://",
                "3 eth $",
                "two hundred ",
                "１",
                "'",
                "no. 7 ",
                "٣",
                "е",
                "bid "
            })
    void longestPostsTakeLinearTime(String piece) {
        String half = piece.repeat(Post.TEXT_MAX / 2 / piece.length());
        String whole = piece.repeat(Post.TEXT_MAX / piece.length());
        long once = Long.MAX_VALUE;
        long twice = Long.MAX_VALUE;
        for (int i = 0; i < READINGS_MAX && (i < READINGS_MIN || twice >= once * 3 + QUICK_NANOS); i++) {
            once = Math.min(once, reading(half));
            twice = Math.min(twice, reading(whole));
        }
        assertThat(twice)
                .as("%s: %d ns for half, %d ns for all", piece, once, twice)
                .isLessThan(once * 3 + QUICK_NANOS);
    }

    /** One reading in processor time, which other programs do not change, but our own compiler may. */
    private static long reading(String text) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        BidGrammar.read(text, REPLY);
        return threads.getCurrentThreadCpuTime() - begin;
    }

    private static Context context(boolean reply) {
        return new Context(List.of(Currency.ETH), Optional.of(new BigDecimal("2")), reply, Set.of("host"));
    }
}
