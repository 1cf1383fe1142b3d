package com.sothebais.chain.simulated.internal;

import com.sothebais.api.chain.ChainException;
import com.sothebais.api.chain.ChainId;
import com.sothebais.api.chain.SettlementId;
import com.sothebais.api.chain.SettlementOrder;
import com.sothebais.api.chain.TokenRef;
import com.sothebais.api.chain.TxHash;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.ledger.Hash;
import com.sothebais.api.money.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The chain's transactions in PostgreSQL, one row and one database transaction each. Thread-safe. */
final class JdbcTransactionStore implements TransactionStore {
    private static final String COLUMNS =
            "number, block, hash, kind, wallet, amount, seller, collection, token_id, settlement, ledger_root, reason";
    private static final String LOAD =
            "select " + COLUMNS + " from chain_simulated_transaction where chain = ? order by number";
    private static final String APPEND = "insert into chain_simulated_transaction (chain, " + COLUMNS
            + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final DataSource database;

    JdbcTransactionStore(DataSource database) {
        this.database = database;
    }

    /** A transaction as columns; what a kind does not have is null in the table. */
    private record Row(
            String kind,
            WalletAddress wallet,
            BigInteger amount,
            WalletAddress seller,
            TokenRef token,
            SettlementId settlement,
            String text) {}

    @Override
    public List<Mined> load(ChainId chain) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(LOAD)) {
            select.setString(1, chain.value());
            List<Mined> transactions = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    transactions.add(new Mined(
                            rows.getLong("number"),
                            rows.getLong("block"),
                            new TxHash(rows.getString("hash")),
                            transaction(chain, rows)));
                }
            }
            return transactions;
        } catch (SQLException e) {
            throw new ChainException(chain, "its transactions cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void append(ChainId chain, Mined mined) {
        Row row = row(mined.transaction());
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(APPEND)) {
            insert.setString(1, chain.value());
            insert.setLong(2, mined.number());
            insert.setLong(3, mined.block());
            insert.setString(4, mined.hash().value());
            insert.setString(5, row.kind());
            insert.setString(6, row.wallet() == null ? null : row.wallet().value());
            insert.setBigDecimal(7, row.amount() == null ? null : new BigDecimal(row.amount()));
            insert.setString(8, row.seller() == null ? null : row.seller().value());
            insert.setString(
                    9, row.token() == null ? null : row.token().collection().value());
            insert.setBigDecimal(
                    10, row.token() == null ? null : new BigDecimal(row.token().tokenId()));
            insert.setString(
                    11, row.settlement() == null ? null : row.settlement().value());
            insert.setString(12, "SETTLED".equals(row.kind()) ? row.text() : null);
            insert.setString(13, "REFUSED".equals(row.kind()) ? row.text() : null);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new ChainException(
                    chain, "transaction " + mined.number() + " could not be stored: " + e.getMessage(), e);
        }
    }

    private static Row row(Transaction transaction) {
        if (transaction instanceof Transaction.Minted minted) {
            return new Row("MINTED", minted.owner(), null, null, minted.token(), null, null);
        }
        if (transaction instanceof Transaction.Deposited in) {
            return new Row("DEPOSITED", in.wallet(), in.amount().units(), null, null, null, null);
        }
        if (transaction instanceof Transaction.Withdrawn out) {
            return new Row("WITHDRAWN", out.wallet(), out.amount().units(), null, null, null, null);
        }
        if (transaction instanceof Transaction.Settled settled) {
            SettlementOrder order = settled.order();
            return new Row(
                    "SETTLED",
                    order.winner(),
                    order.price().units(),
                    order.seller(),
                    order.token(),
                    order.id(),
                    order.ledgerRoot().hex());
        }
        Transaction.Refused refused = (Transaction.Refused) transaction;
        return new Row("REFUSED", null, null, null, null, refused.settlement(), refused.reason());
    }

    private static Transaction transaction(ChainId chain, ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        return switch (kind) {
            case "MINTED" -> new Transaction.Minted(token(chain, row), wallet(row, "wallet"));
            case "DEPOSITED" -> new Transaction.Deposited(wallet(row, "wallet"), amount(row));
            case "WITHDRAWN" -> new Transaction.Withdrawn(wallet(row, "wallet"), amount(row));
            case "SETTLED" ->
                new Transaction.Settled(new SettlementOrder(
                        new SettlementId(row.getString("settlement")),
                        token(chain, row),
                        wallet(row, "wallet"),
                        wallet(row, "seller"),
                        amount(row),
                        new Hash(row.getString("ledger_root"))));
            case "REFUSED" ->
                new Transaction.Refused(new SettlementId(row.getString("settlement")), row.getString("reason"));
            default -> throw new IllegalStateException("unknown kind of transaction in the database: " + kind);
        };
    }

    private static WalletAddress wallet(ResultSet row, String column) throws SQLException {
        return new WalletAddress(row.getString(column));
    }

    private static Money amount(ResultSet row) throws SQLException {
        return new Money(row.getBigDecimal("amount").toBigIntegerExact(), Mined.CURRENCY);
    }

    private static TokenRef token(ChainId chain, ResultSet row) throws SQLException {
        return new TokenRef(
                chain, wallet(row, "collection"), row.getBigDecimal("token_id").toBigIntegerExact());
    }
}
