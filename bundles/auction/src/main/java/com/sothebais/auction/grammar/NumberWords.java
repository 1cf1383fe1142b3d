package com.sothebais.auction.grammar;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads amounts in words, well enough to ask back "did you mean 2 ETH?". Never binding. */
final class NumberWords {
    private static final Map<String, Integer> SMALL = new HashMap<>();
    private static final Map<String, Integer> SCALES = Map.of("hundred", 100, "thousand", 1_000, "million", 1_000_000);

    static {
        String[][] languages = {
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
                    .split(" "),
            "cero uno dos tres cuatro cinco seis siete ocho nueve diez".split(" "),
            "zéro un deux trois quatre cinq six sept huit neuf dix".split(" "),
            "null eins zwei drei vier fünf sechs sieben acht neun zehn".split(" "),
            "zero uno due tre quattro cinque sei sette otto nove dieci".split(" "),
            "zero um dois três quatro cinco seis sete oito nove dez".split(" "),
            "ноль один два три четыре пять шесть семь восемь девять десять".split(" "),
            "零 一 二 三 四 五 六 七 八 九 十".split(" "),
            "영 일 이 삼 사 오 육 칠 팔 구 십".split(" "),
        };
        for (String[] language : languages) {
            for (int i = 0; i < language.length; i++) {
                SMALL.putIfAbsent(language[i], i);
            }
        }
        String[] tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
        for (int i = 0; i < tens.length; i++) {
            SMALL.put(tens[i], 20 + 10 * i);
        }
        SMALL.put("两", 2);
        SMALL.put("兩", 2);
    }

    private NumberWords() {}

    static boolean isNumberWord(Token token) {
        return token.is(Token.Kind.WORD)
                && (SMALL.containsKey(token.text())
                        || SCALES.containsKey(token.text())
                        || token.text().equals("half")
                        || isJoined(token.text()));
    }

    /** The amount in the first stretch of number words. */
    static Optional<BigDecimal> find(List<Token> tokens) {
        int from = 0;
        while (from < tokens.size() && !isNumberWord(tokens.get(from))) {
            from++;
        }
        return from == tokens.size() ? Optional.empty() : Optional.of(value(tokens, from));
    }

    private static BigDecimal value(List<Token> tokens, int from) {
        BigDecimal half = new BigDecimal("0.5");
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal group = BigDecimal.ZERO;
        BigDecimal place = null;
        for (int i = from; i < tokens.size(); i++) {
            String word = tokens.get(i).text();
            if (word.equals("point") || word.equals("comma") || word.equals("komma")) {
                place = new BigDecimal("0.1");
            } else if (word.equals("half")) {
                group = group.add(half);
            } else if (SCALES.containsKey(word)) {
                group = (group.signum() == 0 ? BigDecimal.ONE : group).multiply(BigDecimal.valueOf(SCALES.get(word)));
                if (SCALES.get(word) > 100) {
                    total = total.add(group);
                    group = BigDecimal.ZERO;
                }
            } else if (SMALL.containsKey(word) || isJoined(word)) {
                BigDecimal digit = BigDecimal.valueOf(small(word));
                group = group.add(place == null ? digit : digit.multiply(place));
                place = place == null ? null : place.movePointLeft(1);
            } else if (!word.equals("and") && !word.equals("a")) {
                break;
            }
        }
        return total.add(group).stripTrailingZeros();
    }

    private static boolean isJoined(String word) {
        int dash = word.indexOf('-');
        return dash > 0 && SMALL.containsKey(word.substring(0, dash)) && SMALL.containsKey(word.substring(dash + 1));
    }

    private static int small(String word) {
        int dash = word.indexOf('-');
        return dash < 0 ? SMALL.get(word) : SMALL.get(word.substring(0, dash)) + SMALL.get(word.substring(dash + 1));
    }
}
