package io.tapedeck.amazontranscribe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tapedeck.s3.S3Server;
import io.tapedeck.storage.ObjectKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.transcribe.TranscribeClient;

/** A server that speaks as Amazon Transcribe does (JSON 1.1 over HTTP), hears nothing, and does what a test says. */
final class AmazonServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TARGET = "Transcribe.";

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final S3Server bucket;
    private final Instant now;
    private final Map<String, ObjectNode> jobs = new TreeMap<>();
    private final Map<String, ObjectNode> vocabularies = new TreeMap<>();
    private final Queue<Trouble> troubles = new ArrayDeque<>();
    private final List<String> calls = new ArrayList<>();

    private record Trouble(String call, int status, String body, Map<String, String> headers) {}

    /** An answer that is no success. */
    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String type;

        Refusal(String type, String message) {
            super(message);
            this.type = type;
        }
    }

    AmazonServer(S3Server bucket, Instant now) throws IOException {
        this.bucket = bucket;
        this.now = now;
        server.createContext("/", this::serve);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    TranscribeClient client() {
        return AmazonClient.builder("eu-central-1", new ExecutionInterceptor() {})
                .endpointOverride(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .overrideConfiguration(settings -> settings.retryStrategy(DefaultRetryStrategy.doNotRetry()))
                .build();
    }

    /** The next call of this name is answered so. */
    void answer(String call, int status, String body, Map<String, String> headers) {
        troubles.add(new Trouble(call, status, body, headers));
    }

    /** The next call of this name is refused so. */
    void refuse(String call, int status, String type, String message) {
        answer(call, status, error(type, message), Map.of());
    }

    /** The names of the calls that came, in their order. */
    List<String> calls() {
        return calls;
    }

    JsonNode job(String name) {
        return jobs.get(name);
    }

    List<String> jobs() {
        return List.copyOf(jobs.keySet());
    }

    Map<String, ObjectNode> vocabularies() {
        return vocabularies;
    }

    void is(String name, String status) {
        jobs.get(name).put("TranscriptionJobStatus", status);
    }

    /** A job is done, and its result lies where the request wanted it. */
    void complete(String name, byte[] result) {
        bucket.put(new ObjectKey(jobs.get(name).at("/Request/OutputKey").textValue()), result);
        is(name, "COMPLETED");
    }

    void fail(String name, String reason) {
        is(name, "FAILED");
        jobs.get(name).put("FailureReason", reason);
    }

    void vocabularyIs(String name, String state) {
        vocabularies.get(name).put("VocabularyState", state);
    }

    private synchronized void serve(HttpExchange exchange) throws IOException {
        var call = exchange.getRequestHeaders().getFirst("X-Amz-Target").substring(TARGET.length());
        var request = JSON.readTree(exchange.getRequestBody());
        calls.add(call);
        var trouble = troubles.peek();
        if (trouble != null && trouble.call().equals(call)) {
            troubles.remove();
            trouble.headers().forEach(exchange.getResponseHeaders()::set);
            send(exchange, trouble.status(), trouble.body());
            return;
        }
        try {
            send(exchange, 200, JSON.writeValueAsString(answer(call, request)));
        } catch (Refusal refusal) {
            send(exchange, 400, error(refusal.type, refusal.getMessage()));
        }
    }

    private JsonNode answer(String call, JsonNode request) {
        return switch (call) {
            case "StartTranscriptionJob" -> start(request);
            case "GetTranscriptionJob" -> job(found(jobs, request, "TranscriptionJobName", "job"));
            case "DeleteTranscriptionJob" -> {
                jobs.remove(request.get("TranscriptionJobName").textValue());
                yield JSON.createObjectNode();
            }
            case "CreateVocabulary" -> createVocabulary(request);
            case "GetVocabulary" -> found(vocabularies, request, "VocabularyName", "vocabulary");
            case "DeleteVocabulary" -> {
                found(vocabularies, request, "VocabularyName", "vocabulary");
                vocabularies.remove(request.get("VocabularyName").textValue());
                yield JSON.createObjectNode();
            }
            default -> throw new Refusal("UnknownOperationException", call);
        };
    }

    private JsonNode start(JsonNode request) {
        var name = request.get("TranscriptionJobName").textValue();
        var job = JSON.createObjectNode();
        job.put("TranscriptionJobName", name).put("TranscriptionJobStatus", "IN_PROGRESS");
        job.put("CreationTime", now.getEpochSecond());
        job.set("Request", request);
        if (jobs.putIfAbsent(name, job) != null) {
            throw new Refusal("ConflictException", "The requested job name already exists. Use a different job name.");
        }
        return job(job);
    }

    private JsonNode createVocabulary(JsonNode request) {
        var name = request.get("VocabularyName").textValue();
        var vocabulary = ((ObjectNode) request).deepCopy().put("VocabularyState", "PENDING");
        if (vocabularies.putIfAbsent(name, vocabulary) != null) {
            throw new Refusal("ConflictException", "The requested vocabulary name already exists.");
        }
        return vocabulary;
    }

    private static ObjectNode found(Map<String, ObjectNode> things, JsonNode request, String name, String kind) {
        var thing = things.get(request.get(name).textValue());
        if (thing == null) {
            throw new Refusal(
                    "BadRequestException",
                    "The requested %1$s couldn't be found. Check the %1$s name and try your request again."
                            .formatted(kind));
        }
        return thing;
    }

    private static JsonNode job(JsonNode job) {
        return JSON.createObjectNode().set("TranscriptionJob", job);
    }

    private static String error(String type, String message) {
        return JSON.createObjectNode()
                .put("__type", type)
                .put("Message", message)
                .toString();
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
