package com.sothebais.simulation.oracle;

import com.sothebais.api.auction.SessionPlan;

/** Sessions that the engine plans by itself. */
final class Relists {
    private Relists() {}

    /** Whether every lot of the session is a lot that was not sold and is put up again, once. */
    static boolean allows(Oracle oracle, SessionPlan plan) {
        return !plan.lots().isEmpty()
                && plan.lots().stream().allMatch(lot -> lot.relistOf()
                        .map(oracle.lots::get)
                        .filter(LotBook::isClosed)
                        .filter(before -> before.plan().relistOf().isEmpty())
                        .filter(before -> before.plan().lot().equals(lot.lot()))
                        .isPresent());
    }
}
