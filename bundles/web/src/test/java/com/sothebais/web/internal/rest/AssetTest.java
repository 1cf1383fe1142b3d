package com.sothebais.web.internal.rest;

import static com.sothebais.web.internal.WebServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sothebais.api.asset.AssetId;
import com.sothebais.api.asset.AssetUse;
import com.sothebais.asset.library.TableLibrary;
import com.sothebais.asset.library.UsedContent;
import com.sothebais.web.internal.SampleLibrary;
import com.sothebais.web.internal.SamplePlatform;
import com.sothebais.web.internal.WebCase;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Assets by REST, on the real library. */
class AssetTest extends WebCase {
    private static final String[] BEARER = {"Authorization", "Bearer " + SamplePlatform.TOKEN};
    private static final String REASON = "{\"reason\": \"Tidying up.\"}";

    @RegisterExtension
    static final SampleLibrary SAMPLE = new SampleLibrary();

    private TableLibrary library;

    @BeforeEach
    void open() throws Exception {
        library = SAMPLE.open(platform, directory);
    }

    @Test
    void aFileBecomesAnAssetWithWhatItIs() throws Exception {
        HttpResponse<String> answer = upload("?name=koi.png", "image/png", png(40));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode asset = json(answer).get("data");
        assertThat(asset.get("name").asText()).isEqualTo("koi.png");
        assertThat(asset.at("/newest/media/type").asText()).isEqualTo("image/png");
        assertThat(asset.at("/newest/media/width").asInt()).isEqualTo(40);
        assertThat(asset.at("/newest/uploadedBy").asText()).isEqualTo("admin");

        HttpResponse<String> content = web.get(asset.at("/newest/url").asText());
        assertThat(content.statusCode()).isEqualTo(200);
        assertThat(content.headers().firstValue("Content-Type")).contains("image/png");
        HttpResponse<String> small = web.get(asset.at("/newest/url").asText() + "/thumbnail");
        assertThat(small.headers().firstValue("Content-Type")).contains("image/png");
        HttpResponse<String> list = web.get("/api/assets?text=KOI&type=image/png", BEARER);
        assertThat(json(list).at("/data/items")).hasSize(1);
        assertThat(json(web.get("/api/assets?text=carp", BEARER)).at("/data/items"))
                .isEmpty();
    }

