package com.sothebais.event.internal.codec;

import com.sothebais.api.agent.HostEvent;
import com.sothebais.api.agent.Mood;
import java.util.List;

/** How each fact about the host is stored. */
final class HostTypes implements HostEvent.Cases<Typed> {

    private static final EventType<HostEvent.LineSpoken> LINE_SPOKEN = new EventType<>(
            "host.line-spoken",
            1,
            (out, event) ->
                    out.text("text", event.text()).text("mood", event.mood().name()),
            in -> new HostEvent.LineSpoken(in.text("text"), in.constant("mood", Mood.class)));

    private static final EventType<HostEvent.Posted> POSTED = new EventType<>(
            "host.posted",
            1,
            (out, event) -> out.text("key", event.key())
                    .object("post", event.post(), SocialJson::write)
                    .optional("replyTo", event.replyTo(), SocialJson::write)
                    .text("text", event.text()),
            in -> new HostEvent.Posted(
                    in.text("key"),
                    in.object("post", SocialJson::readPostId),
                    in.optional("replyTo", SocialJson::readPostId),
                    in.text("text")));

    private static final EventType<HostEvent.PostRefused> POST_REFUSED = new EventType<>(
            "host.post-refused",
            1,
            (out, event) -> out.text("key", event.key())
                    .optional("replyTo", event.replyTo(), SocialJson::write)
                    .text("reason", event.reason()),
            in -> new HostEvent.PostRefused(
                    in.text("key"), in.optional("replyTo", SocialJson::readPostId), in.text("reason")));

    static final List<EventType<?>> ALL = List.of(LINE_SPOKEN, POSTED, POST_REFUSED);

    @Override
    public Typed lineSpoken(HostEvent.LineSpoken event) {
        return LINE_SPOKEN.of(event);
    }

    @Override
    public Typed posted(HostEvent.Posted event) {
        return POSTED.of(event);
    }

    @Override
    public Typed postRefused(HostEvent.PostRefused event) {
        return POST_REFUSED.of(event);
    }
}
