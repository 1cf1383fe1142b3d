package com.sothebais.settlement.internal;

import com.sothebais.api.money.Money;

/** One wallet's money in the escrow of one chain. A negative {@code free} means that more was bid than was there. */
record Funds(Money free, Money locked, Money owed) {

    static Funds nothing(Money zero) {
        return new Funds(zero, zero, zero);
    }

    Money total() {
        return free.plus(locked).plus(owed);
    }

    Funds in(Money amount) {
        return new Funds(free.plus(amount), locked, owed);
    }

    Funds out(Money amount) {
        return new Funds(free.minus(amount), locked, owed);
    }

    Funds lock(Money amount) {
        return new Funds(free.minus(amount), locked.plus(amount), owed);
    }

    Funds unlock(Money amount) {
        return new Funds(free.plus(amount), locked.minus(amount), owed);
    }

    Funds owe(Money amount) {
        return new Funds(free.minus(amount), locked, owed.plus(amount));
    }

    Funds forgive(Money amount) {
        return new Funds(free.plus(amount), locked, owed.minus(amount));
    }
}
