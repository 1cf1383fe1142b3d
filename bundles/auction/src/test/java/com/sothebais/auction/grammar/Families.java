package com.sothebais.auction.grammar;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;

/** Makes posts whose meaning is known: genuine bids, and families of posts that are none. */
final class Families {
    /** A post and the amount in ETH that it bids; null for none. */
    record Made(String text, BigDecimal bid) {}

    private static final String[] LEADS = {
        "",
        "",
        "",
        "@host ",
        "gm ",
        "hey @host, ",
        "ok ",
        "yes! ",
        "🔥 ",
        "What a piece! ",
        "I love this one. ",
        "lfg ",
        "hola, ",
        "Hallo, ",
        "wow, ",
        "Great work @artist! ",
        "lot 7: ",
        "#7 "
    };
    private static final String[] BEFORE = {
        "bid ",
        "Bid: ",
        "BID ",
        "I bid ",
        "I'll bid ",
        "I'm bidding ",
        "my bid is ",
        "my bid: ",
        "offer ",
        "I offer ",
        "my offer is ",
        "placing a bid of ",
        "I'll go ",
        "I'll pay ",
        "raise to ",
        "put me down for ",
        "!bid ",
        "/bid ",
        "#bid ",
        "pujo ",
        "ofrezco ",
        "mi puja es ",
        "ofereço ",
        "meu lance é ",
        "ich biete ",
        "mein Gebot: ",
        "je mise ",
        "j'offre ",
        "mon offre : ",
        "offro ",
        "ik bied ",
        "ставлю ",
        "出价",
        "我出价 ",
        "入札 ",
        "입찰 ",
        "أعرض "
    };
    private static final String[] UNITS = {" eth", " ETH", "eth", " ether", "Ξ", " $ETH", " Ether", " #eth"};
    private static final String[] TAILS = {
        "",
        "",
        "",
        "!",
        " please",
        " 🚀🚀",
        " thanks",
        " for lot 7",
        " for this piece",
        ". Good luck everyone!",
        ", thanks!",
        " @host",
        " for Sunset #1042",
        "\nlfg",
        " (about $7,400)",
        " wagmi",
        " from vitalik.eth",
        " https://example.org/7?x=3"
    };

