package io.tapedeck.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tapedeck.audio.JobResult;
import io.tapedeck.audio.JobResult.SoundQuality;
import io.tapedeck.audio.Range;
import java.util.List;
import java.util.Optional;

/** What a job did, without what there is not to say. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ResultView(
        Optional<Integer> version,
        Optional<SoundQuality> before,
        Optional<SoundQuality> after,
        List<Range> removed,
        List<String> notes) {

    static ResultView of(JobResult result) {
        return new ResultView(result.version(), result.before(), result.after(), result.removed(), result.notes());
    }
}
