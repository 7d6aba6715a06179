package io.tapedeck.function.recordings;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.Scope;
import io.tapedeck.audio.Task;
import io.tapedeck.function.storages.NamedStorages;
import io.tapedeck.http.Answers;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.FieldErrors;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.http.request.RecordingRequest;
import io.tapedeck.http.request.RecordingRequest.Rules;
import io.tapedeck.id.JobId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.json.Json;
import io.tapedeck.json.UploadView;
import io.tapedeck.recording.Actor;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Change;
import io.tapedeck.recording.Intake;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.JobQueue;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.Recordings;
import io.tapedeck.recording.RetentionPolicy;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.Placement;
import io.tapedeck.storage.Storage;
import io.tapedeck.storage.Uploads;
import java.util.ArrayList;
import java.util.List;

/** Creates a recording, to be uploaded by the caller or imported from a URL. */
public class CreateFunction {
    private static final int LARGEST = 128 * 1024;

    private final Exchange exchange;
    private final Answers answers;
    private final Recordings recordings;
    private final RecordingStore store;
    private final JobQueue queue;
    private final Uploads uploads;
    private final NamedStorages storages;
    private final Rules rules;
    private final RetentionPolicy retention;
    private final Json json;

    CreateFunction(
            Exchange exchange,
            Answers answers,
            Recordings recordings,
            RecordingStore store,
            JobQueue queue,
            Uploads uploads,
            NamedStorages storages,
            Rules rules,
            RetentionPolicy retention,
            Json json) {
        this.exchange = exchange;
        this.answers = answers;
        this.recordings = recordings;
        this.store = store;
        this.queue = queue;
        this.uploads = uploads;
        this.storages = storages;
        this.rules = rules;
        this.retention = retention;
        this.json = json;
    }

    @Funq("create")
    public APIGatewayV2HTTPResponse create(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "create", Scope.WRITE, this::create);
    }

    private Reply create(Request request) {
        var errors = new FieldErrors();
        var told = request.recordingBody(LARGEST, errors);
        var body = told.fields();
        var place = storages.readOrStandard(request.tenant(), body);
        var asked = RecordingRequest.read(body, rules);
        var wanted = told.recorded().map(asked::completedBy).orElse(asked);
        if (wanted.encryptionKey().isPresent()
                && place.filter(elsewhere -> elsewhere.provider() != Storage.S3).isPresent()) {
            body.wrong("encryptionKey", "is a key of AWS; this storage encrypts as its own settings say");
        }
        request.query().only();
        errors.refuse();
        var change = change(request, wanted, Placement.in(place));
        var recording = switch (store.commit(change)) {
            case COMMITTED -> change.written();
            // the first attempt under this idempotency key got so far
            case STALE -> recordings.get(request.tenant(), change.recording().id());
        };
        return show(request, recording);
    }

    private Change change(Request request, RecordingRequest wanted, Placement placement) {
        var id = new RecordingId(request.seed());
        var kept = retention.of(wanted.retentionPeriod(), id.created());
        var intake = intake(request, wanted, id);
        var recording = CallRecording.create(request.tenant(), id, wanted.details(), kept, placement, intake);
        return queue.create(recording, jobs(request, recording, wanted.actions()));
    }

    private Intake intake(Request request, RecordingRequest wanted, RecordingId id) {
        var key = ObjectKey.upload(request.tenant(), id);
        var terms =
                wanted.multipart() ? uploads.startMultipart(key, wanted.upload(), wanted.partSize()) : wanted.upload();
        return new Intake(terms, wanted.source(), wanted.encryptionKey());
    }

    /** The ingest, and behind it what is to be done once the audio is there. */
    private static List<Job> jobs(Request request, CallRecording recording, List<Task> actions) {
        var actor = request.caller().orElseThrow().actor();
        var jobs = new ArrayList<>(List.of(ingest(recording, actor)));
        for (var task : actions) {
            var id = new JobId(jobs.getLast().id().ulid().next());
            jobs.add(Job.of(
                    id,
                    recording.tenant(),
                    recording.id(),
                    task,
                    List.of(),
                    actor,
                    recording.history().created()));
        }
        return jobs;
    }

    private static Job ingest(CallRecording recording, Actor actor) {
        var now = recording.history().created();
        var id = JobId.first(recording.id());
        var intake = recording.intake().orElseThrow();
        if (intake.source().isPresent()) {
            return Job.ingest(id, recording.tenant(), recording.id(), actor, now);
        }
        var job = Job.awaitingUpload(id, recording.tenant(), recording.id(), actor, now, now.plus(Uploads.WINDOW));
        return intake.upload().multipart().isPresent() ? job.sentInParts() : job;
    }

    private Reply show(Request request, CallRecording recording) {
        var shown = answers.recording(201, request, recording).with("location", "/v1/recordings/" + recording.id());
        if (recording.intake().filter(intake -> intake.source().isEmpty()).isEmpty()) {
            return shown;
        }
        var key = ObjectKey.upload(recording.tenant(), recording.id());
        var ticket = uploads.issue(key, recording.intake().get().upload(), recordings.now());
        var view = answers.view(request, recording).with(json.mapper().valueToTree(UploadView.of(ticket)));
        return shown.showing(view);
    }
}
