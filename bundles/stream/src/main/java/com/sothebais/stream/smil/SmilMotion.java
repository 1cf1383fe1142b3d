package com.sothebais.stream.smil;

import com.sothebais.stream.markup.Change;
import com.sothebais.stream.markup.Element;
import com.sothebais.stream.markup.Markup;
import com.sothebais.stream.markup.Markup.Animation;
import com.sothebais.stream.markup.Motion;
import com.sothebais.stream.markup.Template;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * What moves in a drawing by SMIL, as SVG 1.1 has it: attributes, transforms, colours and movements along paths, with key times and
 * splines, begun by the clock or by each other. What waits for a click or a key never begins. Stateless.
 */
public final class SmilMotion {
    private static final Pattern ATTRIBUTE = Pattern.compile("[a-zA-Z][a-zA-Z0-9-]{0,40}");

    private SmilMotion() {}

    /** A track and when it runs. */
    private record Play(Track track, Schedule.Part part) {}

    /** One that runs at an instant. */
    private record Running(Track track, Timing.Moment moment, double begun) {}

    /** Nothing when nothing in it moves. */
    public static Motion of(Markup drawing) {
        Schedule schedule = new Schedule();
        TrackReader tracks = new TrackReader(drawing::named);
        Map<Element, Map<String, List<Play>>> plays = new LinkedHashMap<>();
        for (Animation animation : drawing.animations()) {
            Optional<Timing> timing = Timing.of(animation.written());
            Optional<Element> target = drawing.target(animation);
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
            return Motion.NONE;
        }
        Map<Element, Map<String, Change>> changes = new LinkedHashMap<>();
        plays.forEach((element, attributes) ->
                attributes.forEach((attribute, all) -> changes.computeIfAbsent(element, any -> new LinkedHashMap<>())
                        .put(attribute, (millis, below) -> value(all, below, schedule.within(millis)))));
        return new Motion(changes, schedule.endMillis());
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
}
