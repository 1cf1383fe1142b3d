package com.sothebais.voice.mary.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Speech;
import com.sothebais.api.agent.Voice;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Map;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/** Speaks through the built jar inside a real framework, where nested jars, services and resources are found differently. */
class BundleIT {
    private static final String API = "com.sothebais.api.agent;version=2.0.0,com.sothebais.api.health;version=1.1.0,"
            + "com.sothebais.api.social;version=1.1.0,org.slf4j;version=1.7.36";

    @Test
    void speaksInsideTheFramework(@TempDir Path storage) throws Exception {
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
            Bundle bundle = framework
                    .getBundleContext()
                    .installBundle(
                            Path.of(System.getProperty("voice.jar")).toUri().toString());
            bundle.start();
            assertThat(bundle.getState()).isEqualTo(Bundle.ACTIVE);
            assertThat(bundle.getRegisteredServices()).as("without SCR").isNull();
            Speech speech = voice(bundle).speak("Lot four goes to @neon_koi for 2.6 ETH", Mood.EXCITED);
            assertThat(speech.length().toMillis()).isBetween(2_000L, 8_000L);
            assertThat(speech.mouth()).hasSizeGreaterThan(20);
        } finally {
            framework.stop();
            framework.waitForStop(5_000);
        }
    }

    /** The component as SCR would make it, from the bundle's own class loader. */
    private static Voice voice(Bundle bundle) throws Exception {
        Class<?> component = bundle.loadClass(MaryVoice.class.getName());
        Class<?> config = bundle.loadClass(MaryVoice.Config.class.getName());
        assertThat(component).isNotSameAs(MaryVoice.class);
        Object defaults = Proxy.newProxyInstance(
                config.getClassLoader(),
                new Class<?>[] {config},
                (proxy, method, none) ->
                        method.getDeclaringClass() == Annotation.class ? config : method.getDefaultValue());
        return (Voice) component.getConstructor(config).newInstance(defaults);
    }
}
