package com.sothebais.stream.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.stream.Cue.Say;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CueTest {
    private static final Map<String, String> KNOWN = Map.of("lot", "3", "price", "2.5 ETH", "title", "A \\ $1 {lot}");

    @Test
    void wordsAreFilledFromTheStateOfTheShow() {
        assertThat(say("Lot {lot} stands at {price}.").filled(KNOWN)).contains("Lot 3 stands at 2.5 ETH.");
        assertThat(say("In 5 minutes, {{really}}: {title}").filled(KNOWN))
                .contains("In 5 minutes, {really}: A \\ $1 {lot}");
        assertThat(say("@{leader} leads.").filled(KNOWN)).as("nobody does").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "two\nlines", "hidden \u202e", "{wallet}", "{price", "price}", "{Price}", "{}"})
    void whatCannotBeSaidIsRefused(String text) {
        assertThatThrownBy(() -> say(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wordsHaveALimit() {
        assertThat(say("a".repeat(Say.TEXT_MAX)).text()).hasSize(280);
        assertThat(Say.wrong("a".repeat(Say.TEXT_MAX + 1)))
                .hasValueSatisfying(why -> assertThat(why).contains("280"));
    }

    private static Say say(String text) {
        return new Say(text, Mood.CALM);
    }
}
