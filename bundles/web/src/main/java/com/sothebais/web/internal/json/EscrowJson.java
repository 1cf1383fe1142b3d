package com.sothebais.web.internal.json;

import com.sothebais.api.settlement.EscrowBook;
import java.util.List;

/**
 * The books of the escrow.
 *
 * @param balanced whether every chain holds exactly what the books say; {@code null} before the first comparison
 */
public record EscrowJson(Boolean balanced, List<ReservesJson> reserves, List<BalanceJson> balances) {

    /** The newest comparison with a chain. */
    public record ReservesJson(String chain, long block, MoneyJson held, MoneyJson booked, boolean balanced) {}

    /** One bidder's money. */
    public record BalanceJson(
            String chain, String wallet, MoneyJson free, MoneyJson locked, MoneyJson owed, MoneyJson total) {}

    public static EscrowJson of(EscrowBook book) {
        List<EscrowBook.Reserves> reserves = book.reserves();
        return new EscrowJson(
                reserves.isEmpty() ? null : reserves.stream().allMatch(EscrowBook.Reserves::balanced),
                reserves.stream().map(EscrowJson::reserves).toList(),
                book.balances().stream().map(EscrowJson::balance).toList());
    }

    private static ReservesJson reserves(EscrowBook.Reserves reserves) {
        return new ReservesJson(
                reserves.chain().value(),
                reserves.block(),
                MoneyJson.of(reserves.held()),
                MoneyJson.of(reserves.booked()),
                reserves.balanced());
    }

    private static BalanceJson balance(EscrowBook.Balance balance) {
        return new BalanceJson(
                balance.chain().value(),
                balance.wallet().value(),
                MoneyJson.of(balance.free()),
                MoneyJson.of(balance.locked()),
                MoneyJson.of(balance.owed()),
                MoneyJson.of(balance.total()));
    }
}
