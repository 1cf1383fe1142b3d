package com.sothebais.voice.mary.internal;

import com.sothebais.api.agent.Mood;

/**
 * How a mood sounds.
 *
 * @param rate change of speed in percent, with sign
 * @param pitch change of pitch in percent, with sign
 */
record Tone(String rate, String pitch) {

    static Tone of(Mood mood) {
        return switch (mood) {
            case CALM -> new Tone("+0%", "+0%");
            case CURIOUS -> new Tone("+2%", "+6%");
            case EXCITED -> new Tone("+10%", "+10%");
            case AMUSED -> new Tone("+4%", "+7%");
            case SUSPENSE -> new Tone("-10%", "-6%");
            case TRIUMPHANT -> new Tone("+5%", "+12%");
            case SYMPATHETIC -> new Tone("-6%", "-4%");
            case SURPRISED -> new Tone("+6%", "+14%");
        };
    }
}
