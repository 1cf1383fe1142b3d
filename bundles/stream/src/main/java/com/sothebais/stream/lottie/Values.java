package com.sothebais.stream.lottie;

import com.sothebais.stream.lottie.Track.Key;
import java.util.ArrayList;
import java.util.List;

/** Numbers that change together: a point, a size, a colour or a single one. Immutable. */
record Values(List<Double> numbers) {
    Values {
        numbers = List.copyOf(numbers);
    }

    static Values of(double... numbers) {
        List<Double> list = new ArrayList<>(numbers.length);
        for (double number : numbers) {
            list.add(number);
        }
        return new Values(list);
    }

    /** 0 for what is not there. */
    double get(int index) {
        return index < numbers.size() ? numbers.get(index) : 0;
    }

    static Values between(Key<Values> from, Key<Values> to, double time) {
        List<Double> mixed = new ArrayList<>();
        for (int i = 0; i < from.value().numbers.size(); i++) {
            double start = from.value().get(i);
            mixed.add(start + (to.value().get(i) - start) * from.share(i, time));
        }
        return new Values(mixed);
    }
}
