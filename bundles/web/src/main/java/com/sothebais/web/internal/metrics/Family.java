package com.sothebais.web.internal.metrics;

import static com.sothebais.web.internal.metrics.Family.Type.COUNTER;
import static com.sothebais.web.internal.metrics.Family.Type.GAUGE;
import static com.sothebais.web.internal.metrics.Family.Type.HISTOGRAM;
import static com.sothebais.web.internal.metrics.Family.Type.SUMMARY;

import java.util.List;
import java.util.Locale;

/**
 * Every metric that there is, in the order of the page. Names and units follow the conventions of Prometheus; {@code docs/metrics.md}
 * explains them for those who watch, and a test holds the two together.
 */
enum Family {
    PART_STATUS("sothebais_part_status", GAUGE, "How a part is: 0 well, 1 degraded, 2 down.", "part"),

    STREAM_ON_AIR("sothebais_stream_on_air_seconds", GAUGE, "How long the stream has been on air."),
    STREAM_RENDERER(
            "sothebais_stream_renderer_info", GAUGE, "1 for what draws now; slate for want of a renderer.", "renderer"),
    STREAM_FRAMES("sothebais_stream_frames_total", COUNTER, "Frames made."),
    STREAM_LATE(
            "sothebais_stream_late_frames_total", COUNTER, "Frames whose composition was skipped for want of time."),
    STREAM_DROPPED("sothebais_stream_dropped_frames_total", COUNTER, "Frames that no output got."),
    STREAM_FPS("sothebais_stream_frames_per_second", GAUGE, "Frames of the last full second."),
    STREAM_RATE("sothebais_stream_bytes_per_second", GAUGE, "Bytes of picture and sound in the last full second."),
    STREAM_COMPOSE("sothebais_stream_compose_seconds", HISTOGRAM, "A frame from state to changed pixels."),
    STREAM_ENCODE("sothebais_stream_encode_seconds", HISTOGRAM, "A frame in the video encoder."),
    STREAM_STATE_TO_FRAME(
            "sothebais_stream_state_to_frame_seconds",
            HISTOGRAM,
            "From the instant of a fact to the encoded frame that first shows it."),
    STREAM_POST_TO_FRAME(
            "sothebais_stream_post_to_frame_seconds",
            HISTOGRAM,
            "From the network's time of a bid's post to the encoded frame that first shows its verdict."),
    STREAM_DRIFT(
            "sothebais_stream_drift_seconds",
            GAUGE,
            "How far the sound reaches beyond the picture, and how far the picture is behind the clock.",
            "against"),
    STREAM_SOUND_RMS("sothebais_stream_sound_rms_dbfs", GAUGE, "Level of the last second, decibels of full scale."),
    STREAM_SOUND_PEAK(
            "sothebais_stream_sound_peak_dbfs", GAUGE, "Highest sample of the last second, decibels of full scale."),
    OUTPUT_UP("sothebais_stream_output_up", GAUGE, "1 while an output takes packets.", "output"),
    OUTPUT_STATE("sothebais_stream_output_state", GAUGE, "1 for the state that an output is in.", "output", "state"),
    OUTPUT_QUEUE("sothebais_stream_output_queue_packets", GAUGE, "Packets that wait to be written.", "output"),
    OUTPUT_QUEUE_MAX(
            "sothebais_stream_output_queue_limit_packets",
            GAUGE,
            "Packets that may wait; what comes then is dropped up to the next keyframe.",
            "output"),
    OUTPUT_BYTES("sothebais_stream_output_bytes_total", COUNTER, "Bytes written.", "output"),
    OUTPUT_DROPPED(
            "sothebais_stream_output_dropped_packets_total",
            COUNTER,
            "Packets given up because the queue was full.",
            "output"),
    OUTPUT_RECONNECTS("sothebais_stream_output_reconnects_total", COUNTER, "How often it came up again.", "output"),

    AUCTION_POSTS("sothebais_auction_posts_total", COUNTER, "Distinct posts that the auctioneer took."),
    AUCTION_ACCEPTED("sothebais_auction_bids_accepted_total", COUNTER, "Bids that led."),
    AUCTION_REFUSED("sothebais_auction_bids_refused_total", COUNTER, "Bids that do not count.", "reason"),
    AUCTION_DUPLICATES("sothebais_auction_duplicate_posts_total", COUNTER, "Repeated deliveries of a post."),
    AUCTION_VERDICT(
            "sothebais_auction_verdict_seconds", SUMMARY, "From the network's time of a post to the durable verdict."),

    READER_POSITION("sothebais_event_reader_position", GAUGE, "Last position of the log that a reader took.", "reader"),
    READER_LAG("sothebais_event_reader_lag_facts", GAUGE, "Facts of the log that a reader has not taken.", "reader"),
    READER_PARKED(
            "sothebais_event_reader_parked_streams",
            GAUGE,
            "Streams of facts that wait for a retry or a decision.",
            "reader"),

    ESCROW_BALANCED("sothebais_escrow_balanced", GAUGE, "1 while the books agree with every chain."),

    HOST_LINES("sothebais_host_lines_total", COUNTER, "Lines that the host spoke on air."),
    HOST_REPLIES("sothebais_host_replies_total", COUNTER, "Replies that are on the network."),
    HOST_ANNOUNCEMENTS(
            "sothebais_host_announcements_total", COUNTER, "Posts of the host's own that are on the network."),
    HOST_DRAFTS("sothebais_host_drafts_waiting", GAUGE, "Drafts that the network has not taken yet."),

    FEED_CLIENTS("sothebais_feed_clients", GAUGE, "Clients of the live feed."),
    FEED_CLIENTS_MAX("sothebais_feed_clients_limit", GAUGE, "Clients that the live feed takes."),
    FEED_DROPS("sothebais_feed_resyncs_total", COUNTER, "Slow clients that went on with a fresh snapshot."),

    PROCESS_START("process_start_time_seconds", GAUGE, "When the process started, seconds since 1970 UTC."),
    MEMORY_USED("jvm_memory_used_bytes", GAUGE, "Memory of the virtual machine in use.", "area"),
    THREADS("jvm_threads_current", GAUGE, "Threads of the virtual machine.");

    private final String metric;
    private final Type type;
    private final String help;
    private final List<String> labels;

    /** What a metric is. */
    enum Type {
        COUNTER,
        GAUGE,
        HISTOGRAM,
        SUMMARY;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Family(String metric, Type type, String help, String... labels) {
        this.metric = metric;
        this.type = type;
        this.help = help;
        this.labels = List.of(labels);
    }

    String metric() {
        return metric;
    }

    Type type() {
        return type;
    }

    String help() {
        return help;
    }

    List<String> labels() {
        return labels;
    }
}
