package io.tapedeck.http.request;

import io.tapedeck.audio.Action;
import io.tapedeck.audio.Redaction;
import io.tapedeck.audio.Task;
import io.tapedeck.audio.Transcription;
import io.tapedeck.http.Fields;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.transcript.EngineChoice;
import java.util.List;
import java.util.Optional;

/** Reads what is to be done to the audio of a new recording once it is there. */
final class ActionsReader {
    private static final int MOST = 10;
    private static final int LONGEST_NAME = 64;
    private static final List<Action> DONE_HERE = List.of(
            Action.TRANSCRIBE,
            Action.ANALYZE,
            Action.REDACT_PII,
            Action.COMPRESS,
            Action.CONVERT,
            Action.TRIM,
            Action.ENHANCE_QUALITY);

    private final EngineChoice engines;

    /** @param engines that can transcribe */
    ActionsReader(EngineChoice engines) {
        this.engines = engines;
    }

    /** @throws ProblemException transcriber-unavailable if one of them needs an engine that is not there */
    List<Task> read(Fields fields) {
        var tasks = fields.objects("actions", 0, MOST, this::task).orElse(List.of()).stream()
                .flatMap(Optional::stream)
                .toList();
        if (fields.isSound() && needsEngine(tasks)) {
            engines.choose(Optional.empty());
        }
        return tasks;
    }

    /** Whether one of them looks for something in a transcript that none before it writes. */
    private static boolean needsEngine(List<Task> tasks) {
        return tasks.stream()
                .takeWhile(task -> !(task instanceof Transcription))
                .anyMatch(task -> task instanceof Redaction redaction
                        && !redaction.entities().isEmpty());
    }

    private Optional<Task> task(Fields fields) {
        var action = action(fields);
        var request = fields.objectOrNothing("request");
        fields.done();
        return action.flatMap(wanted -> request.flatMap(body -> task(wanted, body)));
    }

    private static Optional<Action> action(Fields fields) {
        var name = fields.required("action", fields.text("action", LONGEST_NAME));
        var action = name.flatMap(text -> DONE_HERE.stream()
                .filter(known -> known.toString().equals(text))
                .findFirst());
        if (name.isPresent() && action.isEmpty()) {
            fields.wrong("action", "must be one of " + Fields.names(DONE_HERE));
        }
        return action;
    }

    private Optional<Task> task(Action action, Fields body) {
        return switch (action) {
            case TRANSCRIBE -> transcription(TranscriptionRequest.read(body), body);
            case ANALYZE -> Optional.of(AnalysisRequest.read(body));
            case REDACT_PII -> Optional.of(redaction(body));
            default -> Optional.of(audio(action, body));
        };
    }

    private Optional<Task> transcription(TranscriptionRequest wanted, Fields body) {
        return body.isSound() ? Optional.of(wanted.by(engines)) : Optional.empty();
    }

    private static Task audio(Action action, Fields body) {
        var request = AudioRequest.read(action, body);
        return own(request.task(), request.asNew(), body);
    }

    private static Task redaction(Fields body) {
        var request = RedactionRequest.read(body);
        return own(request.task(), request.asNew(), body);
    }

    private static Task own(Task task, boolean asNew, Fields body) {
        if (asNew) {
            body.wrong("asNew", "cannot be true in create: its actions work on the recording that is created");
        }
        return task;
    }
}
