package com.sothebais.web.internal.rest;

import static com.sothebais.web.internal.WebServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sothebais.web.internal.LiveWebCase;
import com.sothebais.web.internal.answer.Envelope;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The description against the resources as they answer. */
class OpenApiExamplesTest extends LiveWebCase {
    private JsonNode document;

    @BeforeEach
    void read() throws Exception {
        document = Envelope.JSON.readTree(OpenApiResource.read());
    }

    @Test
    void everyExampleOfABodyIsTaken() throws Exception {
        Set<String> tried = new TreeSet<>();
        for (String path : fields(document.get("paths"))) {
            JsonNode content = document.get("paths").get(path).at("/post/requestBody/content/application~1json");
            if (content.has("example")) {
                HttpResponse<String> answer = web.post(
                        path.replace("{auction}", "demo-1"),
                        content.get("example").toString(),
                        LOGGED_IN);
                assertThat(answer.statusCode()).as(path + ": " + answer.body()).isBetween(200, 201);
                tried.add(path);
            }
        }
        assertThat(tried).hasSize(12);
    }

    @Test
    void theFieldsOfTheBodiesAreThoseThatTheFormsKnow() throws Exception {
        ObjectNode campaign = Samples.campaign();
        campaign.putObject("times");
        campaign.withObject("/rules").putObject("extension");
        assertFields("CampaignRequest", campaign.deepCopy(), "");
        assertFields("DaysRequest", campaign.deepCopy(), "/days");
        assertFields("TimesRequest", campaign.deepCopy(), "/times");
        assertFields("PolicyRequest", campaign.deepCopy(), "/policy");
        assertFields("RulesRequest", campaign.deepCopy(), "/rules");
        assertFields("ExtensionRequest", campaign.deepCopy(), "/rules/extension");
        assertFields("LotRequest", campaign.deepCopy(), "/lots/0");
    }

    @Test
    void readsAnswerAsDescribed() throws Exception {
        for (String path : fields(document.get("paths"))) {
            JsonNode get = document.get("paths").get(path).get("get");
            boolean file =
                    path.contains("{id}") || path.startsWith("/api/assets") || path.equals("/api/clips/{auction}");
            if (get != null && !path.equals("/api/live") && !file) {
                String address = path.replace("{auction}", "demo-1")
                        .replace("{campaign}", "demo")
                        .replace("{number}", "1")
                        .replace("{rehearsal}", "rehearsal-sandbox-1")
                        .replace("{correlation}", "sandbox/p6");
                HttpResponse<String> answer = web.get(address, LOGGED_IN);
                assertThat(answer.statusCode()).as(path).isEqualTo(200);
                JsonNode schema = get.at("/responses/200/content/application~1json/schema");
                if (schema.at("/properties/data").has("$ref") && json(answer).has("data")) {
                    String name = schema.at("/properties/data/$ref").asText();
                    Set<String> described =
                            fields(document.at(name.substring(1)).get("properties"));
                    assertThat(fields(json(answer).get("data"))).as(path).isEqualTo(described);
                }
            }
        }
    }

    /** The mistake about a field that is not known names those that are. */
    private void assertFields(String schema, ObjectNode campaign, String place) throws Exception {
        ((ObjectNode) campaign.at(place)).put("unheardOf", 1);
        HttpResponse<String> answer = web.post("/api/campaigns/dry-run", campaign.toString(), LOGGED_IN);
        String message = json(answer).at("/error/details/0/message").asText();
        assertThat(message).as(answer.body()).contains("expected ");
        String known = message.substring(message.indexOf("expected ") + "expected ".length(), message.length() - 1);
        assertThat(new TreeSet<>(Arrays.asList(known.split(", "))))
                .as(schema)
                .isEqualTo(fields(document.at("/components/schemas/" + schema).get("properties")));
    }

    private static Set<String> fields(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
