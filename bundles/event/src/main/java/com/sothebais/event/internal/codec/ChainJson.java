package com.sothebais.event.internal.codec;

import com.sothebais.api.chain.ChainId;
import com.sothebais.api.chain.EscrowMovement;
import com.sothebais.api.chain.EscrowMovement.Deposited;
import com.sothebais.api.chain.EscrowMovement.Settled;
import com.sothebais.api.chain.EscrowMovement.Withdrawn;
import com.sothebais.api.chain.SettlementId;
import com.sothebais.api.chain.SettlementOrder;
import com.sothebais.api.chain.TokenRef;
import com.sothebais.api.chain.TxHash;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.ledger.Hash;
import com.sothebais.api.money.Money;
import java.math.BigInteger;

/** Tokens, escrow movements and settlement orders. */
final class ChainJson {
    private ChainJson() {}

    static void write(JsonOut out, TokenRef token) {
        out.text("chain", token.chain().value())
                .text("collection", token.collection().value())
                .text("tokenId", token.tokenId().toString());
    }

    static TokenRef readToken(JsonIn in) {
        return new TokenRef(
                new ChainId(in.text("chain")),
                new WalletAddress(in.text("collection")),
                new BigInteger(in.text("tokenId")));
    }

    static void write(JsonOut out, EscrowMovement movement) {
        if (movement instanceof Deposited deposited) {
            write(out, "deposited", movement, deposited.wallet(), deposited.amount());
        } else if (movement instanceof Withdrawn withdrawn) {
            write(out, "withdrawn", movement, withdrawn.wallet(), withdrawn.amount());
        } else if (movement instanceof Settled settled) {
            write(out, "settled", movement, settled.wallet(), settled.amount());
            out.text("settlement", settled.settlement().value());
        } else {
            throw new IllegalStateException("no JSON for " + movement);
        }
    }

    static EscrowMovement readMovement(JsonIn in) {
        long block = in.number("block");
        TxHash tx = new TxHash(in.text("tx"));
        WalletAddress wallet = new WalletAddress(in.text("wallet"));
        Money amount = in.object("amount", MoneyJson::read);
        return switch (in.text("kind")) {
            case "deposited" -> new Deposited(block, tx, wallet, amount);
            case "withdrawn" -> new Withdrawn(block, tx, wallet, amount);
            case "settled" -> new Settled(block, tx, wallet, amount, new SettlementId(in.text("settlement")));
            default -> throw new CodecException("unknown movement '" + in.text("kind") + "'");
        };
    }

    static void write(JsonOut out, SettlementOrder order) {
        out.text("id", order.id().value())
                .object("token", order.token(), ChainJson::write)
                .text("winner", order.winner().value())
                .text("seller", order.seller().value())
                .object("price", order.price(), MoneyJson::write)
                .text("ledgerRoot", order.ledgerRoot().hex());
    }

    static SettlementOrder readOrder(JsonIn in) {
        return new SettlementOrder(
                new SettlementId(in.text("id")),
                in.object("token", ChainJson::readToken),
                new WalletAddress(in.text("winner")),
                new WalletAddress(in.text("seller")),
                in.object("price", MoneyJson::read),
                new Hash(in.text("ledgerRoot")));
    }

    private static void write(JsonOut out, String kind, EscrowMovement movement, WalletAddress wallet, Money amount) {
        out.text("kind", kind)
                .number("block", movement.block())
                .text("tx", movement.tx().value())
                .text("wallet", wallet.value())
                .object("amount", amount, MoneyJson::write);
    }
}
