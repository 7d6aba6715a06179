package io.tapedeck.recording;

/** What became of a job that a worker was told of. */
public sealed interface Ingested {
    /**
     * The recording has its audio.
     *
     * @param seconds its length
     */
    record Completed(double seconds) implements Ingested {}

    /** There will be no usable audio. */
    record Failed() implements Ingested {}

    /** It will be tried again. */
    record Postponed() implements Ingested {}

    /** It was over, another's, or its recording was gone. */
    record NotMine() implements Ingested {}

    /** What the recording says of the attempt that a worker has ended. */
    static Ingested of(CallRecording recording, Job mine) {
        return recording
                .job()
                .filter(job -> job.id().equals(mine.id()) && job.attempts() == mine.attempts())
                .map(job -> of(recording, job.status()))
                .orElseGet(NotMine::new);
    }

    private static Ingested of(CallRecording recording, Job.State state) {
        return switch (state) {
            case SUCCEEDED ->
                new Completed(recording.audio().orElseThrow().measures().duration());
            case FAILED -> new Failed();
            case QUEUED -> new Postponed();
            case AWAITING_UPLOAD, RUNNING -> new NotMine();
        };
    }
}
