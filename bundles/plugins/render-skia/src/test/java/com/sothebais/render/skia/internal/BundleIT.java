package com.sothebais.render.skia.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sothebais.api.health.Health.Status;
import com.sothebais.api.health.HealthSource;
import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Canvas;
import com.sothebais.api.stream.Renderer;
import com.sothebais.api.stream.Scene;
import com.sothebais.contract.renderer.Likeness;
import com.sothebais.contract.renderer.References;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.service.component.ComponentContext;

/** Draws through the built jars inside a real framework, and again after the plugin was updated under a canvas that is open. */
class BundleIT {
    private static final String SHOW = "show-bids";
    private static final String API = "com.sothebais.api.stream;version=2.0.0,com.sothebais.api.asset;version=1.1.0,"
            + "com.sothebais.api.agent;version=2.0.0,com.sothebais.api.health;version=1.1.0,org.slf4j;version=1.7.36,org.osgi.service.component;version=1.4.0";

    @Test
    void drawsTheSameAfterEachUpdate(@TempDir Path storage) throws Exception {
        Framework framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        storage.toString(),
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                        API,
                        Constants.FRAMEWORK_SYSTEMCAPABILITIES_EXTRA,
                        "osgi.extender;osgi.extender=\"osgi.component\";version:Version=\"1.5\""));
        framework.start();
        try {
            install(framework, "skija.jar").start();
            Bundle plugin = install(framework, "plugin.jar");
            plugin.start();
            assumeSkiaLoads(plugin);
            Canvas before = canvas(plugin);
            int[] first = drawn(before);
            for (int update = 1; update <= 2; update++) {
                plugin.update(Files.newInputStream(Path.of(System.getProperty("plugin.jar"))));
                try (Canvas after = canvas(plugin)) {
                    assertThat(after.getClass()).isNotSameAs(before.getClass());
                    assertThat(drawn(after)).isEqualTo(first);
                }
            }
            // The show has not let go of the old one yet.
            assertThat(drawn(before)).isEqualTo(first);
            before.close();
            Scene scene = References.scenes().get(SHOW);
            assertThat(Likeness.of(first, References.picture(SHOW).orElseThrow(), scene.size()))
                    .matches(Likeness::isClose);
        } finally {
            framework.stop();
            framework.waitForStop(5_000);
        }
    }

    private static Bundle install(Framework framework, String property) throws Exception {
        Path jar = Path.of(System.getProperty(property));
        return framework.getBundleContext().installBundle(jar.toUri().toString());
    }

    /**
     * The check as SCR would make it. It must be the bundle's: were the library loaded by the tests themselves, the JVM would not load it
     * a second time.
     */
    private static void assumeSkiaLoads(Bundle plugin) throws Exception {
        AtomicReference<Object> enabled = new AtomicReference<>();
        ComponentContext context = (ComponentContext) Proxy.newProxyInstance(
                BundleIT.class.getClassLoader(),
                new Class<?>[] {ComponentContext.class},
                (proxy, method, arguments) -> {
                    enabled.set(arguments[0]);
                    return null;
                });
        Class<?> check = plugin.loadClass(SkiaCheck.class.getName());
        HealthSource source =
                (HealthSource) check.getConstructor(ComponentContext.class).newInstance(context);
        assumeTrue(source.health().status() == Status.WELL, source.health().message());
        assertThat(enabled).as("component switched on").hasValue(SkiaRenderer.class.getName());
    }

    /** The component as SCR would make it, from the bundle's own class loader. */
    private static Canvas canvas(Bundle plugin) throws Exception {
        Class<?> component = plugin.loadClass(SkiaRenderer.class.getName());
        Renderer renderer = (Renderer) component.getConstructor().newInstance();
        return renderer.open(References.scenes().get(SHOW).size(), References.pictures());
    }

    private static int[] drawn(Canvas canvas) {
        Scene scene = References.scenes().get(SHOW);
        canvas.draw(
                scene, List.of(new Area(0, 0, scene.size().width(), scene.size().height())));
        return canvas.pixels().clone();
    }
}
