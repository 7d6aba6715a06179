package io.tapedeck.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Recordings whose audio lies in the bucket, and what S3 tells of it. */
final class Uploads implements AutoCloseable {
    private static final Path REAL_CALL = Path.of("src", "test", "resources", "audio", "call-40.wav");

    private final Deployment deployment;
    private final HttpApi api;
    private final Transfer transfer = new Transfer();

    Uploads(Deployment deployment, HttpApi api) {
        this.deployment = deployment;
        this.api = api;
    }

    /** A call of four minutes between two people. */
    static byte[] realCall() throws IOException {
        return Files.readAllBytes(REAL_CALL);
    }

    /** Creates a recording and uploads the call. */
    Upload upload() throws IOException, InterruptedException {
        return upload(realCall());
    }

    /** Creates a recording and uploads audio. */
    Upload upload(byte[] audio) throws IOException, InterruptedException {
        var created = api.send(Request.to("create").json("{\"tags\": [\"support\"]}"), 201);
        var ticket = created.get("upload");
        transfer.put(ticket.get("url").asText(), ticket.path("headers"), audio);
        return new Upload(created.get("id").asText(), notice());
    }

    /** What S3 tells next. */
    JsonNode notice() throws InterruptedException {
        var event = deployment.uploads().poll(30, TimeUnit.SECONDS);
        if (event == null) {
            throw new AssertionError("S3 told of nothing");
        }
        return event;
    }

    Transfer transfer() {
        return transfer;
    }

    @Override
    public void close() {
        transfer.close();
    }

    /**
     * Audio that was uploaded.
     *
     * @param notice the event that S3 sends
     */
    record Upload(String recording, JsonNode notice) {}
}
