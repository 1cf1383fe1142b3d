package com.sothebais.web.internal.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.agent.Host;
import com.sothebais.api.agent.Mood;
import com.sothebais.api.health.Health;
import com.sothebais.api.stream.Studio;
import com.sothebais.web.internal.SamplePlatform;
import com.sothebais.web.internal.WebServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsTest {
    private static final Path DOCUMENT = Path.of("..", "..", "docs", "metrics.md");
    private static final Pattern ROW = Pattern.compile("\\| `([a-z0-9_]+)` \\| ([a-z]+) \\| ([^|]*) \\| [^|]+ \\|");

    @TempDir
    private Path hls;

    private SamplePlatform platform;
    private WebServer web;

    @BeforeEach
    void start() throws Exception {
        platform = new SamplePlatform(hls, "image/png", new byte[] {1});
        platform.sources.add(() -> Health.degraded("stream", "The output rtmp is down."));
        web = new WebServer(platform, 10);
    }

    @AfterEach
    void stop() throws Exception {
        web.stop();
    }

    @Test
    void everybodyReadsThePageAsPrometheusWantsIt() throws Exception {
        HttpResponse<String> answer = web.get("/metrics");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow().split("; *"))
                .containsExactlyInAnyOrder("text/plain", "version=0.0.4", "charset=utf-8");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        // For other readers of the format, as in promtool check metrics < target/metrics.txt
        Files.writeString(Path.of("target", "metrics.txt"), answer.body());
        Map<String, Double> series = PageCheck.of(answer.body()).series;
        assertThat(series)
                .containsEntry("sothebais_part_status{part=\"stream\"}", 1.0)
                .containsEntry("sothebais_stream_frames_total", 900.0)
                .containsEntry("sothebais_stream_bytes_per_second", 225_000.0)
                .containsEntry("sothebais_stream_drift_seconds{against=\"sound\"}", 0.0125)
                .containsEntry("sothebais_stream_encode_seconds_count", 900.0)
                .containsEntry("sothebais_stream_encode_seconds_bucket{le=\"0.05\"}", 0.0)
                .containsEntry("sothebais_stream_encode_seconds_bucket{le=\"0.1\"}", 900.0)
                .containsEntry("sothebais_stream_output_up{output=\"youtube\"}", 0.0)
                .containsEntry("sothebais_stream_output_state{output=\"youtube\",state=\"waiting\"}", 1.0)
                .containsEntry("sothebais_stream_output_bytes_total{output=\"youtube\"}", 4_096.0)
                .containsEntry("sothebais_event_reader_position{reader=\"web-live\"}", 9.0)
                .containsEntry("sothebais_feed_clients_limit", 10.0);
    }

    @Test
    void everyMetricIsDocumentedAndNothingElse() throws Exception {
        Map<String, String> exported = PageCheck.of(web.get("/metrics").body()).types;

        assertThat(exported.keySet())
                .containsExactlyElementsOf(
                        Arrays.stream(Family.values()).map(Family::metric).toList());
        assertThat(documented())
                .isEqualTo(new TreeMap<>(Arrays.stream(Family.values())
                        .collect(Collectors.toMap(
                                Family::metric, family -> family.type().word() + " " + family.labels()))));
        assertThat(exported)
                .isEqualTo(
                        Arrays.stream(Family.values()).collect(Collectors.toMap(Family::metric, family -> family.type()
                                .word())));
    }

    @Test
    void aPartThatIsAwayOrFailsIsLeftOutAndTheOthersStay() throws Exception {
        platform.remove(Studio.class);
        platform.put(Host.class, new BrokenHost());
        platform.sources.add(() -> {
            throw new IllegalStateException("cannot say");
        });

        Map<String, Double> series = PageCheck.of(web.get("/metrics").body()).series;
        assertThat(series.keySet())
                .noneMatch(name -> name.startsWith("sothebais_stream_") || name.startsWith("sothebais_host_"))
                .anyMatch(name -> name.startsWith("sothebais_auction_"));
    }

    @Test
    void labelsAreWrittenSoThatTheyAreReadBackAndNoSeriesComesTwice() {
        Exposition page = new Exposition();
        page.add(Family.OUTPUT_UP, 1, "a\\b\"c\nd");
        page.add(Family.OUTPUT_UP, 0, "a\\b\"c\nd");
        page.add(Family.STREAM_SOUND_RMS, -21.53);

        assertThat(PageCheck.of(page.page()).series)
                .containsEntry("sothebais_stream_output_up{output=\"a\\\\b\\\"c\\nd\"}", 1.0)
                .containsEntry("sothebais_stream_sound_rms_dbfs", -21.53)
                .hasSize(2);
    }

    /** Type and labels by name. */
    private static Map<String, String> documented() throws IOException {
        return Files.readAllLines(DOCUMENT).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .collect(Collectors.toMap(
                        row -> row.group(1),
                        row -> row.group(2) + " "
                                + Pattern.compile("`([a-z]+)`")
                                        .matcher(row.group(3))
                                        .results()
                                        .map(label -> label.group(1))
                                        .toList(),
                        (one, other) -> one + " twice",
                        TreeMap::new));
    }

    private static final class BrokenHost implements Host {
        @Override
        public Activity activity() {
            throw new IllegalStateException("being replaced");
        }

        @Override
        public void say(String text, Mood mood) {
            throw new IllegalStateException("being replaced");
        }
    }
}
