package io.tapedeck.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Functions that answer what they are told to and remember how they were called. */
final class RecordingFunctions implements Functions {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>();

    record Call(String function, JsonNode event) {}

    RecordingFunctions answering(String function, String answer) {
        answers.put(function, answer);
        return this;
    }

    /** The last call of a function. */
    JsonNode event(String function) {
        return calls.reversed().stream()
                .filter(call -> call.function().equals(function))
                .findFirst()
                .orElseThrow(() -> new AssertionError(function + " was not called, but " + calls))
                .event();
    }

    boolean called(String function) {
        return calls.stream().anyMatch(call -> call.function().equals(function));
    }

    @Override
    public JsonNode invoke(String name, JsonNode event) throws Exception {
        calls.add(new Call(name, event));
        String answer = answers.get(name);
        if (answer == null) {
            throw new IllegalStateException("secret inside " + name);
        }
        return JSON.readTree(answer);
    }
}
