package com.sothebais.web.internal.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.event.Recorded;
import com.sothebais.contract.MemoryEventLog;
import com.sothebais.web.internal.SampleShow;
import org.junit.jupiter.api.Test;

class ShowWatchTest {
    private final MemoryEventLog log = new MemoryEventLog();
    private final SampleShow show = new SampleShow(log);
    private final ShowWatch watch = new ShowWatch();

    @Test
    void showsNothingBeforeTheLogWasReadToItsEnd() {
        show.publish();
        log.read(0, 100).forEach(watch::on);
        assertThat(watch.current()).isEmpty();
        watch.caughtUp();
        assertThat(watch.current().orElseThrow().show().campaign()).isPresent();
    }

    @Test
    void keepsTheLastCompleteStateWhileTheLogIsReadAnew() {
        show.publish().open(SampleShow.FIRST, SampleShow.START.plusSeconds(60));
        show.accept(SampleShow.FIRST, SampleShow.ANN, "1.5", "1.6");
        log.read(0, 100).forEach(watch::on);
        watch.caughtUp();
        log.read(0, 1).forEach(watch::on);
        assertThat(watch.current().orElseThrow().show().bids()).hasSize(1);
        log.read(1, 100).forEach(watch::on);
        watch.caughtUp();
        assertThat(watch.current().orElseThrow().show().bids()).hasSize(1);
    }

    @Test
    void keepsALimitedNumberOfLinesOfTheHost() {
        show.publish();
        for (int i = 0; i < 100; i++) {
            show.speak("line " + i);
            show.reply("reply " + i);
        }
        log.read(0, 1_000).forEach(watch::on);
        watch.caughtUp();
        ShowWatch.State state = watch.current().orElseThrow();
        assertThat(state.lines()).hasSize(ShowWatch.HOST_MAX);
        assertThat(state.lines().get(0).text()).isEqualTo("line 99");
        assertThat(state.posts().get(0).text()).isEqualTo("reply 99");
        assertThat(state.posts().get(0).replyTo()).startsWith("sandbox/");
    }

    @Test
    void saysWhatAFactDidAndWhenTheLogIsReadAnew() {
        show.publish();
        Step last = null;
        for (Recorded recorded : log.read(0, 100)) {
            last = watch.on(recorded);
            assertThat(last.anew()).isFalse();
        }
        assertThat(last.before().show().sessions()).isEmpty();
        assertThat(last.after().show().sessions()).hasSize(1);
        Step again = watch.on(log.read(0, 1).get(0));
        assertThat(again.anew()).isTrue();
        assertThat(again.before()).isEqualTo(ShowWatch.State.EMPTY);
    }
}
