package com.sothebais.auction.grammar;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads amounts in words, well enough to ask back "did you mean 2 ETH?". Never binding. */
final class NumberWords {
    private static final String HALF = "half";
    private static final Set<String> POINTS = Set.of("point", "comma", "komma", "virgule", "coma", "punto");
    private static final BigDecimal TENTH = new BigDecimal("0.1");
    private static final BigDecimal FIVE_TENTHS = new BigDecimal("0.5");

    /** More number words than that are a song. */
    private static final int WORDS_MAX = 16;

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

    /** The amount in the first stretch of number words between two tokens. */
    static Optional<BigDecimal> find(Sentence said, int from, int to) {
        for (int i = from; i < to; i++) {
            if (said.at(i).is(Token.Kind.WORD) && isNumberWord(said.text(said.at(i)))) {
                return Optional.of(value(said, i));
            }
        }
        return Optional.empty();
    }

    static boolean isNumberWord(String word) {
        return SMALL.containsKey(word) || SCALES.containsKey(word) || HALF.equals(word) || isJoined(word);
    }

    private static BigDecimal value(Sentence said, int from) {
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal group = BigDecimal.ZERO;
        BigDecimal place = null;
        for (int i = from; i < Math.min(said.size(), from + WORDS_MAX); i++) {
            String word = said.text(said.at(i));
            Integer scale = SCALES.get(word);
            if (POINTS.contains(word)) {
                place = TENTH;
            } else if (word.equals(HALF)) {
                group = group.add(FIVE_TENTHS);
            } else if (scale != null) {
                group = (group.signum() == 0 ? BigDecimal.ONE : group).multiply(BigDecimal.valueOf(scale));
                total = scale > 100 ? total.add(group) : total;
                group = scale > 100 ? BigDecimal.ZERO : group;
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
