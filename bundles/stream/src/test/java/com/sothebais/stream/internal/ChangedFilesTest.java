package com.sothebais.stream.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.event.Append;
import com.sothebais.api.health.Health.Status;
import com.sothebais.api.stream.Content.Text;
import com.sothebais.api.stream.Cue;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Source;
import com.sothebais.contract.MemoryEventLog;
import com.sothebais.stream.testing.Await;
import com.sothebais.stream.testing.FlatRenderer;
import com.sothebais.stream.testing.ShowFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Layouts and characters that are written while the show is on air. */
class ChangedFilesTest extends OnAirStudio {
    @Test
    void aLayoutThatIsWrittenIsASourceAndTheRundownFollowsTheLog() throws IOException {
        Await.until("on air", () -> studio.health().picture().frames() > 5);
        Files.writeString(
                data.resolve("layouts/gala.json"), Files.readString(data.resolve("layouts/examples/standby.json")));
        Await.until("the layout", () -> studio.control().status().sources().contains(new Source("gala")));
        MemoryEventLog log = new MemoryEventLog();
        log.subscribe(studio.follower());
        new ShowFacts()
                .listen(recorded -> log.append(Append.of(List.of(recorded.fact()))))
                .announced();
        Await.until("the rundown", () -> !studio.control().rundown().cues().isEmpty());

        assertThat(studio.control().rundown().cues()).extracting(Cue::id).contains("day-1.doors", "lot-2.stinger");
    }

    @Test
    void aChangedLayoutIsOnAirWithinTwoSecondsAndABrokenOneNever() throws IOException {
        List<Scene> drawn = new CopyOnWriteArrayList<>();
        renderers.add(
                new FlatRenderer() {
                    @Override
                    protected void beforeDraw(Scene scene) {
                        drawn.add(scene);
                    }
                },
                0);
        Await.until("the renderer draws", () -> studio.health().renderer().equals("flat"));
        Path layouts = data.resolve("layouts");
        String bundled = Files.readString(layouts.resolve("examples/default.json"));
        long start = System.nanoTime();
        put(layouts, bundled.replace("\"text\": \"Sotheb\"", "\"text\": \"Gala\""));
        Await.until("the changed layout is drawn", () -> brand(drawn).equals("Gala"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));

        put(layouts, bundled.replace("lot.price.label", "lot.prise.label"));
        Await.until("the refusal", () -> studio.condition().message().contains("did you mean 'lot.price.label'?"));
        long frames = studio.health().picture().frames();
        Await.until("more frames", () -> studio.health().picture().frames() > frames + 20);

        assertThat(studio.condition().status()).isEqualTo(Status.DEGRADED);
        assertThat(studio.health().renderer()).isEqualTo("flat");
        assertThat(brand(drawn)).isEqualTo("Gala");
    }

    @Test
    void aBrokenCharacterIsRefusedWithItsPathAndTheShowGoesOn() throws IOException {
        Await.until("on air", () -> studio.health().picture().frames() > 5);
        Path rig = data.resolve("rigs/default/rig.json");
        Files.createDirectories(rig.getParent());
        Files.writeString(
                rig,
                """
                {"version": 1, "name": "Otto", "size": [100, 100], "parts": [{"id": "face", "art": "face.svg"}]}""");

        Await.until(
                "the refusal", () -> studio.condition().message().contains("/parts/0/art: there is no file face.svg"));
        long frames = studio.health().picture().frames();
        Await.until("more frames", () -> studio.health().picture().frames() > frames + 20);

        Files.delete(rig);
        Files.delete(rig.getParent());
        Await.until("the bundled character", () -> !studio.condition().message().contains("face.svg"));
    }

    private static void put(Path layouts, String text) throws IOException {
        Path written = Files.writeString(layouts.resolve("new.tmp"), text);
        Files.move(written, layouts.resolve("default.json"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static String brand(List<Scene> drawn) {
        return drawn.isEmpty()
                ? ""
                : drawn.get(drawn.size() - 1).elements().stream()
                        .filter(element -> element.id().equals("brand"))
                        .map(element -> ((Text) element.content()).text())
                        .findFirst()
                        .orElse("");
    }
}
