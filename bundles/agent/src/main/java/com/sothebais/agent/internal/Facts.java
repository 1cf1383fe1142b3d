package com.sothebais.agent.internal;

import com.sothebais.api.auction.Lot;
import com.sothebais.api.show.LotView;
import com.sothebais.api.show.ShowView;
import com.sothebais.api.social.Account;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a line may tell, by slot name, read from the state of the show and nowhere else. Titles and stories come from people and are
 * cleaned: a story with a link, a handle or an amount in it is left out.
 */
final class Facts {
    private static final int NAME_MAX = 60;
    private static final int STORY_MAX = 130;
    private static final Pattern NOT_IN_A_HANDLE = Pattern.compile("[^A-Za-z0-9_.-]");
    private static final Pattern NOT_IN_A_NAME = Pattern.compile("[^\\p{L}\\p{M}\\p{N} .,;:!?'’\"()&-]");
    private static final Pattern NOT_A_STORY =
            Pattern.compile("@|://|www\\.|0x|\\p{Sc}|\\d\\s*(?:eth|ether|wei|usd)", Pattern.CASE_INSENSITIVE);

    private final Map<String, String> known = new HashMap<>();

    static Facts of(ShowView show) {
        Facts facts = new Facts();
        show.campaign().ifPresent(campaign -> facts.name("campaign", campaign.name()));
        return facts;
    }

    /** The lot and where its bidding stands. */
    Facts bidding(LotView view) {
        lot(view.lot());
        know("next", view.bidding().nextMinimum().toString());
        view.bidding().leader().ifPresent(leader -> {
            know("price", view.bidding().price().toString());
            handle("leader", leader.account());
            know("bids", Integer.toString(view.bidding().accepted()));
        });
        return this;
    }

    Facts lot(Lot lot) {
        know("lot", Integer.toString(lot.number()));
        name("title", lot.title());
        name("artist", lot.artist());
        story(lot.story()).ifPresent(story -> know("story", story));
        return this;
    }

    Facts know(String slot, String value) {
        known.put(slot, value);
        return this;
    }

    Facts without(String slot) {
        known.remove(slot);
        return this;
    }

    Facts handle(String slot, Account account) {
        String handle = handle(account);
        return handle.isEmpty() ? this : know(slot, handle);
    }

    /** Whole seconds, rounded up; nothing once the instant has passed. */
    Facts secondsUntil(Instant end, Instant now) {
        long millis = Duration.between(now, end).toMillis();
        return millis <= 0 ? this : know("seconds", Long.toString((millis + 999) / 1000));
    }

    Map<String, String> map() {
        return Map.copyOf(known);
    }

    /** The handle without anything that is no part of one. */
    static String handle(Account account) {
        return NOT_IN_A_HANDLE.matcher(account.handle()).replaceAll("");
    }

    private void name(String slot, String value) {
        String clean = clean(value);
        if (!clean.isEmpty()) {
            know(
                    slot,
                    clean.length() <= NAME_MAX
                            ? clean
                            : clean.substring(0, NAME_MAX).strip());
        }
    }

    /** As many whole sentences as fit. */
    private static Optional<String> story(String story) {
        if (NOT_A_STORY.matcher(story).find()) {
            return Optional.empty();
        }
        StringBuilder told = new StringBuilder();
        for (String sentence : clean(story).split("(?<=[.!?]) ")) {
            if (told.length() + sentence.length() > STORY_MAX) {
                break;
            }
            told.append(told.isEmpty() ? "" : " ").append(sentence);
        }
        return told.isEmpty() ? Optional.empty() : Optional.of(told.toString());
    }

    private static String clean(String value) {
        String plain = Normalizer.normalize(value, Normalizer.Form.NFKC);
        return NOT_IN_A_NAME
                .matcher(plain)
                .replaceAll(" ")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
