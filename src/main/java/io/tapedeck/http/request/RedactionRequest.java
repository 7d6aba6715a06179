package io.tapedeck.http.request;

import io.tapedeck.audio.Entity;
import io.tapedeck.audio.Masking;
import io.tapedeck.audio.Redaction;
import io.tapedeck.http.Fields;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.transcript.EngineChoice;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a caller wants taken out of a recording.
 *
 * @param asNew whether the result becomes a recording of its own, and this one stays as it is
 */
public record RedactionRequest(Redaction task, boolean asNew) {
    private static final double MOST_PADDING = 2;

    /** Reads the body of a request to redact. */
    public static RedactionRequest read(Fields fields) {
        var asNew = fields.flag("asNew").orElse(false);
        var task = new Redaction(
                fields.choice("type", Masking.Style.class).orElse(Masking.Style.SILENCE),
                entities(fields),
                fields.objects("ranges", 0, Redaction.MOST_RANGES, TrimReader::range)
                        .orElse(List.of()),
                fields.number("padding", 0, MOST_PADDING).orElse(Redaction.PADDING),
                fields.choice("channels", Redaction.Channels.class).orElse(Redaction.Channels.ALL),
                fields.flag("keepOriginal").orElse(false),
                fields.flag("preview").orElse(false));
        check(fields, task, asNew);
        fields.done();
        return new RedactionRequest(task, asNew);
    }

    private static Set<Entity> entities(Fields fields) {
        var named = fields.choices("entities", 0, Entity.class);
        return named.isPresent() ? Set.copyOf(named.get()) : EnumSet.allOf(Entity.class);
    }

    private static void check(Fields fields, Redaction task, boolean asNew) {
        if (task.preview() && asNew) {
            fields.wrong("preview", "cannot be combined with asNew, since nothing new is made");
        }
        if (task.keepOriginal() && asNew) {
            fields.wrong("keepOriginal", "cannot be combined with asNew, which always keeps the original");
        }
        if (task.entities().isEmpty() && task.ranges().isEmpty() && fields.isSound()) {
            fields.wrong("entities", "must name something unless ranges does");
        }
    }

    /**
     * Refuses what needs a transcript where there is none, and none to come that is known of, and nobody to write one.
     *
     * @throws ProblemException transcriber-unavailable
     */
    public void requireEngine(CallRecording recording, EngineChoice engines) {
        var isWritten = recording
                .audio()
                .filter(audio -> audio.transcript().isPresent())
                .isPresent();
        if (!task.entities().isEmpty() && !isWritten && recording.jobs().isIdle()) {
            engines.choose(Optional.empty());
        }
    }
}
