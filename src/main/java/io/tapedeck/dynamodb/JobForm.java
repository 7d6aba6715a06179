package io.tapedeck.dynamodb;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapedeck.audio.Action;
import io.tapedeck.recording.Job.State;

/**
 * How a job is stored where that is not as it is made up: a row says what its job does even without a task, which an ingest
 * lacks. Earlier releases, which read what is written while a new one takes their place, know no more.
 */
final class JobForm {
    private static final String ACTION = "action";
    private static final String TASK = "task";
    private static final String RESULT = "result";
    private static final String KIND = "kind";
    private static final String FAILURES = "failures";
    private static final String ATTEMPTS = "attempts";
    private static final String INGEST = Action.INGEST.toString();

    private JobForm() {}

    /** The tree of a job as it is stored. */
    static ObjectNode stored(ObjectNode job) {
        job.set(ACTION, job.get(TASK).get(ACTION));
        if (isIngest(job)) {
            job.remove(TASK);
        }
        if (job.has(RESULT)) {
            var result = job.withObjectProperty(RESULT);
            result.withArrayProperty("removed");
            result.withArrayProperty("notes");
        }
        return job;
    }

    /** The tree of a job of which this was stored, by this release or an earlier one. */
    static ObjectNode read(ObjectNode stored) {
        if (!stored.has(TASK)) {
            stored.putObject(TASK).set(ACTION, stored.get(ACTION));
        }
        if (stored.has(RESULT) && !stored.get(RESULT).has(KIND)) {
            stored.withObjectProperty(RESULT).put(KIND, isIngest(stored) ? INGEST : "audio");
        }
        if (!stored.has(FAILURES)) {
            stored.put(FAILURES, failures(stored));
        }
        return stored;
    }

    /** Once every attempt had failed but for one that was under way or the last. */
    private static int failures(ObjectNode stored) {
        var attempts = stored.get(ATTEMPTS).intValue();
        var status = stored.get("status").textValue();
        var unfailed = status.equals(State.RUNNING.toString()) || status.equals(State.SUCCEEDED.toString());
        return unfailed ? attempts - 1 : attempts;
    }

    private static boolean isIngest(ObjectNode job) {
        return INGEST.equals(job.get(ACTION).textValue());
    }
}
