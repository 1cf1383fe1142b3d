package com.sothebais.stream.smil;

import com.sothebais.stream.smil.SmilReader.Animation;
import com.sothebais.stream.smil.Template.Change;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A vector drawing that moves by SMIL, as SVG 1.1 has it: attributes, transforms, colours and movements along paths, with key times
 * and splines, begun by the clock or by each other. What waits for a click or a key never begins. Of an instant it gives the text of
 * a drawing that stands still and is to be checked like any other. Immutable.
 */
public final class SmilDrawing {
    private static final Pattern ATTRIBUTE = Pattern.compile("[a-zA-Z][a-zA-Z0-9-]{0,40}");

    private final Template template;
    private final Schedule schedule;

    private SmilDrawing(Template template, Schedule schedule) {
        this.template = template;
        this.schedule = schedule;
    }

    /** A track and when it runs. */
    private record Play(Track track, Schedule.Part part) {}

    /** One that runs at an instant. */
    private record Running(Track track, Timing.Moment moment, double begun) {}

    /**
     * @return empty when nothing in it moves
     * @throws SmilException when it has more than is played
     * @throws XMLStreamException when it is no XML
     */
    public static Optional<SmilDrawing> read(XMLStreamReader xml) throws XMLStreamException {
        SmilReader reader = new SmilReader();
        reader.read(xml);
        if (reader.root().isEmpty() || reader.animations().isEmpty()) {
            return Optional.empty();
        }
        Schedule schedule = new Schedule();
        TrackReader tracks = new TrackReader(reader::named);
        Map<Element, Map<String, List<Play>>> plays = new LinkedHashMap<>();
        for (Animation animation : reader.animations()) {
            Optional<Timing> timing = Timing.of(animation.written());
            Optional<Element> target = reader.target(animation);
            String attribute = animation.attribute();
            boolean known = attribute.equals(Template.MOTION)
                    || ATTRIBUTE.matcher(attribute).matches();
            if (timing.isEmpty() || target.isEmpty() || !known || attribute.startsWith("on")) {
                continue;
            }
            Schedule.Part part = schedule.add(animation.written(), timing.get());
            tracks.read(animation.written(), timing.get(), attribute, Template.base(target.get(), attribute))
                    .ifPresent(track -> plays.computeIfAbsent(target.get(), any -> new LinkedHashMap<>())
                            .computeIfAbsent(attribute, any -> new ArrayList<>())
                            .add(new Play(track, part)));
        }
        schedule.write();
        if (plays.isEmpty() || !(schedule.endMillis() > 0)) {
            return Optional.empty();
        }
        Map<Element, Map<String, Change>> changes = new LinkedHashMap<>();
        plays.forEach((element, attributes) ->
                attributes.forEach((attribute, all) -> changes.computeIfAbsent(element, any -> new LinkedHashMap<>())
                        .put(attribute, millis -> value(all, Template.base(element, attribute), millis))));
        return Optional.of(new SmilDrawing(new Template(reader.root().get(), changes), schedule));
    }

    /** What begins later lies above what began before. */
    private static Optional<String> value(List<Play> plays, Optional<String> base, double millis) {
        List<Running> running = new ArrayList<>();
        for (Play play : plays) {
            OptionalDouble begun = play.part.begun(millis);
            if (begun.isPresent()) {
                play.track
                        .timing()
                        .at(millis - begun.getAsDouble())
                        .ifPresent(moment -> running.add(new Running(play.track, moment, begun.getAsDouble())));
            }
        }
        running.sort(Comparator.comparingDouble(Running::begun));
        Optional<String> value = base;
        for (Running one : running) {
            value = Optional.of(one.track.at(one.moment, value.orElse("")));
        }
        return value;
    }

    /** The drawing at an instant. @param millis from its beginning */
    public byte[] at(long millis) {
        return template.at(schedule.within(millis)).getBytes(StandardCharsets.UTF_8);
    }

    /** When nothing in it moves any more, milliseconds from its beginning; empty when something always does. */
    public OptionalLong endMillis() {
        double end = schedule.endMillis();
        return Double.isInfinite(end) ? OptionalLong.empty() : OptionalLong.of((long) Math.ceil(end));
    }
}
