package com.sothebais.web.internal.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LiveHubTest {
    private final LiveHub hub = new LiveHub(2);

    @Test
    void aNewcomerGetsTheNewestStateAndThenEverythingNew() {
        hub.publish(List.of(bid(1)));
        hub.snapshot(show(1));
        Viewer viewer = join(OptionalLong.empty());
        hub.publish(List.of(bid(2)));
        hub.snapshot(show(2));
        assertThat(drain(viewer)).containsExactly("bid 2", "show 2");
    }

    @Test
    void aNewcomerBeforeTheFirstStateWaitsForIt() {
        Viewer viewer = join(OptionalLong.empty());
        assertThat(drain(viewer)).isEmpty();
        hub.snapshot(show(5));
        assertThat(drain(viewer)).containsExactly("show 5");
    }

    @Test
    void whoComesBackGetsWhatWasMissedAndTheState() {
        for (int position = 1; position <= 5; position++) {
            hub.publish(List.of(bid(position)));
        }
        hub.snapshot(show(5));
        assertThat(drain(join(OptionalLong.of(3)))).containsExactly("bid 4", "bid 5", "show 5");
    }

    @Test
    void whoComesBackAfterALongTimeGetsABoundedRestAndTheState() {
        for (int position = 1; position <= 1_000; position++) {
            hub.publish(List.of(bid(position)));
        }
        hub.snapshot(show(1_000));
        List<String> messages = drain(join(OptionalLong.of(3)));
        assertThat(messages)
                .hasSize(Viewer.QUEUE_MAX / 2 + 1)
                .startsWith("bid 969")
                .endsWith("bid 1000", "show 1000");
    }

    @Test
    void onlyTheNewestUnsentStateIsKept() {
        Viewer viewer = join(OptionalLong.empty());
        hub.snapshot(show(1));
        hub.publish(List.of(bid(2)));
        hub.snapshot(show(2));
        hub.broadcast(Frame.HEARTBEAT);
        hub.broadcast(Frame.HEARTBEAT);
        assertThat(drain(viewer)).containsExactly("bid 2", "show 2", "heartbeat 0");
    }

    @Test
    void aSlowClientLosesItsQueueAndContinuesWithAFreshState() {
        Viewer slow = join(OptionalLong.empty());
        Viewer quick = join(OptionalLong.empty());
        int quickly = 0;
        for (int position = 1; position <= 10_000; position++) {
            hub.publish(List.of(bid(position)));
            hub.snapshot(show(position));
            quickly += drain(quick).size();
        }
        assertThat(quickly).isEqualTo(20_000);
        assertThat(drain(slow)).containsExactly("show 10000");
        hub.publish(List.of(bid(10_001)));
        assertThat(drain(slow)).containsExactly("bid 10001");
    }

    @Test
    void theHouseHasALimitedNumberOfPlaces() {
        Viewer first = join(OptionalLong.empty());
        join(OptionalLong.empty());
        assertThat(hub.join(OptionalLong.empty(), () -> {})).isEmpty();
        hub.leave(first);
        assertThat(hub.join(OptionalLong.empty(), () -> {})).isPresent();
    }

    @Test
    void messagesHaveTheFormOfServerSentEvents() {
        Frame frame = Frame.at(7, Frame.Kind.BID, Map.of("text", "two\nlines"));
        assertThat(new String(frame.bytes(), StandardCharsets.UTF_8))
                .isEqualTo("id: 7\nevent: bid\ndata: {\"text\":\"two\\nlines\"}\n\n");
        assertThat(new String(Frame.of(Frame.Kind.VITALS, Map.of()).bytes(), StandardCharsets.UTF_8))
                .isEqualTo("event: vitals\ndata: {}\n\n");
    }

    private Viewer join(OptionalLong last) {
        return hub.join(last, () -> {}).orElseThrow();
    }

    private static Frame bid(long position) {
        return new Frame(Frame.Kind.BID, position, new byte[0]);
    }

    private static Frame show(long position) {
        return new Frame(Frame.Kind.SHOW, position, new byte[0]);
    }

    private static List<String> drain(Viewer viewer) {
        List<String> messages = new ArrayList<>();
        for (Optional<Frame> next = viewer.next(); next.isPresent(); next = viewer.next()) {
            messages.add(next.get().kind().name().toLowerCase(Locale.ROOT) + " "
                    + next.get().position());
        }
        return messages;
    }
}
