package com.sothebais.web.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sothebais.api.health.Latency;
import com.sothebais.api.stream.StreamHealth;
import com.sothebais.web.internal.SamplePlatform;
import com.sothebais.web.internal.answer.Envelope;
import com.sothebais.web.internal.answer.ErrorCode;
import com.sothebais.web.internal.answer.Refusal;
import com.sothebais.web.internal.catalogue.CatalogueView;
import com.sothebais.web.internal.json.AnomalyJson;
import com.sothebais.web.internal.json.AssetsJson;
import com.sothebais.web.internal.json.AuctionsJson;
import com.sothebais.web.internal.json.BidJson;
import com.sothebais.web.internal.json.CampaignsJson;
import com.sothebais.web.internal.json.ClipJson;
import com.sothebais.web.internal.json.ControlJson;
import com.sothebais.web.internal.json.CueJson;
import com.sothebais.web.internal.json.EscrowJson;
import com.sothebais.web.internal.json.EventJson;
import com.sothebais.web.internal.json.HealthJson;
import com.sothebais.web.internal.json.HostJson;
import com.sothebais.web.internal.json.LedgerJson;
import com.sothebais.web.internal.json.LogJson;
import com.sothebais.web.internal.json.LotJson;
import com.sothebais.web.internal.json.MomentJson;
import com.sothebais.web.internal.json.MoneyJson;
import com.sothebais.web.internal.json.OutputStatusJson;
import com.sothebais.web.internal.json.OverridesJson;
import com.sothebais.web.internal.json.PlanJson;
import com.sothebais.web.internal.json.PolicyJson;
import com.sothebais.web.internal.json.PublishedJson;
import com.sothebais.web.internal.json.RehearsalJson;
import com.sothebais.web.internal.json.RehearsedJson;
import com.sothebais.web.internal.json.RulesJson;
import com.sothebais.web.internal.json.RundownJson;
import com.sothebais.web.internal.json.ShowJson;
import com.sothebais.web.internal.json.StoryJson;
import com.sothebais.web.internal.json.StreamJson;
import com.sothebais.web.internal.json.TokenJson;
import com.sothebais.web.internal.json.VitalsJson;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import org.junit.jupiter.api.Test;

class OpenApiTest {
    private static final List<Class<?>> SUBJECTS = List.of(
            AnomalyJson.class,
            AssetsJson.class,
            AuctionsJson.class,
            BidJson.class,
            CampaignsJson.class,
            ClipJson.class,
            ControlJson.class,
            CueJson.class,
            EscrowJson.class,
            EventJson.class,
            HealthJson.class,
            HostJson.class,
            LedgerJson.class,
            LogJson.class,
            LotJson.class,
            MomentJson.class,
            MoneyJson.class,
            OutputStatusJson.class,
            OverridesJson.class,
            PlanJson.class,
            PolicyJson.class,
            PublishedJson.class,
            Refusal.class,
            RehearsalJson.class,
            RehearsedJson.class,
            RulesJson.class,
            RundownJson.class,
            ShowJson.class,
            StoryJson.class,
            StreamJson.class,
            TokenJson.class,
            VitalsJson.class,
            SessionResource.class,
            Envelope.class);

    private final JsonNode document = parse();

    @Test
    void everyRouteIsDocumentedAndEveryDocumentedRouteExists() {
        Set<String> routes = new TreeSet<>(Set.of("get /api/live"));
        for (Object resource : RestFixture.resources(Optional::empty, new CatalogueView(), platform(), 1)) {
            if (resource.getClass().isAnnotationPresent(Path.class)) {
                routes.addAll(routes(resource.getClass()));
            }
        }
        Set<String> documented = new TreeSet<>();
        document.get("paths").fields().forEachRemaining(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(method -> documented.add(method + " " + path.getKey())));
        assertThat(documented).isEqualTo(routes);
    }

