package com.sothebais.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.console.SampleBoard;
import org.junit.jupiter.api.Test;

class PageTest {
    @Test
    void showsTheAuctionTheBidsTheStreamAndTheHealth() {
        String html = Page.of(SampleBoard.full());
        assertThat(html)
                .contains("Twelve Lights", "Low Tide", "1.5 ETH", "@ann", "accepted", "java2d", "rtmp CONNECTING");
        assertThat(html).contains("<td>auction</td><td>WELL</td>", "<td>NO</td>", "settler");
    }

    @Test
    void whatPeopleWriteIsTextAndNothingElse() {
        String html = Page.of(SampleBoard.full());
        assertThat(html).doesNotContain("<script>").contains("&lt;script&gt;alert(1)&lt;/script&gt;");
        assertThat(html).contains("Restart &lt;it&gt;.");
        assertThat(Page.escape("<a href='x'>\"&")).isEqualTo("&lt;a href=&#39;x&#39;&gt;&quot;&amp;");
    }

    @Test
    void saysThatTheLogIsStillBeingRead() {
        assertThat(Page.of(SampleBoard.empty())).contains("still being read from the log");
    }

    @Test
    void aWrongRefreshTimeFallsBackToTheDefault() {
        assertThat(Refresh.seconds(" 10 ")).isEqualTo(10);
        for (String wrong : new String[] {"0", "-3", "soon", "", "3601", "99999"}) {
            assertThat(Refresh.seconds(wrong)).as(wrong).isEqualTo(Refresh.SECONDS_DEFAULT);
        }
        assertThat(Refresh.around("<p>now</p>", 10)).contains("<p>now</p>", "10000", Refresh.PATH);
    }
}
