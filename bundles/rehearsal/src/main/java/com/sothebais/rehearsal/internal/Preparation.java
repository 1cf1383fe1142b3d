package com.sothebais.rehearsal.internal;

import com.sothebais.api.asset.Asset;
import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.CampaignId;
import com.sothebais.api.auction.Lot;
import com.sothebais.api.auction.Schedule;
import com.sothebais.api.chain.SimulatedChain;
import com.sothebais.api.chain.TokenRef;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.money.Money;
import com.sothebais.api.settlement.EscrowBook;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.SimulatedNetwork;
import com.sothebais.rehearsal.bidder.Cast;
import com.sothebais.rehearsal.bidder.Persona;
import com.sothebais.rehearsal.internal.Artworks.Artwork;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Brings everything into place before the doors open: works, tokens, people, wallets and their money. */
final class Preparation {
    static final Duration CREDIT_WAIT = Duration.ofSeconds(60);
    private static final Duration CREDIT_LOOK = Duration.ofMillis(100);
    /** More than any campaign has lots, so that token ids of shows in different milliseconds never meet. */
    private static final BigInteger TOKENS_A_SHOW = BigInteger.valueOf(1_000);

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private final Platform platform;
    private final Script script;
    private final Instant started;
    private final Consumer<String> say;

    /** @param say takes what is being done, for people */
    Preparation(Platform platform, Script script, Instant started, Consumer<String> say) {
        this.platform = platform;
        this.script = script;
        this.started = started;
        this.say = say;
    }

    /** A campaign that can be published, and the bidders with their accounts. */
    record Ready(Campaign campaign, Map<Persona, Account> cast) {
        Ready {
            cast = new LinkedHashMap<>(cast);
        }
    }

    Ready prepare() throws InterruptedException {
        say.accept("hanging the works");
        List<Lot> lots = lots(Artworks.load(script.artworks()));
        say.accept("letting the bidders in");
        Map<Persona, Account> cast = join();
        say.accept("filling the bidders' wallets");
        awaitCredit(deposits(cast));
        return new Ready(campaign(lots), cast);
    }

    private List<Lot> lots(List<Artwork> artworks) {
        SimulatedChain chain = platform.plugins().chain();
        WalletAddress seller = chain.wallet("rehearsal-seller");
        WalletAddress collection = chain.wallet("rehearsal-collection");
        BigInteger first = BigInteger.valueOf(started.toEpochMilli()).multiply(TOKENS_A_SHOW);
        List<Lot> lots = new ArrayList<>();
        for (Artwork artwork : artworks) {
            int number = lots.size() + 1;
            Asset picture = platform.air().assets().store(artwork.content());
            TokenRef token = new TokenRef(chain.id(), collection, first.add(BigInteger.valueOf(number)));
            chain.mint(token, seller);
            lots.add(new Lot(number, artwork.title(), artwork.artist(), artwork.story(), picture.id(), token, seller));
        }
        return lots;
    }

    private Map<Persona, Account> join() {
        SimulatedNetwork network = platform.plugins().network();
        Map<Persona, Account> cast = new LinkedHashMap<>();
        for (Persona persona : Cast.of(network.host().handle(), script.seed())) {
            Account account = network.join(persona.handle(), persona.name());
            cast.put(persona, account);
            if (persona.means().linked()) {
                platform.treasury().wallets().link(account, wallet(persona));
            }
        }
        return cast;
    }

    /** Tops every wallet up to what its bidder needs, so that show after show the money does not grow. */
    private Map<WalletAddress, Money> deposits(Map<Persona, Account> cast) {
        SimulatedChain chain = platform.plugins().chain();
        Map<WalletAddress, Money> needed = new LinkedHashMap<>();
        for (Persona persona : cast.keySet()) {
            persona.means().deposit().ifPresent(amount -> {
                Money need = Money.of(amount, chain.currency());
                Money missing = need.minus(free(wallet(persona), Money.zero(chain.currency())));
                if (missing.isPositive()) {
                    chain.deposit(wallet(persona), missing);
                }
                needed.put(wallet(persona), need);
            });
        }
        return needed;
    }

    private void awaitCredit(Map<WalletAddress, Money> needed) throws InterruptedException {
        long deadline = System.nanoTime() + CREDIT_WAIT.toNanos();
        for (Map.Entry<WalletAddress, Money> wallet : needed.entrySet()) {
            Money none = Money.zero(wallet.getValue().currency());
            while (free(wallet.getKey(), none).isLessThan(wallet.getValue())) {
                if (System.nanoTime() > deadline) {
                    throw new ShowException(
                            "the deposit of wallet " + wallet.getKey().shortened()
                                    + " was not credited within " + CREDIT_WAIT.toSeconds()
                                    + " seconds; check the health of the chain and of the settlement");
                }
                Thread.sleep(CREDIT_LOOK.toMillis());
            }
        }
    }

    private Money free(WalletAddress wallet, Money none) {
        return platform.treasury().escrow().balances().stream()
                .filter(balance -> balance.wallet().equals(wallet)
                        && balance.chain().equals(platform.plugins().chain().id()))
                .map(EscrowBook.Balance::free)
                .findFirst()
                .orElse(none);
    }

    private WalletAddress wallet(Persona persona) {
        return platform.plugins().chain().wallet("rehearsal-" + persona.handle());
    }

    private Campaign campaign(List<Lot> lots) {
        LocalDate today = LocalDate.ofInstant(started, Schedule.ZONE_DEFAULT);
        int days = (lots.size() + Script.LOTS - 1) / Script.LOTS;
        Schedule schedule = new Schedule(
                Schedule.ZONE_DEFAULT,
                new Schedule.Days(today, today.plusDays(days - 1L), Set.of()),
                Schedule.Daily.DEFAULT,
                Script.LOTS,
                script.tempo().pause());
        return new Campaign(
                new CampaignId("demo-" + STAMP.format(started)),
                "The Demo Show",
                "SothebAIs Originals",
                "SothebAIs Originals",
                schedule,
                lots,
                script.rules(platform.plugins().chain().currency()),
                Campaign.Policy.RETURN);
    }
}
