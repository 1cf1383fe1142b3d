package com.sothebais.web.internal.parts;

import java.lang.annotation.Annotation;

/** Configuration as the container would hand it over. */
public final class SettingsFixture {
    private SettingsFixture() {}

    public static WebSettings settings(String viewersMax, String viewersPerAddress) {
        return new WebSettings(new Written(viewersMax, viewersPerAddress));
    }

    private record Written(String viewers_max, String viewers_perAddress) implements WebSettings.Config {
        @Override
        public String posts_perMinute() {
            return "120";
        }

        @Override
        public String demo_directory() {
            return "data/demo";
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return WebSettings.Config.class;
        }
    }
}