    @Test
    void everyRecordIsDocumentedFieldByField() {
        Map<String, Set<String>> records = new TreeMap<>();
        Stream.concat(
                        SUBJECTS.stream()
                                .flatMap(subject ->
                                        Stream.concat(Stream.of(subject), Arrays.stream(subject.getDeclaredClasses()))),
                        Stream.of(
                                StreamHealth.Picture.class,
                                StreamHealth.Sound.class,
                                StreamHealth.Loudness.class,
                                StreamHealth.Drift.class,
                                Latency.class))
                .filter(type -> type.isRecord() && type != Envelope.class)
                .forEach(type -> records.put(type.getSimpleName(), components(type)));
        Map<String, Set<String>> documented = new TreeMap<>();
        document.at("/components/schemas").fields().forEachRemaining(schema -> {
            if (schema.getKey().endsWith("Request")) {
                // What is sent is no record; the forms themselves are asked about it in OpenApiExamplesTest.
                return;
            }
            Set<String> fields = new TreeSet<>();
            schema.getValue().get("properties").fieldNames().forEachRemaining(fields::add);
            documented.put(schema.getKey(), fields);
            assertThat(texts(schema.getValue().get("required"))).isEqualTo(fields);
        });
        assertThat(documented).isEqualTo(records);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(document.findValuesAsText("$ref")).isNotEmpty().allSatisfy(reference -> assertThat(
                        document.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
    }

    @Test
    void everyChangeNeedsALoginButTheLoginItself() {
        document.get("paths").fields().forEachRemaining(path -> {
            JsonNode post = path.getValue().get("post");
            if (post != null) {
                boolean open =
                        path.getKey().equals("/api/login") || path.getKey().equals("/api/logout");
                assertThat(post.has("security")).as(path.getKey()).isNotEqualTo(open);
            }
        });
    }

    @Test
    void everyErrorCodeIsDocumented() {
        assertThat(texts(document.at("/components/schemas/Failure/properties/code/enum")))
                .isEqualTo(Arrays.stream(ErrorCode.values()).map(Enum::name).collect(Collectors.toSet()));
    }

    @Test
    void everyOperationDocumentsTheFailuresThatItMayHave() {
        document.get("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(operation -> {
                    JsonNode known = operation.getValue();
                    Set<String> expected = new TreeSet<>();
                    if (known.has("security")) {
                        expected.add("401");
                    }
                    if (path.getKey().contains("{")) {
                        expected.add("404");
                    }
                    if (operation.getKey().equals("post")) {
                        expected.addAll(Set.of("400", "403", "413", "415", "429"));
                    }
                    if (known.toString().contains("/IdempotencyKey")) {
                        expected.addAll(Set.of("409", "422", "503"));
                    }
                    if (known.toString().contains("/IfNoneMatch")) {
                        expected.add("304");
                    }
                    assertThat(known.get("responses").fieldNames())
                            .toIterable()
                            .as(operation.getKey() + " " + path.getKey())
                            .containsAll(expected);
                }));
    }

    private static Set<String> routes(Class<?> resource) {
        String base = resource.getAnnotation(Path.class).value();
        Set<String> routes = new TreeSet<>();
        for (Method method : resource.getDeclaredMethods()) {
            Path path = method.getAnnotation(Path.class);
            String address = base + "/" + (path == null ? "" : path.value());
            String tidy = address.replaceAll("/+", "/").replaceAll("/$", "").replaceAll(": [^}]*}", "}");
            if (method.isAnnotationPresent(GET.class)) {
                routes.add("get " + tidy);
            }
            if (method.isAnnotationPresent(POST.class)) {
                routes.add("post " + tidy);
            }
        }
        return routes;
    }

    private static Set<String> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static SamplePlatform platform() {
        return new SamplePlatform(Paths.get("hls"), "image/png", new byte[0]);
    }

    private static JsonNode parse() {
        try {
            return Envelope.JSON.readTree(OpenApiResource.read());
        } catch (IOException e) {
            throw new IllegalStateException("openapi.json is no JSON", e);
        }
    }
}
