package com.sothebais.web.internal.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LiveHubTest {
    private static final Outlet DEAF = new Outlet() {
        @Override
        public void wake() {
            // The tests ask for what waits.
        }

        @Override
        public boolean stalledFor(Duration limit) {
            return false;
        }

        @Override
        public void close() {
            // Nothing is open.
        }

        @Override
        public void cutOff() {
            // Nothing is open.
        }
    };

    private final LiveHub hub = new LiveHub();

    @Test
    void aNewcomerGetsTheStateAndThenEverythingNew() {
        publish(1);
        Viewer viewer = hub.join(OptionalLong.empty(), DEAF);
        assertThat(drain(viewer)).containsExactly("show 1");
        publish(2);
        publish(3, 4);
        assertThat(drain(viewer)).containsExactly("2", "3", "4");
    }

    @Test
    void aNewcomerBeforeTheFirstStateWaitsForIt() {
        Viewer viewer = hub.join(OptionalLong.empty(), DEAF);
        assertThat(drain(viewer)).isEmpty();
        publish(5);
        assertThat(drain(viewer)).containsExactly("show 5");
    }

    @Test
    void whoComesBackGetsExactlyWhatWasMissed() {
        publish(1, 2, 3);
        publish(4);
        publish(5, 6);
        assertThat(drain(hub.join(OptionalLong.of(2), DEAF))).containsExactly("3", "4", "5", "6");
        assertThat(drain(hub.join(OptionalLong.of(5), DEAF))).containsExactly("6");
        assertThat(drain(hub.join(OptionalLong.of(6), DEAF))).isEmpty();
    }

    @Test
    void whoComesBackBeforeTheLogWasReadGetsWhatWasMissedOnceItIs() {
        Viewer viewer = hub.join(OptionalLong.of(7), DEAF);
        assertThat(drain(viewer)).isEmpty();
        hub.restart(0, frames(6, 7, 8, 9), 9, show(9));
        publish(10);
        assertThat(drain(viewer)).containsExactly("8", "9", "10");
    }

    @Test
    void whoMissedTooMuchGetsASnapshot() {
        for (int position = 1; position <= Backlog.FRAMES_MAX + 10; position++) {
            publish(position);
        }
        long end = Backlog.FRAMES_MAX + 10;
        assertThat(drain(hub.join(OptionalLong.of(9), DEAF))).containsExactly("show " + end);
        assertThat(drain(hub.join(OptionalLong.of(10), DEAF)))
                .hasSize(Backlog.FRAMES_MAX)
                .startsWith("11")
                .endsWith(String.valueOf(end));
    }

    @Test
    void whoIsAheadOfTheLogGetsASnapshot() {
        publish(1, 2);
        assertThat(drain(hub.join(OptionalLong.of(3), DEAF))).containsExactly("show 2");
    }

    @Test
    void aSlowClientLosesWhatWaitsAndContinuesWithOneFreshSnapshot() {
        publish(1);
        Viewer slow = hub.join(OptionalLong.empty(), DEAF);
        Viewer quick = hub.join(OptionalLong.empty(), DEAF);
        drain(slow);
        drain(quick);
        List<String> quickly = new ArrayList<>();
        for (int position = 2; position <= 10_000; position++) {
            publish(position);
            hub.wakeAll();
            quickly.addAll(drain(quick));
        }
        assertThat(quickly)
                .containsExactlyElementsOf(LongStream.rangeClosed(2, 10_000)
                        .mapToObj(String::valueOf)
                        .toList());
        assertThat(drain(slow)).containsExactly("show 10000");
        assertThat(hub.drops()).isEqualTo(1);
        publish(10_001);
        assertThat(drain(slow)).containsExactly("10001");
    }

    @Test
    void aClientMayBeBehindUpToTheLimit() {
        publish(1);
        Viewer slow = hub.join(OptionalLong.empty(), DEAF);
        drain(slow);
        for (int position = 2; position <= Backlog.FRAMES_MAX + 1; position++) {
            publish(position);
            hub.wakeAll();
        }
        assertThat(drain(slow)).hasSize(Backlog.FRAMES_MAX).startsWith("2");
        assertThat(hub.drops()).isZero();
    }

    @Test
    void afterARestartEveryoneContinuesWithASnapshotAndIdsDoNotGoBack() {
        publish(1, 2);
        Viewer viewer = hub.join(OptionalLong.empty(), DEAF);
        assertThat(drain(viewer)).containsExactly("show 2");
        publish(3);
        hub.restart(1, frames(2, 3, 4), 4, show(4));
        publish(5);
        assertThat(drain(viewer)).containsExactly("3", "show 5");
        assertThat(drain(hub.join(OptionalLong.of(2), DEAF))).containsExactly("3", "4", "5");
        assertThat(drain(hub.join(OptionalLong.of(0), DEAF))).containsExactly("show 5");
    }

    @Test
    void onlyTheNewestOfWhatPassesIsSentAndNothingOldToNewcomers() {
        publish(1);
        Viewer viewer = hub.join(OptionalLong.empty(), DEAF);
        drain(viewer);
        hub.pass(Piece.HEARTBEAT);
        hub.pass(Piece.of(List.of(Frame.of(Frame.Kind.VITALS, Map.of()))));
        assertThat(drain(viewer)).containsExactly("0");
        assertThat(drain(hub.join(OptionalLong.empty(), DEAF))).containsExactly("show 1");
    }

    @Test
    void aRoundThatTellsNothingStillMovesTheState() {
        publish(1);
        hub.publish(List.of(), 8, show(8));
        assertThat(drain(hub.join(OptionalLong.empty(), DEAF))).containsExactly("show 8");
        assertThat(drain(hub.join(OptionalLong.of(8), DEAF))).isEmpty();
    }

    @Test
    void placesAreLimitedInAllAndByAddress() {
        Places places = new Places(3, 2);
        assertThat(places.take("a")).isEmpty();
        assertThat(places.take("a")).isEmpty();
        assertThat(places.take("a")).contains(Places.Refused.ADDRESS_FULL);
        assertThat(places.take("b")).isEmpty();
        assertThat(places.take("c")).contains(Places.Refused.HOUSE_FULL);
        places.giveBack("a");
        assertThat(places.take("a")).isEmpty();
        assertThat(places.taken()).isEqualTo(3);
    }

    @Test
    void messagesHaveBothForms() {
        Frame frame = Frame.at(7, Frame.Kind.BID, Map.of("text", "two\nlines"));
        assertThat(new String(frame.event(), StandardCharsets.UTF_8))
                .isEqualTo("id: 7\nevent: bid\ndata: {\"text\":\"two\\nlines\"}\n\n");
        assertThat(new String(frame.text(), StandardCharsets.UTF_8))
                .isEqualTo("{\"id\":7,\"event\":\"bid\",\"data\":{\"text\":\"two\\nlines\"}}");
        Frame vitals = Frame.of(Frame.Kind.VITALS, Map.of());
        assertThat(new String(vitals.event(), StandardCharsets.UTF_8)).isEqualTo("event: vitals\ndata: {}\n\n");
        assertThat(new String(vitals.text(), StandardCharsets.UTF_8)).isEqualTo("{\"event\":\"vitals\",\"data\":{}}");
    }

    private void publish(long... positions) {
        long last = positions[positions.length - 1];
        hub.publish(frames(positions), last, show(last));
    }

    private static List<Frame> frames(long... positions) {
        return LongStream.of(positions)
                .mapToObj(position -> Frame.at(position, Frame.Kind.BID, Map.of()))
                .toList();
    }

    private static Supplier<Frame> show(long position) {
        return () -> Frame.at(position, Frame.Kind.SHOW, Map.of());
    }

    private static List<String> drain(Viewer viewer) {
        List<String> messages = new ArrayList<>();
        for (Optional<Piece> next = viewer.next(); next.isPresent(); next = viewer.next()) {
            for (Frame frame : next.get().frames()) {
                boolean whole = new String(frame.event(), StandardCharsets.UTF_8).contains("event: show");
                messages.add((whole ? "show " : "") + frame.position());
            }
        }
        return messages;
    }
}