    @Test
    void aFormOfABrowserIsTakenWithTheNameOfItsFile() throws Exception {
        HttpResponse<String> answer =
                upload("", "multipart/form-data; boundary=----b1", form("filename=\"koi \u00FC.png\"", png(40)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(json(answer).at("/data/name").asText()).isEqualTo("koi \u00FC.png");
        byte[] sent = web.send(HttpRequest.newBuilder(
                        web.uri(json(answer).at("/data/newest/url").asText())))
                .body()
                .getBytes(StandardCharsets.UTF_8);
        assertThat(sent).isNotEmpty();
        assertThat(json(answer).at("/data/newest/media/bytes").asInt()).isEqualTo(png(40).length);
    }

    @Test
    void formsThatCannotBeReadAreRefused() throws Exception {
        for (String type : List.of("multipart/form-data", "multipart/form-data; boundary=other")) {
            assertThat(upload("", type, form("filename=\"koi.png\"", png(40))).statusCode())
                    .isEqualTo(400);
        }
        byte[] whole = form("filename=\"koi.png\"", png(40));
        for (int cut : new int[] {0, 5, 60, 120, whole.length - 20}) {
            byte[] part = Arrays.copyOf(whole, cut);
            int status =
                    upload("", "multipart/form-data; boundary=----b1", part).statusCode();
            assertThat(status).as("cut to " + cut).isBetween(400, 499);
        }
        assertThat(upload("", "multipart/form-data; boundary=----b1", form("", png(40)))
                        .statusCode())
                .isEqualTo(400);
        assertThat(upload("?name=a", "application/x-www-form-urlencoded", png(40))
                        .statusCode())
                .isEqualTo(415);
        assertThat(upload("?name=a", "text/plain", png(40)).statusCode()).isEqualTo(415);
    }

    @Test
    void refusalsNameTheLimitAndWhatToDo() throws Exception {
        assertThat(error(upload("?name=a.png", "image/png", new byte[5_000_000])))
                .isEqualTo("413 BODY_TOO_LARGE LIMIT_BYTES");
        assertThat(error(upload("?name=a.png", "image/png", png(1_001)))).isEqualTo("422 ASSET_REFUSED LIMIT_PIXELS");
        assertThat(error(upload("?name=a.png", "image/png", text("MZ a program"))))
                .isEqualTo("415 NOT_MEDIA NOT_MEDIA");
        assertThat(error(upload("?name=a.svg", "image/svg+xml", svg("<script/>"))))
                .isEqualTo("422 ASSET_REFUSED ACTIVE");
        assertThat(error(upload("?name=a.svg", "image/svg+xml", svg("<g/>".repeat(1_001)))))
                .isEqualTo("422 ASSET_REFUSED LIMIT_SVG_NODES");
        assertThat(error(upload("?name=a.png", "image/png", Arrays.copyOf(png(40), png(40).length - 9))))
                .isEqualTo("422 ASSET_REFUSED DAMAGED");
        assertThat(error(upload("?name=..%2Fkoi.png", "image/png", png(40)))).isEqualTo("400 INVALID NAME");
        assertThat(upload("", "image/png", png(40)).statusCode()).isEqualTo(400);
        assertThat(json(web.get("/api/assets", BEARER)).at("/data/items")).isEmpty();
    }

    @Test
    void onlyWhoIsLoggedInMayUploadAndSeeNames() throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(web.uri("/api/assets?name=a.png")).POST(BodyPublishers.ofByteArray(png(40)));
        assertThat(web.send(request, "Content-Type", "image/png").statusCode()).isEqualTo(401);
        assertThat(web.get("/api/assets").statusCode()).isEqualTo(401);
        assertThat(web.get("/api/assets/named/1").statusCode()).isEqualTo(401);
        assertThat(web.get("/api/assets/named/1/download").statusCode()).isEqualTo(401);
        assertThat(web.post("/api/assets/named/1/delete", REASON).statusCode()).isEqualTo(401);
        assertThat(upload("?name=a.png", "image/png", png(40), "Origin", "https://example.com")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aRepeatedCallActsOnceAndAnotherBodyIsRefused() throws Exception {
        HttpResponse<String> first = upload("?name=koi.png", "image/png", png(40), "Idempotency-Key", "k1");
        HttpResponse<String> again = upload("?name=koi.png", "image/png", png(40), "Idempotency-Key", "k1");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(upload("?name=koi.png", "image/png", png(50), "Idempotency-Key", "k1")
                        .statusCode())
                .isEqualTo(422);
        assertThat(json(upload("?name=koi.png", "image/png", png(50)))
                        .at("/data/versions")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void aDeletedAssetIsRestoredAndAUsedOneStays() throws Exception {
        JsonNode koi = json(upload("?name=koi.png", "image/png", png(40))).get("data");
        String address = "/api/assets/named/" + koi.get("number").asText();
        assertThat(web.post(address + "/delete", "{}", BEARER).statusCode()).isEqualTo(400);
        HttpResponse<String> deleted = web.post(address + "/delete", REASON, BEARER);
        assertThat(deleted.statusCode()).isEqualTo(200);
        assertThat(json(deleted).at("/data/trashed/until").asText()).isNotBlank();
        assertThat(json(web.get("/api/assets?trashed=true", BEARER)).at("/data/items"))
                .hasSize(1);
        assertThat(web.post(address + "/delete", REASON, BEARER).statusCode()).isEqualTo(409);
        assertThat(web.get(koi.at("/newest/url").asText()).statusCode()).isEqualTo(200);
        assertThat(web.post(address + "/restore", REASON, BEARER).statusCode()).isEqualTo(200);

        AssetId id = new AssetId(koi.at("/newest/id").asText());
        library.note(List.of(new UsedContent(id, new AssetUse("lot", "spring/7", "Lot 7"))));
        HttpResponse<String> refused = web.post(address + "/delete", REASON, BEARER);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).at("/error/code").asText()).isEqualTo("IN_USE");
        assertThat(json(refused).at("/error/details/uses/0/place").asText()).isEqualTo("spring/7");
        JsonNode detail = json(web.get(address, BEARER)).get("data");
        assertThat(detail.at("/uses/0/label").asText()).isEqualTo("Lot 7");
        assertThat(detail.at("/deeds/0/act").asText()).isEqualTo("RESTORED");
        assertThat(detail.at("/deeds/0/reason").asText()).isEqualTo("Tidying up.");
        assertThat(web.get("/api/assets/named/999", BEARER).statusCode()).isEqualTo(404);
        assertThat(web.get("/api/assets/named/x", BEARER).statusCode()).isEqualTo(404);
    }

    @Test
    void contentsAreSentInPartsWithHeadersForCachesAndAgainstScripts() throws Exception {
        byte[] svg = svg("<rect width=\"9\" height=\"9\"/>");
        String url = json(upload("?name=a.svg", "image/svg+xml", svg))
                .at("/data/newest/url")
                .asText();
        HttpResponse<String> whole = web.get(url);
        String tag = whole.headers().firstValue("ETag").orElseThrow();
        assertThat(whole.body()).isEqualTo(new String(svg, StandardCharsets.UTF_8));
        assertThat(whole.headers().firstValue("Content-Type")).contains("image/svg+xml");
        assertThat(whole.headers().firstValue("Content-Length")).contains(String.valueOf(svg.length));
        assertThat(whole.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
        assertThat(whole.headers().firstValue("Accept-Ranges")).contains("bytes");
        assertThat(whole.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(whole.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("sandbox");
        assertThat(whole.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
        assertThat(web.get(url, "If-None-Match", tag).statusCode()).isEqualTo(304);

        assertPart(web.get(url, "Range", "bytes=4-9"), svg, 4, 9);
        assertPart(web.get(url, "Range", "bytes=4-"), svg, 4, svg.length - 1);
        assertPart(web.get(url, "Range", "bytes=-3"), svg, svg.length - 3, svg.length - 1);
        assertPart(web.get(url, "Range", "bytes=4-99999", "If-Range", tag), svg, 4, svg.length - 1);
        assertThat(web.get(url, "Range", "bytes=4-9", "If-Range", "\"other\"").statusCode())
                .isEqualTo(200);
        assertThat(web.get(url, "Range", "bytes=99999-").statusCode()).isEqualTo(416);
        for (String broken : List.of("bytes=9-4", "bytes=a-b", "bytes=0-1,3-4", "lines=1-2")) {
            assertThat(web.get(url, "Range", broken).statusCode()).as(broken).isEqualTo(200);
        }
    }

    @Test
    void aReasonThatNoDatabaseTakesIsTheCallersMistake() throws Exception {
        String number = json(upload("?name=a.svg", "image/svg+xml", svg("<g/>")))
                .at("/data/number")
                .asText();
        HttpResponse<String> answer =
                web.post("/api/assets/named/" + number + "/delete", "{\"reason\": \"a\\u0000b\"}", BEARER);
        assertThat(error(answer)).startsWith("400 INVALID");
    }

    @Test
    void anOriginalIsDownloadedUnderItsName() throws Exception {
        upload("?name=a.svg", "image/svg+xml", svg("<g/>"));
        JsonNode asset =
                json(upload("?name=a.svg", "image/svg+xml", svg("<g/><g/>"))).get("data");
        String address = "/api/assets/named/" + asset.get("number").asText() + "/download";
        HttpResponse<String> newest = web.get(address, BEARER);
        assertThat(newest.body()).contains("<g/><g/>");
        assertThat(newest.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"a.svg\"; filename*=UTF-8''a.svg");
        assertThat(web.get(address + "?version=1", BEARER).body()).doesNotContain("<g/><g/>");
        assertThat(web.get(address + "?version=3", BEARER).statusCode()).isEqualTo(404);
        assertThat(web.get("/api/assets/" + "0".repeat(64) + "/thumbnail").statusCode())
                .isEqualTo(404);
    }

    private static void assertPart(HttpResponse<String> answer, byte[] whole, int first, int last) {
        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.body()).isEqualTo(new String(whole, first, last - first + 1, StandardCharsets.UTF_8));
        assertThat(answer.headers().firstValue("Content-Range"))
                .contains("bytes " + first + "-" + last + "/" + whole.length);
    }

    private static String error(HttpResponse<String> answer) throws IOException {
        JsonNode error = json(answer).get("error");
        assertThat(error.get("message").asText()).isNotBlank();
        return answer.statusCode() + " " + error.get("code").asText() + " "
                + error.at("/details/reason").asText();
    }

    private HttpResponse<String> upload(String query, String type, byte[] body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(web.uri("/api/assets" + query))
                .POST(BodyPublishers.ofByteArray(body))
                .header("Content-Type", type)
                .headers(BEARER);
        return web.send(request, headers);
    }

    private static byte[] form(String filename, byte[] file) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(text("------b1\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhello\r\n------b1\r\n"
                + "Content-Disposition: form-data; name=\"file\"; " + filename
                + "\r\nContent-Type: image/png\r\n\r\n"));
        form.writeBytes(file);
        form.writeBytes(text("\r\n------b1--\r\n"));
        return form.toByteArray();
    }

    private static byte[] svg(String inside) {
        return text("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">" + inside + "</svg>");
    }

    private static byte[] png(int edge) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(edge, edge, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
