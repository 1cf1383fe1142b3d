package com.sothebais.agent.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the host. */
@ObjectClassDefinition(name = "SothebAIs host")
public @interface HostConfig {

    @AttributeDefinition(description = "Name of the personality; when it is not there, any other speaks")
    String personality() default "scripted";

    @AttributeDefinition(description = "Name of the voice; when it is not there, any other is used")
    String voice() default "mary";

    @AttributeDefinition(description = "Silence before the host makes small talk, 5 to 600 seconds")
    int small_talk_seconds() default 12;

    @AttributeDefinition(description = "Least time between two chat answers to one account, 0 to 3600 seconds")
    int chat_account_seconds() default 10;

    @AttributeDefinition(description = "Most chat answers a minute, 0 to 600")
    int chat_per_minute() default 20;

    @AttributeDefinition(description = "How often a network is asked before a post is given up, 1 to 1000")
    int post_attempts_max() default 200;

    /** Refuses settings that cannot work, with one clear message. */
    final class Check {
        private Check() {}

        static void valid(HostConfig config) {
            between("small.talk.seconds", config.small_talk_seconds(), 5, 600);
            between("chat.account.seconds", config.chat_account_seconds(), 0, 3_600);
            between("chat.per.minute", config.chat_per_minute(), 0, 600);
            between("post.attempts.max", config.post_attempts_max(), 1, 1_000);
        }

        private static void between(String key, int value, int min, int max) {
            if (value < min || value > max) {
                throw new IllegalArgumentException("com.sothebais.agent: " + key + " = " + value
                        + " is not allowed, expected " + min + " to " + max);
            }
        }
    }
}
