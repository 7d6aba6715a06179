package io.tapedeck.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tapedeck.audio.Analysis;
import io.tapedeck.audio.AudioResult;
import io.tapedeck.audio.AudioResult.SoundQuality;
import io.tapedeck.audio.Export;
import io.tapedeck.audio.Ingest;
import io.tapedeck.audio.JobResult;
import io.tapedeck.audio.Range;
import io.tapedeck.audio.Redaction;
import io.tapedeck.audio.Transcription;
import java.time.Instant;
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
        List<String> notes,
        @JsonUnwrapped FileView file) {

    static ResultView of(JobResult result) {
        return switch (result) {
            case Ingest.Result(var version) -> of(Optional.of(version), Optional.empty(), FileView.NONE);
            case Transcription.Result(var version, var words) ->
                of(Optional.of(version), Optional.of(words), FileView.NONE);
            case Analysis.Result(var version) -> of(Optional.of(version), Optional.empty(), FileView.NONE);
            case AudioResult(var version, var before, var after, var removed, var notes) ->
                new ResultView(version, Optional.empty(), before, after, removed, List.of(), notes, FileView.NONE);
            case Redaction.Result(var version, var spans, var notes) ->
                new ResultView(
                        version,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        SpanView.of(spans),
                        notes,
                        FileView.NONE);
            case Export.Result made -> of(made.version(), Optional.empty(), FileView.of(made));
        };
    }

    /** The same with the address of the file. */
    ResultView at(String url) {
        return new ResultView(version, words, before, after, removed, spans, notes, file.at(url));
    }

    private static ResultView of(Optional<Integer> version, Optional<Integer> words, FileView file) {
        return new ResultView(
                version, words, Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(), file);
    }

    /**
     * A file that was made to be fetched.
     *
     * @param url absent for whoever may not fetch it, and in an event
     * @param size bytes
     * @param files in it
     * @param missing what was asked for and does not exist
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record FileView(
            Optional<String> url,
            Optional<Instant> expiresAt,
            Optional<Long> size,
            Optional<String> sha256,
            Optional<Integer> files,
            List<String> missing) {
        private static final FileView NONE = new FileView(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());

        static FileView of(Export.Result made) {
            return new FileView(
                    Optional.empty(),
                    Optional.of(made.expiresAt()),
                    Optional.of(made.size()),
                    Optional.of(made.sha256()),
                    Optional.of(made.files()),
                    made.missing());
        }

        FileView at(String address) {
            return new FileView(Optional.of(address), expiresAt, size, sha256, files, missing);
        }
    }
}
