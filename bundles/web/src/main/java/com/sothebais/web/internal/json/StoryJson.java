package com.sothebais.web.internal.json;

import com.sothebais.api.agent.HostEvent;
import com.sothebais.api.auction.AuctionEvent;
import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionEvent.BidRefused;
import com.sothebais.api.auction.AuctionEvent.PostHeard;
import com.sothebais.api.event.Event;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.settlement.SettlementEvent;
import com.sothebais.api.social.Post;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything that followed from one outside cause, with the time between.
 *
 * @param posted the network's own time of the post that began it, {@code null} when it began otherwise
 * @param began what the times below count from: the post, else the first fact, UTC
 * @param lastedMillis until the last fact
 * @param steps the way of the post, as far as there are facts; the frame leaves none and is told as long as the stream remembers it
 * @param whole false when there are more facts than are shown, the oldest being left out
 */
public record StoryJson(
        String correlation,
        String posted,
        String began,
        long lastedMillis,
        boolean whole,
        List<StoryStepJson> steps,
        List<StoryFactJson> facts) {

    /**
     * A step of the way of a post.
     *
     * @param step {@code POST}, {@code VERDICT}, {@code FRAME} (the first that shows it was encoded), {@code SHOW} (a lot changed
     *     besides), {@code LINE}, {@code REPLY} or {@code SETTLEMENT}
     * @param position of the fact, {@code null} for the post itself and the frame
     */
    public record StoryStepJson(String step, String at, long sinceBeganMillis, Long position) {}

    /**
     * @param sinceBeganMillis from the beginning to this fact
     * @param sincePreviousMillis from the fact before it; negative when it happened earlier and was recorded later
     */
    public record StoryFactJson(long sinceBeganMillis, long sincePreviousMillis, EventJson fact) {}

    /**
     * @param facts in log order, at least one
     * @param frame when the first frame that shows the verdict had been encoded, if that is known
     * @param whole whether they are all
     */
    public static StoryJson of(List<Recorded> facts, Optional<Instant> frame, boolean whole) {
        Optional<Post> post =
                facts.stream().flatMap(fact -> post(fact.event()).stream()).findFirst();
        Instant began = post.map(Post::at).orElseGet(() -> facts.get(0).fact().at());
        List<StoryFactJson> told = new ArrayList<>();
        Instant previous = began;
        for (Recorded fact : facts) {
            Instant at = fact.fact().at();
            told.add(new StoryFactJson(
                    Duration.between(began, at).toMillis(),
                    Duration.between(previous, at).toMillis(),
                    EventJson.of(fact)));
            previous = at;
        }
        return new StoryJson(
                facts.get(0).fact().correlation().value(),
                post.map(known -> known.at().toString()).orElse(null),
                began.toString(),
                Duration.between(began, previous).toMillis(),
                whole,
                steps(facts, post, frame, began),
                told);
    }

    /** In log order, the frame before the first step that came after it. */
    private static List<StoryStepJson> steps(
            List<Recorded> facts, Optional<Post> post, Optional<Instant> frame, Instant began) {
        List<StoryStepJson> steps = new ArrayList<>();
        post.ifPresent(known -> steps.add(step("POST", known.at(), began, null)));
        for (Recorded fact : facts) {
            Instant at = fact.fact().at();
            step(fact.event()).ifPresent(name -> steps.add(step(name, at, began, fact.position())));
        }
        frame.ifPresent(shown -> {
            int place = 0;
            while (place < steps.size() && !Instant.parse(steps.get(place).at()).isAfter(shown)) {
                place++;
            }
            steps.add(place, step("FRAME", shown, began, null));
        });
        return steps;
    }

    private static StoryStepJson step(String name, Instant at, Instant began, Long position) {
        return new StoryStepJson(
                name, at.toString(), Duration.between(began, at).toMillis(), position);
    }

    private static Optional<String> step(Event event) {
        if (event.confidential()) {
            return Optional.empty();
        }
        if (post(event).isPresent()) {
            return Optional.of("VERDICT");
        }
        if (event instanceof AuctionEvent) {
            return Optional.of("SHOW");
        }
        if (event instanceof HostEvent.LineSpoken) {
            return Optional.of("LINE");
        }
        if (event instanceof HostEvent) {
            return Optional.of("REPLY");
        }
        return event instanceof SettlementEvent ? Optional.of("SETTLEMENT") : Optional.empty();
    }

    private static Optional<Post> post(Event event) {
        if (event instanceof BidAccepted bid) {
            return Optional.of(bid.post());
        }
        if (event instanceof BidRefused bid) {
            return Optional.of(bid.post());
        }
        return event instanceof PostHeard heard ? Optional.of(heard.post()) : Optional.empty();
    }
}
