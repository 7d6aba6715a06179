package io.tapedeck.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tapedeck.audio.Analysis;
import io.tapedeck.audio.AudioResult;
import io.tapedeck.audio.AudioResult.SoundQuality;
import io.tapedeck.audio.Ingest;
import io.tapedeck.audio.JobResult;
import io.tapedeck.audio.Range;
import io.tapedeck.audio.Redaction;
import io.tapedeck.audio.Transcription;
import java.util.List;
import java.util.Optional;

/** What a job did, without what there is not to say. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ResultView(
        Optional<Integer> version,
        Optional<Integer> words,
        Optional<SoundQuality> before,
        Optional<SoundQuality> after,
        List<Range> removed,
        List<SpanView> spans,
        List<String> notes) {

    static ResultView of(JobResult result) {
        return switch (result) {
            case Ingest.Result(var version) -> of(version, Optional.empty());
            case Transcription.Result(var version, var words) -> of(version, Optional.of(words));
            case Analysis.Result(var version) -> of(version, Optional.empty());
            case AudioResult(var version, var before, var after, var removed, var notes) ->
                new ResultView(version, Optional.empty(), before, after, removed, List.of(), notes);
            case Redaction.Result(var version, var spans, var notes) ->
                new ResultView(
                        version,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        SpanView.of(spans),
                        notes);
        };
    }

    private static ResultView of(int version, Optional<Integer> words) {
        return new ResultView(
                Optional.of(version), words, Optional.empty(), Optional.empty(), List.of(), List.of(), List.of());
    }
}
