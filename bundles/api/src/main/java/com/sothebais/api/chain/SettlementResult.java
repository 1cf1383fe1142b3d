package com.sothebais.api.chain;

/** How a settlement ended on the chain. */
public sealed interface SettlementResult {

    /** Executed, now or by an earlier call with the same id. */
    record Confirmed(TxHash tx, long block) implements SettlementResult {}

    /** The contract refused, finally; {@code reason} is one sentence. */
    record Refused(String reason) implements SettlementResult {}
}
