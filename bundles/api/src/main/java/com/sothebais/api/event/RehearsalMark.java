package com.sothebais.api.event;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The mark of a rehearsal. It is in the id of the campaign, and so in the ids of its session and lots and in the names of their
 * streams, so that nobody who holds a fact has to ask anybody whether it is real. It also names the only network that the rehearsal
 * hears and speaks on, and the speed that was chosen for it. Form: {@code rehearsal-<network>-<instant>-<speed>x}.
 */
public final class RehearsalMark {
    /** What ids of rehearsals begin with, and no other id of a campaign does. */
    public static final String PREFIX = "rehearsal-";

    private static final Pattern MARKED = Pattern.compile("rehearsal-([a-z0-9]{1,20})-.+");
    private static final Pattern FAST =
            Pattern.compile("rehearsal-[a-z0-9]{1,20}-\\d{8}-\\d{6}-\\d{3}-(\\d{1,3})x(-.*)?");
    private static final int SPEED_MAX = 999;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private RehearsalMark() {}

    /**
     * A new id.
     *
     * @param network 1 to 20 small letters and digits
     * @param start UTC, told to the millisecond
     * @param speed how many times faster than planned, 1 to 999
     */
    public static String id(String network, Instant start, int speed) {
        if (speed < 1 || speed > SPEED_MAX) {
            throw new IllegalArgumentException("the speed is from 1 to " + SPEED_MAX + ", got " + speed);
        }
        String id = PREFIX + network + "-" + STAMP.format(Objects.requireNonNull(start, "start")) + "-" + speed + "x";
        if (networkOf(id).filter(network::equals).isEmpty()) {
            throw new IllegalArgumentException(
                    "a network that is rehearsed on has a name of 1..20 small letters and digits, got '" + network
                            + "'");
        }
        return id;
    }

    /** Whether the id is one of a rehearsal, its campaign, session or lot. */
    public static boolean isOn(String id) {
        return id.startsWith(PREFIX);
    }

    /** The network that the rehearsal with this id plays on; empty for everything real. */
    public static Optional<String> networkOf(String id) {
        Matcher matcher = MARKED.matcher(id);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /**
     * How many times faster than planned the rehearsal with this id was chosen to be; empty for everything real, and for a rehearsal
     * whose id does not say it.
     */
    public static OptionalInt speedOf(String id) {
        Matcher matcher = FAST.matcher(id);
        return matcher.matches() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }

    /**
     * Whether what is said on the network may have to do with what the id names: everything may with something real, and only the
     * network of the mark with a rehearsal.
     */
    public static boolean admits(String id, String network) {
        return !isOn(id) || networkOf(id).filter(network::equals).isPresent();
    }
}
