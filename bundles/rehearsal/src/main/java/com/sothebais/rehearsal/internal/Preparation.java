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
import com.sothebais.rehearsal.internal.Artworks.Artwork;
import com.sothebais.rehearsal.internal.Production.Ready;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Brings everything of the demo show into place before the doors open: works, tokens and people. */
final class Preparation {
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

    Ready prepare() throws InterruptedException {
        say.accept("hanging the works");
        List<Lot> lots = lots(Artworks.load(script.artworks()));
        Money one = Money.of("1", platform.plugins().chain().currency());
        return new Ready(campaign(lots), new Company(platform, script.seed(), say).gather(one));
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
