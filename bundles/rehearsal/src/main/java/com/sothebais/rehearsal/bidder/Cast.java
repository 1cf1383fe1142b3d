package com.sothebais.rehearsal.bidder;

import com.sothebais.rehearsal.bidder.Persona.Means;
import com.sothebais.rehearsal.bidder.Raiser.Temper;
import java.util.List;
import java.util.Random;

/** The twelve bidders of the demo show. The same seed gives the same people with the same words. */
public final class Cast {
    private Cast() {}

    /** @param host handle of the host, without @ */
    public static List<Persona> of(String host, long seed) {
        String at = "@" + host + " ";
        return List.of(
                steady(at, seed),
                whale(at, seed),
                echo(at, seed),
                polyglot(at, seed),
                new Persona("snipe_o_clock", "Simon Late", Means.of("20"), Oddities.sniper(at)),
                new Persona("fat_finger_finn", "Finn Fumble", Means.of("60"), Oddities.fatFinger(at)),
                new Persona("no_funds_nora", "Nora Nil", Means.EMPTY_WALLET, Oddities.unfunded(at)),
                new Persona("walletless_wes", "Wes Newcomer", Means.NO_WALLET, Oddities.unlinked(at)),
                new Persona("chatty_cleo", "Cleo Chatterton", Means.of("5"), Oddities.chatty(at)),
                new Persona("rulebender_rex", "Rex Loophole", Means.of("15"), Oddities.ruleBreaker(at)),
                new Persona("too_little_lou", "Lou Tardy", Means.of("10"), Oddities.tooLittleTooLate(at)),
                new Persona("vague_vera", "Vera Maybe", Means.of("15"), Oddities.vague(at)));
    }

    private static Persona steady(String at, long seed) {
        Random random = random(seed, "steady_ada");
        Phrases words = new Phrases(
                random,
                at + "bid {amount} {unit}",
                at + "I'm in at {amount} ETH",
                at + "I'll go {amount} ETH!",
                at + "#{lot} bid {amount} eth",
                at + "offer {amount} eth");
        Temper temper = new Temper(List.of("3.4", "2.8"), 100, 3, 5);
        return new Persona("steady_ada", "Ada Lindqvist", Means.of("20"), new Raiser(temper, words, random));
    }

    private static Persona whale(String at, long seed) {
        Random random = random(seed, "whale_of_basel");
        Phrases words = new Phrases(random, at + "BID {amount} ETH", at + "bid {amount}Ξ", at + "offer {amount} ETH");
        Temper temper = new Temper(List.of("3.2", "4.4"), 125, 8, 11);
        return new Persona("whale_of_basel", "C. W. Walfisch", Means.of("40"), new Raiser(temper, words, random));
    }

    private static Persona echo(String at, long seed) {
        Random random = random(seed, "echo_ed");
        Phrases words =
                new Phrases(random, at + "bid {amount} eth", at + "Bid: {amount} ETH", at + "ill go {amount} eth");
        Temper temper = new Temper(List.of("2.7", "3.1"), 100, 3.5, 6);
        return new Persona("echo_ed", "Ed Echo", Means.of("20"), new Echo(new Raiser(temper, words, random)));
    }

    private static Persona polyglot(String at, long seed) {
        Random random = random(seed, "poly_paulo");
        Phrases words = new Phrases(
                random,
                at + "ich biete {comma} ETH",
                at + "pujo {comma} ETH por favor",
                at + "je mise {amount} eth",
                at + "offro {amount} eth");
        Temper temper = new Temper(List.of("3.0", "3.5"), 105, 4, 7);
        return new Persona("poly_paulo", "Paulo Paroli", Means.of("20"), new Raiser(temper, words, random));
    }

    private static Random random(long seed, String handle) {
        return new Random(seed * 31 + handle.hashCode());
    }
}
