package io.tapedeck.function.audio;

import io.tapedeck.audio.Action;
import io.tapedeck.http.FieldErrors;
import io.tapedeck.http.JobAnswers;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.http.request.AudioRequest;
import io.tapedeck.id.JobId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.recording.AudioJobs;

/** Takes requests for work on the audio of one recording. */
public final class AudioRequests {
    private static final int LARGEST = 64 * 1024;

    private final AudioJobs jobs;
    private final JobAnswers answers;

    public AudioRequests(AudioJobs jobs, JobAnswers answers) {
        this.jobs = jobs;
        this.answers = answers;
    }

    Reply answer(Request request, Action action) {
        var wanted = read(request, action);
        var actor = request.caller().orElseThrow().actor();
        var accepted = wanted.asNew()
                ? jobs.submitAsNew(
                        request.tenant(), new RecordingId(request.seed()), request.recording(), wanted.task(), actor)
                : jobs.submit(request.tenant(), request.recording(), wanted.task(), actor, new JobId(request.seed()));
        return answers.of(request, accepted);
    }

    private static AudioRequest read(Request request, Action action) {
        var errors = new FieldErrors();
        var wanted = AudioRequest.read(action, request.json(LARGEST, errors));
        request.query().only();
        errors.refuse();
        return wanted;
    }
}
