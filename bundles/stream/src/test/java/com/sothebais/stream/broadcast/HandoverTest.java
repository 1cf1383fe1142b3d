package com.sothebais.stream.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.stream.media.Packet;
import com.sothebais.stream.media.Packet.Track;
import com.sothebais.stream.output.Output;
import com.sothebais.stream.output.Output.Persistence;
import com.sothebais.stream.output.Sink;
import com.sothebais.stream.output.Target;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HandoverTest {
    private static final int FPS = 60;

    private final Kept before = new Kept();
    private final Kept after = new Kept();
    private final Output from = output(before);
    private final Output to = output(after);
    private final List<Output> outputs = new CopyOnWriteArrayList<>(List.of(from));
    private final Handover handover = new Handover(outputs, from, to, FPS);

    @AfterEach
    void close() {
        from.close();
        to.close();
    }

    /** Keeps what is written. */
    private static final class Kept implements Sink {
        private final List<Packet> packets = new CopyOnWriteArrayList<>();

        @Override
        public void open() {}

        @Override
        public void write(Packet packet) {
            packets.add(packet);
        }

        @Override
        public void close() {}

        @Override
        public void interrupt() {}
    }

    private static Output output(Kept sink) {
        Output output = new Output(new Target("recording", "mp4", "kept", Map.of()), sink, Persistence.ONCE);
        output.startNow();
        return output;
    }

    private static Packet picture(long frame, boolean key) {
        return new Packet(Track.VIDEO, frame, 1, key, new byte[1]);
    }

    private static Packet sound(long sample) {
        return new Packet(Track.AUDIO, sample, 1_024, true, new byte[1]);
    }

    private void send(Packet... packets) {
        for (Packet packet : packets) {
            handover.next(packet);
            for (Output output : outputs) {
                if (handover.allows(output, packet)) {
                    output.offer(packet);
                }
            }
        }
    }

    @Test
    void soundThatComesBehindTheKeyframeButIsEarlierStaysWithThePicturesItBelongsTo() {
        Packet[] old = {picture(0, true), sound(0), picture(1, false), sound(1_024)};
        // Frame 2 of 60 a second is sample 1600.
        Packet[] mixed = {picture(2, true), sound(1_500), picture(3, false), sound(1_600), picture(4, false)};
        List.of(old).forEach(from::offer);
        send(mixed);

        assertThat(handover.await()).hasValue(2);
        from.close();
        to.close();
        assertThat(before.packets).containsExactly(old[0], old[1], old[2], old[3], mixed[1]);
        assertThat(after.packets).containsExactly(mixed[0], mixed[2], mixed[3], mixed[4]);
        assertThat(outputs).containsExactly(to);
    }

    @Test
    void withoutAKeyframeNothingChanges() {
        Packet[] all = {picture(0, true), sound(0), picture(1, false), picture(2, true)};
        from.offer(all[0]);
        Thread.currentThread().interrupt();
        assertThat(handover.await()).isEmpty();
        assertThat(Thread.interrupted()).isTrue();
        send(all[1], all[2], all[3]);

        from.close();
        to.close();
        assertThat(before.packets).containsExactly(all);
        assertThat(after.packets).isEmpty();
    }

    @Test
    void anOutputThatIsNotUpTakesNothingOver() {
        to.close();
        Output closed = new Output(new Target("recording", "mp4", "kept", Map.of()), after, Persistence.ONCE);
        Handover never = new Handover(outputs, from, closed, FPS);
        never.next(picture(0, true));
        assertThat(outputs).containsExactly(from);
        assertThat(never.allows(from, picture(0, true))).isTrue();
    }
}
