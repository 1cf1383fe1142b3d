package com.sothebais.console.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.health.Health;
import com.sothebais.api.show.LotView;
import com.sothebais.console.SampleBoard;
import org.junit.jupiter.api.Test;

class ShowFoldTest {
    private final ShowFold fold = new ShowFold();

    @Test
    void showsNothingBeforeTheLogWasReadToItsEnd() {
        SampleBoard.facts().forEach(fold::on);
        assertThat(fold.current()).isEmpty();
        fold.caughtUp();
        assertThat(fold.current().orElseThrow().lots().get(0).times().status()).isEqualTo(LotView.Status.CLOSED);
    }

    @Test
    void keepsTheLastCompleteStateWhileTheLogIsReadAnew() {
        SampleBoard.facts().forEach(fold::on);
        fold.caughtUp();
        fold.on(SampleBoard.facts().get(0));
        assertThat(fold.current().orElseThrow().bids()).hasSize(2);
        SampleBoard.facts().stream().skip(1).forEach(fold::on);
        fold.caughtUp();
        assertThat(fold.current().orElseThrow().bids()).hasSize(2);
    }

    @Test
    void theBoardSaysWhetherItIsUpToDate() {
        PlatformBoard board = new PlatformBoard();
        assertThat(board.health().status()).isEqualTo(Health.Status.DEGRADED);
        SampleBoard.facts().forEach(board::on);
        board.caughtUp();
        assertThat(board.health().status()).isEqualTo(Health.Status.WELL);
        assertThat(board.stream()).isEmpty();
        assertThat(board.parts()).extracting(Health::part).containsExactly("console");
    }
}
