package io.tapedeck.function.triggers;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.funqy.Funq;
import io.tapedeck.log.Invocation;
import io.tapedeck.log.InvocationLog;
import io.tapedeck.log.InvocationOutcome.Done;
import io.tapedeck.work.Completions;
import io.tapedeck.work.Completions.Told;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Has a worker ask after what Amazon Transcribe is done with, as EventBridge tells: mostly once, in any order, maybe late or
 * never, which the sweep makes good.
 */
public class TranscribedFunction {
    private static final Set<String> ENDED = Set.of("COMPLETED", "FAILED");
    private static final Set<String> PREPARED = Set.of("READY", "FAILED");

    private final Completions completions;
    private final InvocationLog log;

    TranscribedFunction(Completions completions, InvocationLog log) {
        this.completions = completions;
        this.log = log;
    }

    @Funq("transcribed")
    public void transcribed(StateChange change) {
        try (var invocation = log.begin("transcribed")) {
            var told = Optional.ofNullable(change.detail()).flatMap(this::told).orElseGet(Told.Foreign::new);
            tell(invocation, told);
        }
    }

    private Optional<Told> told(Detail detail) {
        return name(detail.jobName(), detail.jobStatus(), ENDED)
                .map(completions::ended)
                .or(() -> name(detail.vocabularyName(), detail.vocabularyState(), PREPARED)
                        .map(completions::prepared));
    }

    private static Optional<String> name(String name, String state, Set<String> states) {
        return Optional.ofNullable(name).filter(_ -> state != null && states.contains(state));
    }

    private static void tell(Invocation invocation, Told told) {
        switch (told) {
            case Told.AskedAfter(var recording) -> {
                invocation.about(List.of(recording));
                invocation.ended(Done.COMPLETED);
            }
            case Told.NotAwaited(var recording) -> {
                invocation.about(List.of(recording));
                invocation.ended(Done.NOTHING_TO_DO);
            }
            case Told.Foreign() -> invocation.ended(Done.NOTHING_TO_DO);
        }
    }

    /** What EventBridge sends. */
    public record StateChange(Detail detail) {}

    /**
     * What has changed: a job, or a vocabulary.
     *
     * @param jobStatus COMPLETED or FAILED once it has ended
     * @param vocabularyState READY or FAILED once it has been prepared
     */
    public record Detail(
            @JsonProperty("TranscriptionJobName") String jobName,
            @JsonProperty("TranscriptionJobStatus") String jobStatus,
            @JsonProperty("VocabularyName") String vocabularyName,
            @JsonProperty("VocabularyState") String vocabularyState) {}
}
