package io.tapedeck.work;

import io.tapedeck.redaction.search.FoundValues;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.format.TranscriptForm;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Looks for what was found in all that was made of a redacted call. */
record RedactionProof(FoundValues values) {
    /** Whether nothing of it is left in a transcript, in whatever form it is handed out. */
    boolean holds(Transcript transcript) {
        return Arrays.stream(TranscriptForm.values()).allMatch(form -> holds(transcript, form));
    }

    /** Whether nothing of it is left in the figures of the call. */
    boolean holds(String analytics) {
        return values.inDocument(analytics.getBytes(StandardCharsets.UTF_8)).isEmpty();
    }

    private boolean holds(Transcript transcript, TranscriptForm form) {
        var file = form.write(transcript);
        return switch (form) {
            case JSON -> values.inDocument(file).isEmpty();
            case VTT, SRT, TXT ->
                values.inCaptions(new String(file, StandardCharsets.UTF_8), transcript)
                        .isEmpty();
        };
    }
}
