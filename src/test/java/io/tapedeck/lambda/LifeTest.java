package io.tapedeck.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A recording goes through the functions from its creation to its end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LifeTest {
    private final Deployment deployment = new Deployment();
    private final HttpApi api = new HttpApi(deployment);
    private final Uploads uploads = new Uploads(deployment, api);

    @AfterAll
    void close() throws Exception {
        uploads.close();
        deployment.close();
    }

    @Test
    void anUploadedCallIsMeasuredHandedOnAndDestroyed() throws Exception {
        var upload = uploads.upload();
        var id = upload.recording();
        deployment.function("ingest").answer(upload.notice());

        var recording = get("retrieve", id);
        assertThat(recording.get("status").asText()).isEqualTo("completed");
        assertThat(recording.get("channelLayout").asText()).isEqualTo("dual");
        assertThat(get("list", id).at("/items/0/id").asText()).isEqualTo(id);
        assertThat(get("listVersions", id).get("items")).hasSize(1);
        assertThat(get("waveform", id).get("channels").asInt()).isEqualTo(2);
        assertThat(get("retrieveUpload", id, 409).get("code").asText()).isNotEmpty();

        var job = get("listJobs", id).get("items").get(0);
        var asked =
                Request.to("retrieveJob").about(id).with("job", job.get("id").asText());
        assertThat(api.send(asked, 200)).isEqualTo(job);

        var file = get("download", id);
        assertThat(uploads.transfer().get(file.get("url").asText())).isEqualTo(Uploads.realCall());
        var token = openLink(id);

        var changed = api.send(Request.to("update").about(id).json("{\"tags\": [\"vip\"]}"), 200);
        assertThat(changed.at("/tags/0").asText()).isEqualTo("vip");

        assertThat(get("delete", id).at("/deletion/versions")).hasSize(1);
        assertThat(get("download", id, 410).get("code").asText()).isEqualTo("gone");
        assertThat(api.send(Request.to("openLink").with("token", token)).status())
                .isEqualTo(410);
        assertThat(get("listEvents", id).get("items"))
                .extracting(event -> event.get("type").asText())
                .startsWith("recording.created", "recording.processing", "recording.completed")
                .endsWith("recording.deleted");
    }

    @Test
    void anUploadInPartsIsPutTogether() throws Exception {
        var bytes = Uploads.realCall();
        var wanted = "{\"upload\": {\"multipart\": true, \"fileSize\": %d}}".formatted(bytes.length);
        var id = api.send(Request.to("create").json(wanted), 201).get("id").asText();

        var parts = get("retrieveUpload", id).get("parts");
        assertThat(parts).hasSize(1);
        var etag = uploads.transfer()
                .put(parts.get(0).get("url").asText(), parts.get(0).path("headers"), bytes);
        var list = "{\"parts\": [{\"partNumber\": 1, \"etag\": \"%s\"}]}".formatted(etag.replace("\"", ""));
        api.send(Request.to("completeUpload").about(id).json(list), 202);
        deployment.function("ingest").answer(uploads.notice());

        assertThat(get("retrieve", id).get("status").asText()).isEqualTo("completed");
    }

    @Test
    void aKeyOpensTheApiUntilItIsDeleted() {
        var wanted = "{\"name\": \"test\", \"tenant\": \"acme\", \"scopes\": [\"read\"]}";
        var key = api.send(Request.to("createKey").json(wanted), 201);
        var list = Request.to("list")
                .header("authorization", "Bearer " + key.get("key").asText());

        assertThat(api.send(list).status()).isEqualTo(200);
        assertThat(api.send(Request.to("deleteKey").with("key", key.get("id").asText()))
                        .status())
                .isEqualTo(204);
        assertThat(api.send(list).status()).isEqualTo(401);
        assertThat(api.send(Request.to("listKeys"), 200).get("items"))
                .extracting(each -> each.get("id"))
                .doesNotContain(key.get("id"));
    }

    @Test
    void aSharedCallIsHeardByWhoKnowsItsPassword() throws Exception {
        var upload = uploads.upload();
        var id = upload.recording();
        deployment.function("ingest").answer(upload.notice());
        var wanted = "{\"password\": \"sesame\", \"maxViews\": 1}";
        var share = api.send(Request.to("share").about(id).json(wanted), 201);
        var token = share.get("url").asText().replaceAll(".*/s/", "");
        assertThat(api.send(Request.to("openShare").with("token", token)).status())
                .isEqualTo(401);

        var opened = api.send(Request.to("unlockShare").with("token", token).json("{\"password\": \"sesame\"}"), 200);
        var audio = api.event(Request.to("openSharedAudio").with("token", token))
                .put("rawQueryString", opened.at("/audio/url").asText().replaceAll(".*\\?", ""));
        var heard = api.answer("openSharedAudio", audio);

        assertThat(heard.status()).isEqualTo(302);
        assertThat(uploads.transfer().get(heard.headers().get("location"))).isEqualTo(Uploads.realCall());
        assertThat(get("listShares", id).at("/items/0/views").asInt()).isEqualTo(1);
        assertThat(api.send(Request.to("openShare").with("token", token)).status())
                .isEqualTo(404);
        var ended =
                Request.to("unshare").about(id).with("share", share.get("id").asText());
        assertThat(api.send(ended).status()).isEqualTo(204);
        assertThat(get("listShares", id).get("items")).isEmpty();
    }

    private String openLink(String id) throws Exception {
        var link = api.send(Request.to("generateSecureUrl").about(id).json("{}"), 201)
                .get("url")
                .asText();
        assertThat(link).startsWith("https://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com/u/");
        var token = link.substring(link.lastIndexOf('/') + 1);
        var request = Request.to("openLink").with("token", token);
        var routes = api.routes("openLink");

        var opened = api.send(request, routes.get(0));
        var looked = api.send(request, routes.get(1));

        assertThat(opened.status()).isEqualTo(302);
        assertThat(uploads.transfer().get(opened.headers().get("location"))).isEqualTo(Uploads.realCall());
        assertThat(looked.headers()).containsEntry("content-type", "audio/wav");
        return token;
    }

    private JsonNode get(String function, String recording) {
        return get(function, recording, 200);
    }

    private JsonNode get(String function, String recording, int status) {
        return api.send(Request.to(function).about(recording), status);
    }
}
