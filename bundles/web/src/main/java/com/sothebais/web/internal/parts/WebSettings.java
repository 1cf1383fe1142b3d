package com.sothebais.web.internal.parts;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The configuration of the web for everything in this bundle. */
@Component(service = WebSettings.class, configurationPid = WebSettings.PID)
@Designate(ocd = WebSettings.Config.class)
public final class WebSettings {
    public static final String PID = "com.sothebais.web";

    private static final Logger LOG = LoggerFactory.getLogger(WebSettings.class);

    private final Settings values;

    /** Texts, so that a wrong value can be answered with a sentence instead of a failed conversion. */
    @ObjectClassDefinition(name = "SothebAIs web")
    public @interface Config {
        @AttributeDefinition(description = "Most clients of the live feed at a time")
        String viewers_max() default "" + Settings.VIEWERS_DEFAULT;

        @AttributeDefinition(description = "Most clients of the live feed of one network address")
        String viewers_perAddress() default "" + Settings.VIEWERS_PER_ADDRESS_DEFAULT;

        @AttributeDefinition(description = "Most state-changing calls of one address in a minute")
        String posts_perMinute() default "" + Settings.POSTS_DEFAULT;

        @AttributeDefinition(description = "Where demo shows started from the page put their results")
        String demo_directory() default Settings.DEMO_DEFAULT;
    }

    @Activate
    public WebSettings(Config config) {
        values = Settings.read(
                config.viewers_max(), config.viewers_perAddress(), config.posts_perMinute(), config.demo_directory());
        values.problems().forEach(LOG::warn);
    }

    public Settings values() {
        return values;
    }
}
