package com.sothebais.stream.internal;

import com.sothebais.api.event.EventLog;
import com.sothebais.stream.clip.Recordings;
import com.sothebais.stream.testing.MemoryAssets;
import com.sothebais.stream.video.Renderers;
import java.lang.annotation.Annotation;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Studios as tests start them: with defaults, a log if any, and no asset in the store. */
final class Studios {
    private Studios() {}

    /** On air, or on its way there. @param values those that differ from the defaults, with {@code data_dir} */
    static LiveStudio start(
            Map<String, Object> values, Renderers renderers, Recordings recordings, Optional<EventLog> log) {
        System.setProperty(
                "org.bytedeco.javacpp.cachedir",
                Path.of("target", "native").toAbsolutePath().toString());
        LiveStudio studio = new LiveStudio(
                Settings.of(config(values), Map.of()),
                renderers,
                new LiveStudio.Surroundings(new MemoryAssets(), recordings, () -> log, InstantSource.system()));
        studio.start();
        return studio;
    }

    /** The annotation with its defaults, but for these values. */
    static StudioComponent.Config config(Map<String, Object> values) {
        return (StudioComponent.Config) java.lang.reflect.Proxy.newProxyInstance(
                StudioComponent.Config.class.getClassLoader(),
                new Class<?>[] {StudioComponent.Config.class, Annotation.class},
                (proxy, method, args) -> values.getOrDefault(method.getName(), method.getDefaultValue()));
    }
}
