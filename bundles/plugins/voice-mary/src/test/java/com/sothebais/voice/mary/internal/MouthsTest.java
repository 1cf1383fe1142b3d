package com.sothebais.voice.mary.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.agent.Speech.Mouth;
import com.sothebais.api.agent.Speech.MouthCue;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class MouthsTest {

    @Test
    void givesEachPhoneItsShapeAndSharesTheSoundAmongThem() throws Exception {
        Document realised = document("<m><ph p='m' d='100'/><ph p='A' d='200'/><boundary duration='100'/></m>");
        assertThat(Mouths.cues(realised, 48_000))
                .containsExactly(
                        new MouthCue(Duration.ofMillis(250), Mouth.CLOSED),
                        new MouthCue(Duration.ofMillis(750), Mouth.OPEN),
                        new MouthCue(Duration.ofSeconds(1), Mouth.CLOSED));
    }

    @Test
    void keepsTheMouthShutWhenNoPhoneIsKnown() throws Exception {
        assertThat(Mouths.cues(document("<m/>"), 24_000))
                .containsExactly(new MouthCue(Duration.ofMillis(500), Mouth.CLOSED));
    }

    private static Document document(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