    private static final String[] DENIED = {
        "I would not %s", "never %s", "don't %s guys", "nobody will %s", "not %s", "no way I %s", "I refuse to %s",
                "%s... nvm", "%s. Not!",
        "%s ❌", "no pienso %s", "ich will nicht %s", "je ne %s pas", "não %s", "не %s", "不%s", "%s, oops",
                "forget it, %s"
    };
    private static final String[] CONDITIONED = {
        "if I had money I'd %s", "%s if nobody tops it", "maybe %s", "%s tomorrow", "would %s", "%s unless it's fake",
                "thinking to %s",
        "imagine: %s", "wish I could %s", "%s when gas drops", "si pudiera %s", "wenn ich könnte, %s",
                "se eu pudesse, %s", "如果%s",
        "%s as soon as I'm paid", "%s depending on gas", "I want to %s"
    };
    private static final String[] REPORTED = {
        "he said %s", "@alice %s", "bob: %s", "my friend will %s", "they %s", "someone will %s", "RT @bob: %s",
                "apparently %s",
        "mi amigo dijo %s", "er sagte %s", "il a dit %s", "он сказал %s", "Bob wrote this. %s", "%s. Bob's words.",
                "%s - bob", "yesterday I %s"
    };
    private static final String[] ASKED = {
        "should I %s",
        "can I %s",
        "who will %s",
        "%s?",
        "what if I %s",
        "why %s",
        "is %s ok?",
        "¿%s?",
        "soll ich %s",
        "qui %s",
        "%s❓"
    };
    private static final String[] JOKED = {
        "%s lol",
        "%s 😂",
        "%s jk",
        "%s /s",
        "haha %s",
        "%s just kidding",
        "%s jajaja",
        "%s kkkk",
        "%s 哈哈",
        "%s #joke",
        "%s, yeah right"
    };
    private static final String[] QUOTED = {
        "\"%s\"",
        "“%s”",
        "«%s»",
        "「%s」",
        "> %s",
        "'%s'",
        "`%s`",
        "she wrote \"%s\"",
        "<b>%s</b>",
        "<!-- %s -->",
        "type \"%s\""
    };
    private static final String[] TALK = {
        "gas is %n gwei",
        "the floor is %n eth",
        "sold for %n eth",
        "%n stars",
        "%n/10 art",
        "ends at %n:00",
        "up %n% today",
        "#%n is nice",
        "my %nth auction",
        "ETH at %n dollars",
        "top %n artists",
        "%n people watching",
        "bids: %n",
        "worth %n eth",
        "reserve %n eth",
        "lot %n is beautiful",
        "https://x.com/%n",
        "@user%n gm",
        "starting bid %n eth",
        "highest bid %n eth",
        "bid war at %n eth",
        "minimum bid %n eth",
        "%n eth is crazy",
        "bid increments of %n eth",
        "next bid %n eth",
        "auction %n of 30",
        "current price %n eth"
    };
    private static final String[] BROKEN = {
        "bid 1,%3 eth",
        "bid 1.%3 eth",
        "bid 1 %3 eth",
        "bid %n-%m eth",
        "bid %n or %m eth",
        "bid ~%n eth",
        "bid %n%",
        "bid %n.5.5 eth",
        "bid %nO eth",
        "bid O%n eth",
        "bid %n\u200B eth",
        "bid \u202E%n eth",
        "bid %n еth",
        "bid %n² eth",
        "bid %n eth classic",
        "bid -%n eth",
        "bid %n to %m eth",
        "bid %ne5 wei",
        "bid 0x%n eth",
        "bid %n%% more",
        "bid up to %n eth",
        "bid $%n eth",
        "bid %n usdc",
        "bid %n eth in usdc",
        "bid #%n",
        "bid lot %n eth",
        "bid %n eth %m",
        "bid ２%n eth",
        "bid %n🅾 eth",
        "bid %nx eth",
        "bid ③ eth",
        "bid %n/7 eth and %m",
        "bid %n bananas",
        "bid about %n eth",
        "bid at least %n eth",
        "bid %n eth at 3pm"
    };
    private static final List<String[]> FRAMES = List.of(DENIED, CONDITIONED, REPORTED, ASKED, JOKED, QUOTED);

    private final Random random;

    Families(Random random) {
        this.random = random;
    }

    Made bid() {
        BigDecimal value = BigDecimal.valueOf(1 + random.nextInt(19_999), 1 + random.nextInt(2));
        String lead = any(LEADS);
        return new Made(lead + any(BEFORE) + written(value) + any(TAILS), value);
    }

    Made other() {
        int family = random.nextInt(FRAMES.size() + 2);
        if (family < FRAMES.size()) {
            String said =
                    (random.nextBoolean() ? "bid " : "I bid ") + written(BigDecimal.valueOf(1 + random.nextInt(40)));
            return new Made(any(FRAMES.get(family)).replace("%s", said), null);
        }
        String template = family == FRAMES.size() ? any(TALK) : any(BROKEN);
        int number = 2 + random.nextInt(90);
        String text = template.replace("%n", String.valueOf(number))
                .replace("%m", String.valueOf(number + 1 + random.nextInt(5)))
                .replace("%3", String.valueOf(100 + random.nextInt(900)))
                .replace("%%", "%");
        return new Made(text, null);
    }

    /** Never three digits behind the mark, which could be a group, unless a zero stands before. */
    private String written(BigDecimal value) {
        String plain = value.toPlainString();
        String digits =
                switch (random.nextInt(6)) {
                    case 0 -> plain.replace('.', ',');
                    case 1 -> wide(plain);
                    case 2 -> plain + (value.scale() > 0 ? "00" : "");
                    default -> plain;
                };
        boolean three = digits.length() - digits.replace(',', '.').indexOf('.') == 4 && value.scale() > 0;
        return (three ? plain + "000" : digits) + (isWide(digits) && !three ? " eth" : any(UNITS));
    }

    private static String wide(String plain) {
        StringBuilder wide = new StringBuilder();
        plain.chars().forEach(c -> wide.append((char) (c - '.' + '．')));
        return wide.toString();
    }

    private static boolean isWide(String digits) {
        return digits.charAt(0) > 0x7F;
    }

    private String any(String[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
