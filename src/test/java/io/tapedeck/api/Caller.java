package io.tapedeck.api;

import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Somebody with a key, and what they do all day. */
public record Caller(Api api, String tenant, String key) {
    /** How long anything may take on a machine that is busy. */
    static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final String RECORDING = "/v1/recordings/{id}";

    /** The random bits of a key: its last 43 characters, of which any can be an underscore. */
    static String randomPart(String key) {
        return key.substring(key.length() - 43);
    }

    /** A request with the key. */
    public RequestSpecification request() {
        return api.as(key);
    }

    /** A request with the key and a JSON body. */
    public RequestSpecification request(Map<String, ?> body) {
        return request().contentType(ContentType.JSON).body(body);
    }

    /** A new recording, as the answer to create shows it. */
    public JsonPath create(Map<String, ?> body) {
        return request(body)
                .post("/v1/recordings")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    /** Uploads audio to a new recording with these properties. Answers its id. */
    public String upload(byte[] audio, Map<String, ?> body) {
        var created = create(body);
        Transfer.put(created, audio).requireStatus(200);
        return created.getString("id");
    }

    /** A new recording of this audio, once it is completed. Answers its id. */
    public String completed(byte[] audio) {
        return completed(audio, Map.of());
    }

    /** A new recording of this audio with these properties, once it is completed. Answers its id. */
    public String completed(byte[] audio, Map<String, ?> body) {
        var id = upload(audio, body);
        awaitStatus(id, "completed");
        return id;
    }

    /** Asks for work on the audio of a recording, and gets what is answered at once. */
    public ValidatableResponse ask(String id, String operation, Map<String, ?> body) {
        return request(body).post(RECORDING + "/" + operation, id).then();
    }

    /** The recording once the work that is asked for is over. */
    public JsonPath done(String id, String operation, Map<String, ?> body) {
        ask(id, operation, body).statusCode(202);
        return awaitStatus(id, "completed");
    }

    /** Asks for a recording made of others, and gets what is answered at once. */
    public ValidatableResponse merge(Map<String, ?> body) {
        return request(body).post("/v1/recordings/merge").then();
    }

    /** The recording once it has this status. */
    public JsonPath awaitStatus(String id, String status) {
        return await().atMost(PATIENCE)
                .until(() -> retrieve(id), found -> found.getString("status").equals(status));
    }

    /** The recording as it is. */
    public JsonPath retrieve(String id) {
        return show(id).statusCode(200).extract().jsonPath();
    }

    /** What retrieve answers, whatever it is. */
    public ValidatableResponse show(String id) {
        return request().get(RECORDING, id).then();
    }

    /** Changes a recording. */
    public ValidatableResponse update(String id, Map<String, ?> patch) {
        return request(patch).patch(RECORDING, id).then();
    }

    /** Deletes a recording. */
    public ValidatableResponse delete(String id) {
        return request().delete(RECORDING, id).then();
    }

    /** Asks for something below a recording. */
    public ValidatableResponse get(String id, String what) {
        return request().get(RECORDING + "/" + what, id).then();
    }

    /** The audio of a recording as it is now. */
    public byte[] audio(String id) {
        return Transfer.get(url(id)).requireStatus(200).body();
    }

    /** Where the audio of a recording can be fetched for a while. */
    public String url(String id) {
        return get(id, "download").statusCode(200).extract().path("url");
    }

    /** The jobs of a recording, oldest first. */
    public JsonPath jobs(String id) {
        return get(id, "jobs").statusCode(200).extract().jsonPath();
    }

    /** The versions of a recording's audio, oldest first. */
    public JsonPath versions(String id) {
        return get(id, "versions").statusCode(200).extract().jsonPath();
    }

    /** What happened to a recording, oldest first. */
    public JsonPath events(String id) {
        return get(id, "events").statusCode(200).extract().jsonPath();
    }

    /** The names of what happened to a recording, oldest first. */
    public List<String> eventNames(String id) {
        return events(id).<String>getList("items.type").stream()
                .map(type -> type.replace("recording.", ""))
                .toList();
    }
}
