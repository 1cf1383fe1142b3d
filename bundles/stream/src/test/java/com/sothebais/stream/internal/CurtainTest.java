package com.sothebais.stream.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.event.Append;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.stream.Curtain;
import com.sothebais.api.stream.OutputStatus;
import com.sothebais.api.stream.OutputStatus.State;
import com.sothebais.api.stream.Preview;
import com.sothebais.api.stream.Studio.Recording;
import com.sothebais.contract.MemoryEventLog;
import com.sothebais.stream.clip.Recordings;
import com.sothebais.stream.testing.Await;
import com.sothebais.stream.testing.Decoded;
import com.sothebais.stream.testing.FlatRenderer;
import com.sothebais.stream.testing.RtmpServer;
import com.sothebais.stream.testing.ShowFacts;
import com.sothebais.stream.testing.Stages;
import com.sothebais.stream.video.Renderers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves the machine while a rehearsal is on stage: to a real server, nothing. */
class CurtainTest {
    @TempDir
    private Path data;

    private final MemoryEventLog log = new MemoryEventLog();
    private final ShowFacts rehearsal = ShowFacts.rehearsal().listen(this::tell);
    private RtmpServer server;
    private LiveStudio studio;

    private void tell(Recorded recorded) {
        log.append(Append.of(List.of(recorded.fact())));
    }

    @BeforeEach
    void serve() throws IOException {
        System.setProperty(
                "org.bytedeco.javacpp.cachedir",
                Path.of("target", "native").toAbsolutePath().toString());
        server = new RtmpServer(data.resolve("server"));
    }

    @AfterEach
    void close() {
        if (studio != null) {
            studio.close();
        }
        if (server != null) {
            server.close();
        }
    }

    private void goOnAir() {
        Renderers renderers = new Renderers("");
        renderers.add(new FlatRenderer(), 0);
        studio = Studios.start(
                Map.of("data_dir", data.toString(), "rtmp_url", server.url("key")),
                renderers,
                new Recordings(data.resolve("recordings.tsv")),
                Optional.empty());
        log.subscribe(studio.follower());
    }

    private OutputStatus output(String name) {
        return studio.outputs().stream()
                .filter(output -> output.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void awaitPublic() {
        Await.until("on air", () -> studio.outputs().size() >= 2);
        Await.until("the push is up", () -> output("rtmp").state() == State.UP);
        Await.until("the playlist is there", () -> Files.exists(studio.hls().resolve("live.m3u8")));
    }

    private void awaitHeld() {
        Await.until("both are held", () -> Stream.of("rtmp", "hls")
                .map(this::output)
                .allMatch(output -> output.state() == State.WAITING
                        && output.failure().filter(Curtain.HELD::equals).isPresent()));
    }

    private void frames(int more) {
        long until = studio.health().picture().frames() + more;
        Await.until("frames", () -> studio.health().picture().frames() >= until);
    }

    private void end() {
        rehearsal
                .moved(SessionPhase.LIVE, SessionPhase.POST, ShowFacts.LIVE)
                .moved(SessionPhase.POST, SessionPhase.ENDED, ShowFacts.LIVE);
    }

    private List<Path> liveFiles() throws IOException {
        try (Stream<Path> files = Files.list(studio.hls())) {
            return files.toList();
        }
    }

    @Test
    void aRehearsalIsInPreviewAndRecordingAloneAndTheOutputsReturnByThemselves() throws Exception {
        goOnAir();
        awaitPublic();
        Recording recording = studio.record(data.resolve("show.mp4"));
        frames(30);
        Preview.Watch watch = studio.watch();

        rehearsal.announced().open();
        awaitHeld();
        long sent = output("rtmp").traffic().bytes();
        studio.say(Stages.spoken("This is only a rehearsal.", 1));
        frames(60);

        assertThat(output("rtmp").traffic().bytes()).as("bytes to the server").isEqualTo(sent);
        assertThat(output("rtmp").nextAttempt())
                .as("nothing is tried meanwhile")
                .isEmpty();
        assertThat(liveFiles()).isEmpty();
        assertThat(studio.isDown()).isTrue();
        assertThat(studio.condition().message()).as("that is no trouble").doesNotContain(Curtain.HELD);
        assertThat(watch.next(Duration.ofSeconds(5))).as("the preview").isPresent();
        end();
        awaitPublic();
        recording.close();
        assertThat(studio.isDown()).isFalse();
        assertThat(output("rtmp").failure()).isEmpty();
        assertThat(server.broadcasts("key")).hasSize(2);
        assertThat(Decoded.file(data.resolve("show.mp4")).pictureSeconds())
                .as("the recording has all of it")
                .hasSizeGreaterThan(180);
    }

    @Test
    void aProcessThatWasKilledInARehearsalSendsNothingUntilItHasEnded() throws Exception {
        rehearsal.announced().open();
        goOnAir();
        Await.until("on air", () -> studio.outputs().size() == 2);
        awaitHeld();
        frames(90);

        assertThat(server.broadcasts("key")).isEmpty();
        assertThat(output("rtmp").traffic().bytes()).isZero();
        assertThat(liveFiles()).isEmpty();
        end();
        awaitPublic();
    }

    @Test
    void whoLowersTheCurtainFindsNothingConnectedAndMayLetItRiseAgain() throws Exception {
        goOnAir();
        awaitPublic();

        Curtain.Lowered lowered = studio.lower();
        awaitHeld();
        assertThat(studio.isDown()).isTrue();
        lowered.close();
        awaitPublic();
    }
}
