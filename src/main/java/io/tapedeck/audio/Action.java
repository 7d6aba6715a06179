package io.tapedeck.audio;

import io.tapedeck.id.WireNames;
import java.util.Arrays;

/** What a job does. The names of tasks follow from it wherever they are written. */
public enum Action {
    INGEST(Ingest.class),
    TRANSCRIBE(Transcription.class),
    ANALYZE(Analysis.class),
    REDACT_PII(Redaction.class, "redactPII"),
    COMPRESS(Compression.class),
    CONVERT(Conversion.class),
    TRIM(Trim.class),
    MERGE(Merge.class),
    ENHANCE_QUALITY(Enhancement.class),
    EXPORT(Export.class),
    CLIP(Clip.class),
    MOVE(Move.class);

    private final Class<? extends Task> task;
    private final String wireName;

    Action(Class<? extends Task> task) {
        this.task = task;
        this.wireName = WireNames.camel(this);
    }

    Action(Class<? extends Task> task, String wireName) {
        this.task = task;
        this.wireName = wireName;
    }

    /** That of a task. */
    static Action of(Task task) {
        return Arrays.stream(values())
                .filter(action -> action.task.isInstance(task))
                .findFirst()
                .orElseThrow();
    }

    /** The kind of task that it is. */
    public Class<? extends Task> task() {
        return task;
    }

    @Override
    public String toString() {
        return wireName;
    }
}
