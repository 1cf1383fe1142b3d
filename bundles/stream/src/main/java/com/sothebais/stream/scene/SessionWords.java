package com.sothebais.stream.scene;

import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.stream.layout.Binding;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** What is said while no session runs: when the next show is, or a word of thanks. */
final class SessionWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm zzz", Locale.ENGLISH);

    private SessionWords() {}

    /** @param next the next session that is planned */
    static Optional<String> of(Binding binding, Optional<Campaign> campaign, Optional<SessionPlan> next) {
        return switch (binding) {
            case SESSION_TITLE ->
                Optional.of(
                        next.isPresent() ? "NEXT SHOW" : campaign.isPresent() ? "THANK YOU FOR WATCHING" : "WELCOME");
            case SESSION_WORD ->
                Optional.of(
                        campaign.isPresent()
                                ? "This campaign is complete. The next show will be announced here."
                                : "The next show will be announced here.");
            case SESSION_DAY -> next.map(plan -> DAY.format(plan.times().live().atZone(plan.zone())));
            case SESSION_LOTS ->
                next.map(plan -> plan.lots().size() + (plan.lots().size() == 1 ? " lot" : " lots"));
            default -> Optional.empty();
        };
    }
}
