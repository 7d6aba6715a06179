package io.tapedeck.function.triggers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tapedeck.dynamodb.DynamoDbLocal;
import io.tapedeck.dynamodb.Table;
import io.tapedeck.function.triggers.TranscribedFunction.StateChange;
import io.tapedeck.id.JobId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.json.Json;
import io.tapedeck.log.FixedPlatform;
import io.tapedeck.log.InvocationLog;
import io.tapedeck.s3.S3Local;
import io.tapedeck.s3.S3Server;
import io.tapedeck.s3.Trouble;
import io.tapedeck.storage.Placement;
import io.tapedeck.transcript.OutsideName;
import io.tapedeck.work.Completions;
import io.tapedeck.work.Workshop;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Events as EventBridge sends them. */
@ExtendWith({DynamoDbLocal.class, S3Local.class})
class TranscribedFunctionTest {
    private final Json json = new Json();
    private final List<OutsideName> removed = new ArrayList<>();
    private final OutsideName name;
    private final TranscribedFunction function;

    TranscribedFunctionTest(Table table, S3Server server, @TempDir Path workDir) {
        var workshop = new Workshop(table, server, workDir);
        this.name = new OutsideName(
                "tapedeck", Workshop.ACME, new RecordingId(workshop.ids.next()), new JobId(workshop.ids.next()));
        var completions = new Completions(
                workshop.recordings,
                workshop.store,
                workshop.queue,
                server.stores(new Trouble()).objects((tenant, recording) -> Placement.OWN),
                removed::add,
                "tapedeck");
        this.function =
                new TranscribedFunction(completions, new InvocationLog(json, workshop.clock, FixedPlatform.NONE));
    }

    @ParameterizedTest
    @CsvSource({
        "Transcribe Job State Change, TranscriptionJobName, TranscriptionJobStatus, COMPLETED, 1",
        "Transcribe Job State Change, TranscriptionJobName, TranscriptionJobStatus, FAILED, 1",
        "Transcribe Job State Change, TranscriptionJobName, TranscriptionJobStatus, IN_PROGRESS, 0",
        "Vocabulary State Change, VocabularyName, VocabularyState, READY, 1",
        "Vocabulary State Change, VocabularyName, VocabularyState, FAILED, 1",
        "Vocabulary State Change, VocabularyName, VocabularyState, PENDING, 0"
    })
    void whatHasEndedIsLookedAfter(String type, String named, String stated, String state, int times)
            throws JsonProcessingException {
        tell("""
                {"version": "0", "detail-type": "%s", "source": "aws.transcribe", "resources": [],
                 "detail": {"%s": "%s", "%s": "%s", "more": [1]}}""".formatted(type, named, name, stated, state));

        assertThat(removed).hasSize(times);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"detail\": null}",
                "{\"detail\": {}}",
                "{\"detail\": {\"TranscriptionJobName\": \"weekly\", \"TranscriptionJobStatus\": \"COMPLETED\"}}",
                "{\"detail\": {\"TranscriptionJobName\": \"tapedeck.acme.x\", \"TranscriptionJobStatus\": \"COMPLETED\"}}",
                "{\"detail\": {\"TranscriptionJobStatus\": \"COMPLETED\"}}"
            })
    void whatIsNotOursIsPassedOver(String event) throws JsonProcessingException {
        tell(event);

        assertThat(removed).isEmpty();
    }

    private void tell(String event) throws JsonProcessingException {
        function.transcribed(json.mapper().readValue(event, StateChange.class));
    }
}
