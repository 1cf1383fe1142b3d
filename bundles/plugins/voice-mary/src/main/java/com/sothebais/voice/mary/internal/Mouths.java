package com.sothebais.voice.mary.internal;

import com.sothebais.api.agent.Speech;
import com.sothebais.api.agent.Speech.Mouth;
import com.sothebais.api.agent.Speech.MouthCue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reads the phones of a realised utterance and gives each the mouth shape that makes it. */
final class Mouths {
    private static final Set<String> LIPS_TOGETHER = Set.of("p", "b", "m");
    private static final Set<String> TEETH_SEEN = Set.of("f", "v", "s", "z", "S", "Z", "tS", "dZ", "T", "D");
    private static final Set<String> LIPS_ROUND = Set.of("u", "U", "o", "O", "OI", "@U", "w", "r");
    private static final Set<String> JAW_LOW = Set.of("A", "{", "AI", "aU", "V");
    private static final Set<String> LIPS_WIDE = Set.of("i", "I", "E", "EI", "j");

    private Mouths() {}

    /** Shapes in order, each end later than the one before, the last a closed mouth that ends with the sound. */
    static List<MouthCue> cues(Document realised, int samples) {
        List<Phone> phones = phones(realised);
        double total = phones.stream().mapToDouble(Phone::millis).sum();
        long whole = samples * 1_000_000_000L / Speech.SAMPLE_RATE_HZ;
        List<MouthCue> cues = new ArrayList<>();
        double passed = 0;
        long before = 0;
        for (Phone phone : phones) {
            passed += phone.millis();
            // Vocoder frames round the lengths of a faster or slower tone; the shares of the whole stay right.
            long end = Math.round(whole * passed / total);
            if (end > before && end < whole) {
                cues.add(new MouthCue(Duration.ofNanos(end), phone.mouth()));
                before = end;
            }
        }
        if (whole > 0) {
            cues.add(new MouthCue(Duration.ofNanos(whole), Mouth.CLOSED));
        }
        return cues;
    }

    private record Phone(double millis, Mouth mouth) {}

    private static List<Phone> phones(Document realised) {
        List<Phone> phones = new ArrayList<>();
        NodeList all = realised.getElementsByTagNameNS("*", "*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            if ("ph".equals(element.getLocalName())) {
                phones.add(new Phone(millis(element, "d"), shape(element.getAttribute("p"))));
            } else if ("boundary".equals(element.getLocalName())) {
                phones.add(new Phone(millis(element, "duration"), Mouth.CLOSED));
            }
        }
        return phones;
    }

    static Mouth shape(String phone) {
        if (LIPS_TOGETHER.contains(phone) || "_".equals(phone)) {
            return Mouth.CLOSED;
        } else if (TEETH_SEEN.contains(phone)) {
            return Mouth.TEETH;
        } else if (LIPS_ROUND.contains(phone)) {
            return Mouth.ROUND;
        } else if (JAW_LOW.contains(phone)) {
            return Mouth.OPEN;
        } else if (LIPS_WIDE.contains(phone)) {
            return Mouth.WIDE;
        }
        return Mouth.SMALL;
    }

    private static double millis(Element element, String attribute) {
        String value = element.getAttribute(attribute);
        return value.isEmpty() ? 0 : Double.parseDouble(value);
    }
}
