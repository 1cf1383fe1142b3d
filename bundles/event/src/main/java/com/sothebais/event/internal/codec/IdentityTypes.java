package com.sothebais.event.internal.codec;

import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.identity.IdentityEvent;
import java.util.List;

/** How each fact about people is stored. */
final class IdentityTypes implements IdentityEvent.Cases<Typed> {

    private static final EventType<IdentityEvent.WalletLinked> WALLET_LINKED = new EventType<>(
            "identity.wallet-linked",
            1,
            (out, event) -> out.object("account", event.account(), SocialJson::write)
                    .text("wallet", event.wallet().value()),
            in -> new IdentityEvent.WalletLinked(
                    in.object("account", SocialJson::readAccount), new WalletAddress(in.text("wallet"))));

    private static final EventType<IdentityEvent.WalletUnlinked> WALLET_UNLINKED = new EventType<>(
            "identity.wallet-unlinked",
            1,
            (out, event) -> out.object("account", event.account(), SocialJson::write)
                    .text("wallet", event.wallet().value()),
            in -> new IdentityEvent.WalletUnlinked(
                    in.object("account", SocialJson::readAccountId), new WalletAddress(in.text("wallet"))));

    static final List<EventType<?>> ALL = List.of(WALLET_LINKED, WALLET_UNLINKED);

    @Override
    public Typed walletLinked(IdentityEvent.WalletLinked event) {
        return WALLET_LINKED.of(event);
    }

    @Override
    public Typed walletUnlinked(IdentityEvent.WalletUnlinked event) {
        return WALLET_UNLINKED.of(event);
    }
}
