package io.tapedeck.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapedeck.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Takes messages in the place of webhooks, and answers as a test says. */
final class ScriptedSender implements Sender {
    private final Json json = new Json();
    private final List<Message> taken = new ArrayList<>();
    private final List<Message> refused = new ArrayList<>();
    private Function<Message, Answer> script = _ -> new Answer.Accepted();

    /** What is sent from now on is answered so. */
    void answering(Function<Message, Answer> answers) {
        script = answers;
    }

    /** The messages that were taken, in their order. */
    synchronized List<Message> taken() {
        return List.copyOf(taken);
    }

    /** The events that were taken, in their order. */
    List<String> events() {
        return taken().stream().map(Message::event).toList();
    }

    /** The messages that were not. */
    synchronized List<Message> refused() {
        return List.copyOf(refused);
    }

    @Override
    public Optional<String> objection(String url) {
        return Optional.empty();
    }

    @Override
    public Sent send(String url, Map<String, String> headers, String body) {
        var message = new Message(url, json.read(body), body);
        var answer = script.apply(message);
        note(message, answer);
        return new Sent(answer, Optional.empty(), Optional.of("an answer"));
    }

    private synchronized void note(Message message, Answer answer) {
        (answer instanceof Answer.Accepted ? taken : refused).add(message);
    }

    /** What was sent. */
    record Message(String url, JsonNode tree, String body) {
        String event() {
            return tree.path("id").asText();
        }

        String type() {
            return tree.path("type").asText();
        }

        String subject() {
            return tree.path("subject").asText();
        }
    }
}
