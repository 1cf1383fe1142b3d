package com.sothebais.web.internal.json;

import com.sothebais.api.agent.Host;
import java.util.List;

/**
 * The host: counts since the start, and what it said last.
 *
 * @param activity {@code null} while the host is away
 * @param lines on air, newest first
 * @param posts on the network, newest first
 */
public record HostJson(ActivityJson activity, List<HostLineJson> lines, List<HostPostJson> posts) {

    /** Counts since the start of the process. */
    public record ActivityJson(long linesSpoken, long repliesPosted, long announcementsPosted, int draftsWaiting) {
        public static ActivityJson of(Host.Activity activity) {
            return new ActivityJson(
                    activity.linesSpoken(),
                    activity.repliesPosted(),
                    activity.announcementsPosted(),
                    activity.draftsWaiting());
        }
    }

    /** A line that went on air, with its position in the log. */
    public record HostLineJson(long position, String text, String mood, String at) {}

    /** A post of the host; {@code replyTo} is the post it answers, {@code null} for one of its own. */
    public record HostPostJson(long position, String text, String replyTo, String at) {}
}
