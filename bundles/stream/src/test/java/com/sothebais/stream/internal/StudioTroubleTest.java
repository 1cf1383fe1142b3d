package com.sothebais.stream.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Speech;
import com.sothebais.api.asset.AssetId;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.event.StreamId;
import com.sothebais.api.health.Health.Status;
import com.sothebais.api.stream.OutputEvent;
import com.sothebais.api.stream.OutputStatus;
import com.sothebais.api.stream.Utterance;
import com.sothebais.stream.testing.Await;
import com.sothebais.stream.testing.FlatRenderer;
import com.sothebais.stream.testing.ShowFacts;
import com.sothebais.stream.testing.Stages;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What is not as it should be is in the health, and the show goes on. */
class StudioTroubleTest extends OnAirStudio {
    @Test
    void aPictureThatCannotBeShownIsInTheHealth() {
        renderers.add(new FlatRenderer(), 0);
        ShowFacts facts = new ShowFacts();
        facts.listen(studio.follower()::on);
        facts.announced(new AssetId("d".repeat(64))).open();
        Await.until("the missing picture", () -> studio.condition().message().contains("dddddddddddd"));

        assertThat(studio.condition().status()).isEqualTo(Status.DEGRADED);
        assertThat(studio.condition().message()).contains("it is not in the store; upload it");
    }

    @Test
    void outputsAreListedAndLetTry() {
        Await.until("on air", () -> !studio.outputs().isEmpty());
        assertThat(studio.outputs()).extracting(OutputStatus::name).containsExactly("hls");
        assertThat(studio.retry("hls", "ada")).isPresent();
        assertThat(studio.retry("nowhere", "ada")).isEmpty();
        studio.close();
        assertThat(studio.outputs()).isEmpty();
    }

    @Test
    void whoLetsAWaitingOutputTryAgainIsRecorded() throws IOException {
        Files.createFile(data.resolve("in-the-way"));
        restart(Map.of("data_dir", data.resolve("in-the-way").toString()));
        studio.follower().caughtUp();
        Await.until("the playlist waits for its next attempt", () -> {
            studio.retry("hls", "ada");
            return log.last() > 0;
        });

        Recorded recorded = log.read(0, 1).get(0);
        assertThat(recorded.event()).isEqualTo(new OutputEvent.RetryOrdered("hls", "ada"));
        assertThat(recorded.fact().stream()).isEqualTo(new StreamId("output/hls"));
        assertThat(studio.condition().message()).contains("The output hls is down and tries again by itself: ");
    }

    @Test
    void aVoiceThatNobodyHearsIsAFaultUntilThereIsSoundAgain() {
        restart(Map.of("music", false, "silence_seconds", 2));
        renderers.add(new FlatRenderer(), 0);
        Await.until("well", () -> studio.condition().status() == Status.WELL);
        Speech silent = new Speech(new float[5 * Speech.SAMPLE_RATE_HZ], List.of());
        studio.say(new Utterance("Vivienne", "Can you hear me?", Mood.CALM, Optional.of(silent)));
        Await.until("the alarm", () -> studio.condition().status() == Status.DEGRADED);
        assertThat(studio.condition().message()).contains("No sound for").contains("voice plugin");
        assertThat(studio.health().sound().silentSeconds()).isGreaterThanOrEqualTo(2);

        studio.say(Stages.spoken("And now?", 3));
        Await.until("sound again", () -> studio.condition().status() == Status.WELL);
    }

    @Test
    void aCardThatIsNotThereIsToldAndTheProcessorEncodes() {
        restart(Map.of("encoder", "nvenc"));
        renderers.add(new FlatRenderer(), 0);
        Await.until("on air", () -> studio.health().picture().frames() > 5);
        Assumptions.assumeTrue(
                studio.health().picture().encoder().equals("libx264"),
                "skipped: this machine has a graphics card that encodes");
        Await.until("it is told", () -> studio.condition().message().contains("nvenc does not work on this machine"));

        assertThat(studio.condition().status()).isEqualTo(Status.DEGRADED);
    }
}
