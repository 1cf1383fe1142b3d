package com.sothebais.auction.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.AccountId;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.PostId;
import com.sothebais.api.social.Relation;
import com.sothebais.auction.engine.Work.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Who floods us delays nobody else beyond a bound, and posts of a network keep their order. */
class LanesTest {
    private static final int CAPACITY = 320;
    private static final int ACCOUNT_MAX = CAPACITY / Lanes.ACCOUNT_SHARE;

    private Instant now = Stage.START;
    private int posts;
    private final WorkQueue queue = new WorkQueue(CAPACITY, () -> now);

    private Post post(String network, String author, Instant at) {
        return new Post(
                new PostId(network, "post-" + ++posts),
                new Account(new AccountId(network, author), author, author),
                "bid 2 eth",
                at,
                Relation.ORIGINAL,
                true);
    }

    private boolean offer(Post post) {
        return queue.offer(at -> new Delivery(post, at, new CompletableFuture<>()));
    }

    private List<Post> take(int limit) {
        List<Post> taken = new ArrayList<>();
        queue.take(limit, Instant.MAX).forEach(work -> taken.add(((Delivery) work).post()));
        return taken;
    }

    private int flood(String network, String author, int count) {
        int taken = 0;
        for (int i = 0; i < count; i++) {
            taken += offer(post(network, author, now)) ? 1 : 0;
        }
        return taken;
    }

    /** All places that one network may have. */
    private void fill(String network) {
        int places = CAPACITY - (Lanes.NETWORKS_WITH_SHARE - 1) * (CAPACITY / Lanes.SHARE);
        for (int i = 0; i < places; i++) {
            assertThat(offer(post(network, "user-" + i, now))).isTrue();
        }
    }

    @Test
    void anAccountThatFloodsHasAQuarterOfAllPlaces() {
        assertThat(flood("x", "flooder", 10 * CAPACITY)).isEqualTo(ACCOUNT_MAX);
    }

    @Test
    void nobodyWaitsBehindMorePostsOfOneAccountThanThat() {
        flood("x", "flooder", 10 * CAPACITY);
        Post other = post("x", "other", now.plusMillis(1));
        assertThat(offer(other)).as("though younger than what was refused").isTrue();
        flood("x", "flooder", CAPACITY);
        assertThat(take(CAPACITY).indexOf(other)).isBetween(0, ACCOUNT_MAX);
    }

    @Test
    void aNetworkThatFloodsLeavesTheOthersTheirShare() {
        for (int author = 0; author < 10; author++) {
            flood("x", "user-" + author, CAPACITY);
        }
        assertThat(queue.size()).isLessThan(CAPACITY);
        assertThat(flood("y", "other", CAPACITY)).isEqualTo(CAPACITY / Lanes.SHARE);
    }

    @Test
    void ofEveryBatchEachNetworkGetsAnEqualPart() {
        for (int author = 0; author < 3; author++) {
            flood("x", "user-" + author, ACCOUNT_MAX);
        }
        Post other = post("y", "other", now);
        offer(other);
        flood("y", "other", 3);
        List<Post> batch = take(20);
        assertThat(batch).hasSize(20).contains(other);
        assertThat(batch.stream().filter(post -> post.id().network().equals("y")))
                .hasSize(4);
    }

    @Test
    void theOrderOfANetworkStaysAlsoOfWhatWasPutBack() {
        List<Post> all = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            all.add(post("x", "user-" + i % 7, now.plusMillis(i)));
            offer(all.get(i));
            now = now.plusNanos(1_000);
        }
        List<Work> first = queue.take(20, Instant.MAX);
        queue.putBack(first);
        assertThat(take(30)).isEqualTo(all);
    }

    @Test
    void aPostThatWasRefusedIsNotOvertakenByYoungerOnesOfItsNetwork() {
        fill("x");
        Post refused = post("x", "late", now.plusMillis(1));
        Post younger = post("x", "later", now.plusMillis(2));
        assertThat(offer(refused)).isFalse();
        take(10);
        assertThat(offer(younger)).as("before the refused one is back").isFalse();
        assertThat(offer(refused)).isTrue();
        assertThat(offer(younger)).isTrue();
    }

    @Test
    void aPostThatNeverComesBackHoldsItsLaneForSomeSecondsOnly() {
        fill("x");
        assertThat(offer(post("x", "gone", now.plusMillis(1)))).isFalse();
        take(10);
        Post younger = post("x", "later", now.plusMillis(2));
        now = now.plus(Lanes.REFUSED_WAIT).minusNanos(1);
        assertThat(offer(younger)).isFalse();
        now = now.plusNanos(1);
        assertThat(offer(younger)).isTrue();
    }

    @Test
    void anAdminsCommandWaitsForNothingThatCameLater() {
        flood("x", "flooder", 5);
        now = now.plusMillis(1);
        CompletableFuture<Void> done = new CompletableFuture<>();
        queue.offer(at -> new Work.Publication(Stage.campaign(Stage.rules()), List.of(), at, done));
        now = now.plusMillis(1);
        flood("x", "flooder", 50);
        assertThat(queue.take(CAPACITY, Instant.MAX)).hasSize(5);
        assertThat(queue.take(CAPACITY, Instant.MAX)).singleElement().isInstanceOf(Work.Publication.class);
    }

    @Test
    void theClockOfTheQueueNeverGoesBack() {
        offer(post("x", "one", now));
        now = now.minus(Duration.ofHours(1));
        Post later = post("x", "two", now);
        queue.offer(at -> {
            assertThat(at).isEqualTo(Stage.START);
            return new Delivery(later, at, new CompletableFuture<>());
        });
        assertThat(queue.now()).isEqualTo(Stage.START);
    }

    @Test
    void ofPostsThatWaitTogetherTheOneDatedEarlierIsJudgedFirst() {
        Stage stage = new Stage();
        stage.rehearse(Stage.rules());
        stage.fund(1, "100");
        stage.fund(2, "100");
        stage.at(30);
        Post later = stage.post(1, "bid 2 eth", stage.now.minusMillis(100));
        Post earlier = stage.post(2, "bid 2 eth", stage.now.minusMillis(200));
        stage.deliver(later);
        stage.deliver(earlier);
        stage.room.auctioneer().step();
        assertThat(stage.all(BidAccepted.class)).extracting(BidAccepted::post).containsExactly(earlier);
    }
}
