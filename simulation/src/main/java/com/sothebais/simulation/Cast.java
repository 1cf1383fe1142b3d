package com.sothebais.simulation;

import com.sothebais.api.chain.ChainId;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.money.Currency;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.AccountId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Who takes part.
 *
 * @param networks with a host each, and clocks of their own
 */
record Cast(List<Network> networks, List<Person> people) {
    static final ChainId CHAIN = new ChainId("sim:1");
    static final Currency USDC = new Currency("USDC", 6);

    private static final int SKEW_MILLIS = 400;
    private static final int PEOPLE_MIN = 2;
    private static final int PEOPLE_MAX = 7;

    /** @param skew how much its clock is ahead; negative when it is behind */
    record Network(String name, Account host, Duration skew) {}

    /**
     * @param purse tenths of a whole unit that the person has in escrow at the start, in every currency; 0 for none
     * @param linked whether the wallet is linked at the start
     */
    record Person(Account account, WalletAddress wallet, int purse, boolean linked) {}

    static Cast of(Dice dice) {
        List<Network> networks = new ArrayList<>();
        for (int i = 0; i <= dice.below(3); i++) {
            String name = List.of("alpha", "beta", "gamma").get(i);
            Account host = new Account(new AccountId(name, "host"), "sothebais", "Host");
            networks.add(new Network(name, host, Duration.ofMillis(dice.between(-SKEW_MILLIS, SKEW_MILLIS))));
        }
        List<Person> people = new ArrayList<>();
        for (int i = 1; i <= dice.between(PEOPLE_MIN, PEOPLE_MAX); i++) {
            Account account =
                    new Account(new AccountId(dice.one(networks).name(), "user-" + i), "user" + i, "User " + i);
            int purse = dice.one(List.of(0, 30, 80, 400, 400, 5_000));
            people.add(new Person(account, wallet(i), purse, dice.percent(85)));
        }
        return new Cast(List.copyOf(networks), List.copyOf(people));
    }

    static WalletAddress wallet(int number) {
        return new WalletAddress(String.format("0x%040x", number));
    }

    Network network(Person person) {
        return networks.stream()
                .filter(network -> network.name().equals(person.account().id().network()))
                .findFirst()
                .orElseThrow();
    }
}
