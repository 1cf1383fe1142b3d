package com.sothebais.stream.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.stream.internal.PushSettings.Push;
import java.lang.annotation.Annotation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PushSettingsTest {
    private final List<String> problems = new ArrayList<>();

    @Test
    void readsTheOnePushAndTheNamedOnes() {
        List<Push> pushes = read(
                Map.of("rtmp_url", "rtmp://host/app/key", "outputs", " youtube, backup ,"),
                Map.of(
                        "output.youtube.url",
                        "rtmps://a.example/live2/key",
                        "output.youtube.ca.file",
                        "/ca.pem",
                        "output.backup.url",
                        "rtmp://b.example/live/key"));

        assertThat(pushes).extracting(Push::name).containsExactly("rtmp", "youtube", "backup");
        assertThat(pushes)
                .extracting(Push::certificates)
                .containsExactly(
                        Path.of("/etc/ssl/certs/ca-certificates.crt"),
                        Path.of("/ca.pem"),
                        Path.of("/etc/ssl/certs/ca-certificates.crt"));
        assertThat(problems).isEmpty();
    }

    @Test
    void whatIsWrongIsNamedAndLeftOutWithoutShowingAKey() {
        List<Push> pushes = read(
                Map.of("rtmp_url", "rtmp://host/app/secret key", "outputs", "hls,Big,twice,twice,none,bad,good"),
                Map.of(
                        "output.twice.url", "rtmp://host/app/secret",
                        "output.bad.url", "https://host/secret",
                        "output.good.url", "rtmps://host/app/secret"));

        assertThat(pushes).extracting(Push::name).containsExactly("twice", "good");
        assertThat(problems).hasSize(6).allSatisfy(text -> assertThat(text).doesNotContain("secret"));
        assertThat(String.join("\n", problems))
                .contains("rtmp.url = (not shown)", "outputs = hls", "outputs = Big", "output.none.url = (nothing)")
                .contains("output.bad.url = (not shown)");
        assertThat(pushes.toString()).doesNotContain("secret");
    }

    @Test
    void thereIsALimit() {
        int many = PushSettings.PUSHES_MAX + 3;
        Map<String, Object> urls = new HashMap<>();
        IntStream.range(0, many).forEach(i -> urls.put("output.o" + i + ".url", "rtmp://host/app/key"));
        String names = IntStream.range(0, many).mapToObj(i -> "o" + i).collect(Collectors.joining(","));

        assertThat(read(Map.of("outputs", names), urls)).hasSize(PushSettings.PUSHES_MAX);
        assertThat(problems).singleElement().asString().contains("at most " + PushSettings.PUSHES_MAX);
    }

    private List<Push> read(Map<String, Object> values, Map<String, ?> properties) {
        StudioComponent.Config config = (StudioComponent.Config) java.lang.reflect.Proxy.newProxyInstance(
                StudioComponent.Config.class.getClassLoader(),
                new Class<?>[] {StudioComponent.Config.class, Annotation.class},
                (proxy, method, args) -> values.getOrDefault(method.getName(), method.getDefaultValue()));
        return PushSettings.read(problems, config, properties);
    }
}
