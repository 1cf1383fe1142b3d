package com.sothebais.agent.internal;

import com.sothebais.api.agent.Line;
import com.sothebais.api.agent.Moment;
import com.sothebais.api.agent.Mood;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The few words the host has left without a personality, so that nothing that matters goes unsaid. */
final class BuiltInLines {
    private static final Map<Moment.Kind, List<Line>> LINES = Map.ofEntries(
            Map.entry(Moment.Kind.LOT_OPENED, lines(Mood.EXCITED, "Lot {lot} is open. The least bid is {next}.")),
            Map.entry(Moment.Kind.NEW_LEADER, lines(Mood.EXCITED, "@{leader} leads at {price}.")),
            Map.entry(Moment.Kind.EXTENDED, lines(Mood.SURPRISED, "Extended: {seconds} seconds.")),
            Map.entry(Moment.Kind.TIME_LEFT, lines(Mood.SUSPENSE, "{seconds} seconds left.")),
            Map.entry(Moment.Kind.COUNTDOWN, lines(Mood.SUSPENSE, "{seconds} seconds.")),
            Map.entry(Moment.Kind.SOLD, lines(Mood.TRIUMPHANT, "Sold: lot {lot} to @{leader} for {price}.")),
            Map.entry(Moment.Kind.RETURNED, lines(Mood.SYMPATHETIC, "Lot {lot} is not sold.")),
            Map.entry(Moment.Kind.PAUSED, lines(Mood.CALM, "Lot {lot} is paused. No bid counts until it goes on.")),
            Map.entry(Moment.Kind.RESUMED, lines(Mood.EXCITED, "Lot {lot} goes on. The least bid is {next}.")),
            Map.entry(
                    Moment.Kind.BID_VOIDED,
                    lines(
                            Mood.CALM,
                            "A bid of {amount} was taken back. The price is {price}.",
                            "A bid was taken back. The least bid is {next}.")),
            Map.entry(Moment.Kind.THANKS, lines(Mood.CALM, "Thank you for watching.")),
            Map.entry(
                    Moment.Kind.BID_ACCEPTED,
                    lines(Mood.EXCITED, "Your bid of {amount} leads. The next bid would be {next}.")),
            Map.entry(
                    Moment.Kind.BID_REFUSED,
                    lines(
                            Mood.SYMPATHETIC,
                            "That bid does not count. The least bid now is {next}.",
                            "That bid does not count.")),
            Map.entry(
                    Moment.Kind.OUTBID,
                    lines(
                            Mood.SYMPATHETIC,
                            "You have been outbid: the price is {price}. Your money is free again.",
                            "You have been outbid. Your money is free again.")));

    private BuiltInLines() {}

    /** The first that needs nothing but the facts. */
    static Optional<String> text(Moment moment) {
        return LINES.getOrDefault(moment.kind(), List.of()).stream()
                .map(line -> LineCheck.fill(line.template(), moment.facts()))
                .filter(LineCheck.Checked.Passed.class::isInstance)
                .map(checked -> ((LineCheck.Checked.Passed) checked).text())
                .findFirst();
    }

    static Mood mood(Moment.Kind kind) {
        return LINES.containsKey(kind) ? LINES.get(kind).get(0).mood() : Mood.CALM;
    }

    private static List<Line> lines(Mood mood, String... templates) {
        return Arrays.stream(templates)
                .map(template -> new Line(template, mood))
                .toList();
    }
}
