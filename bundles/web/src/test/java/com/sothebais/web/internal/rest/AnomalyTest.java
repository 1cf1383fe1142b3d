package com.sothebais.web.internal.rest;

import static com.sothebais.web.internal.WebServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sothebais.api.auction.Anomalies;
import com.sothebais.web.internal.LiveWebCase;
import com.sothebais.web.internal.SampleShow;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnomalyTest extends LiveWebCase {
    @Test
    void hintsComePageByPageWithWhoWhereAndWhy() throws Exception {
        JsonNode first = ask("?limit=1");
        assertThat(first.at("/items/0/kind").asText()).isEqualTo("BID_RING");
        assertThat(first.at("/items/0/meaning").asText()).contains("each other");
        assertThat(first.at("/items/0/who/accounts/0/handle").asText())
                .isEqualTo(SampleShow.ANN.account().handle());
        assertThat(first.at("/items/0/lots/0").asText()).isEqualTo("demo-1");
        assertThat(first.at("/items/0/evidence/0/position").asLong()).isEqualTo(6);
        JsonNode second = ask("?limit=1&cursor=" + first.get("next").asText());
        assertThat(second.at("/items/0/kind").asText()).isEqualTo("MANY_REFUSALS");
        assertThat(second.get("next").isNull()).isTrue();
    }

    @Test
    void hintsAreFilteredByKindAndScore() throws Exception {
        assertThat(ask("?score=40").get("items")).hasSize(1);
        assertThat(ask("?kind=MANY_REFUSALS").get("items")).hasSize(1);
        assertThat(ask("?kind=UNPAID_WINS").get("items")).isEmpty();
        for (String wrong : List.of("kind=CRIME", "score=0", "score=101", "cursor=unknown")) {
            assertThat(web.get("/api/anomalies?" + wrong, LOGGED_IN).statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    @Test
    void theyAreForAdminsAndMayBeAway() throws Exception {
        assertThat(web.get("/api/anomalies").statusCode()).isEqualTo(401);
        platform.remove(Anomalies.class);
        assertThat(web.get("/api/anomalies", LOGGED_IN).statusCode()).isEqualTo(503);
    }

    private JsonNode ask(String query) throws Exception {
        return json(web.get("/api/anomalies" + query, LOGGED_IN)).get("data");
    }
}
