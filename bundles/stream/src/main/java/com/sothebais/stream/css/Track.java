package com.sothebais.stream.css;

import java.util.List;

/** The keyframes of one property of one animation, in order, the first at 0 and the last at 1. Immutable. */
record Track(List<Point> points) {
    /** @param easing how the way from here to the next goes */
    record Point(double offset, Value value, Ease easing) {}

    Track {
        points = List.copyOf(points);
    }

    /** As CSS Animations and Web Animations have it. @param share of a round, 0 to 1 */
    Value at(double share) {
        int from = 0;
        while (from < points.size() - 2 && points.get(from + 1).offset <= share) {
            from++;
        }
        Point begin = points.get(from);
        Point end = points.get(from + 1);
        double length = end.offset - begin.offset;
        double within = length > 0 ? (share - begin.offset) / length : 1;
        return begin.value.to(end.value, begin.easing.at(within));
    }
}
