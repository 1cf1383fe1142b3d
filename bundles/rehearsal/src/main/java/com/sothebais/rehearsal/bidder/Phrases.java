package com.sothebais.rehearsal.bidder;

import com.sothebais.api.money.Money;
import com.sothebais.api.show.LotView;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Ways of saying one thing. Slots: {@code {amount}}, {@code {comma}} (the amount with a decimal comma), {@code {lot}} and
 * {@code {unit}} (the lot's currency).
 */
public final class Phrases {
    private final List<String> texts;
    private final RandomGenerator random;
    private int last = -1;

    public Phrases(Random random, String... texts) {
        this.random = random;
        this.texts = List.of(texts);
    }

    /** One of the texts, not the one before, with its slots filled. */
    public String with(LotView lot, Money amount) {
        int pick = random.nextInt(texts.size());
        last = texts.size() > 1 && pick == last ? (pick + 1) % texts.size() : pick;
        return texts.get(last)
                .replace("{amount}", amount.decimal())
                .replace("{comma}", Amounts.withComma(amount))
                .replace("{unit}", amount.currency().code())
                .replace("{lot}", Integer.toString(lot.lot().number()));
    }
}
