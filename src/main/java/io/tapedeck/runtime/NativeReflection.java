package io.tapedeck.runtime;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tapedeck.access.ApiKey;
import io.tapedeck.access.Scope;
import io.tapedeck.audio.Action;
import io.tapedeck.audio.AudioMeasures;
import io.tapedeck.audio.AudioResult;
import io.tapedeck.audio.AudioTask;
import io.tapedeck.audio.ChannelLayout;
import io.tapedeck.audio.Codec;
import io.tapedeck.audio.Compression;
import io.tapedeck.audio.Conversion;
import io.tapedeck.audio.Enhancement;
import io.tapedeck.audio.Format;
import io.tapedeck.audio.Ingest;
import io.tapedeck.audio.IngestResult;
import io.tapedeck.audio.JobResult;
import io.tapedeck.audio.Loudness;
import io.tapedeck.audio.Merge;
import io.tapedeck.audio.Quality;
import io.tapedeck.audio.Range;
import io.tapedeck.audio.RawFormat;
import io.tapedeck.audio.Signal;
import io.tapedeck.audio.Task;
import io.tapedeck.audio.Treatment;
import io.tapedeck.audio.Trim;
import io.tapedeck.audio.Warning;
import io.tapedeck.function.edge.AuthorizerFunction;
import io.tapedeck.function.edge.HealthFunction;
import io.tapedeck.function.recordings.ListEventsFunction;
import io.tapedeck.function.triggers.IngestFunction;
import io.tapedeck.function.triggers.WorkFunction;
import io.tapedeck.http.ProblemView;
import io.tapedeck.http.RecordingPatch;
import io.tapedeck.http.SecureLinks;
import io.tapedeck.id.JobId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.Ulid;
import io.tapedeck.json.AudioFileView;
import io.tapedeck.json.AudioView;
import io.tapedeck.json.DetailsView;
import io.tapedeck.json.EventData;
import io.tapedeck.json.JobView;
import io.tapedeck.json.KeyView;
import io.tapedeck.json.PageView;
import io.tapedeck.json.RecordingView;
import io.tapedeck.json.ResultView;
import io.tapedeck.json.UploadView;
import io.tapedeck.json.UrlView;
import io.tapedeck.json.VersionView;
import io.tapedeck.log.EmbeddedMetrics;
import io.tapedeck.log.InvocationOutcome;
import io.tapedeck.log.Line;
import io.tapedeck.log.Message;
import io.tapedeck.problem.Failure;
import io.tapedeck.problem.FieldError;
import io.tapedeck.recording.Actor;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Deletion;
import io.tapedeck.recording.Details;
import io.tapedeck.recording.Intake;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.Participant;
import io.tapedeck.recording.PhoneNumber;
import io.tapedeck.recording.Reference;
import io.tapedeck.recording.Retention;
import io.tapedeck.recording.Role;
import io.tapedeck.recording.Status;
import io.tapedeck.recording.Usage;
import io.tapedeck.retention.Sweep;
import io.tapedeck.retention.SweepOutcome;
import io.tapedeck.storage.Encryption;
import io.tapedeck.storage.ImportSource;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.Storage;
import io.tapedeck.storage.UploadTerms;

/** What Jackson reads and writes at run time, by reflection, which a native image must be told of. */
@RegisterForReflection(
        targets = {
            APIGatewayV2HTTPEvent.class,
            APIGatewayV2HTTPEvent.RequestContext.class,
            APIGatewayV2HTTPEvent.RequestContext.Authorizer.class,
            APIGatewayV2HTTPEvent.RequestContext.Authorizer.JWT.class,
            APIGatewayV2HTTPEvent.RequestContext.CognitoIdentity.class,
            APIGatewayV2HTTPEvent.RequestContext.Http.class,
            APIGatewayV2HTTPEvent.RequestContext.IAM.class,
            APIGatewayV2HTTPResponse.class,
            AudioFileView.class,
            AuthorizerFunction.Authorization.class,
            AuthorizerFunction.Question.class,
            AuthorizerFunction.RequestContext.class,
            HealthFunction.Health.class,
            IngestFunction.S3Entity.class,
            IngestFunction.S3Notification.class,
            IngestFunction.S3Object.class,
            IngestFunction.S3Record.class,
            KeyView.class,
            ListEventsFunction.EventView.class,
            PageView.class,
            UploadView.class,
            UploadView.PartView.class,
            UrlView.class,
            VersionView.class,
            WorkFunction.BatchResult.class,
            WorkFunction.FailedItem.class,
            WorkFunction.Message.class,
            WorkFunction.Order.class,
            WorkFunction.QueueEvent.class,
            ProblemView.class,
            RecordingPatch.Writable.class,
            SecureLinks.Grant.class,
            AudioView.class,
            DetailsView.class,
            DetailsView.ParticipantView.class,
            EventData.Snapshot.class,
            JobView.class,
            RecordingView.class,
            RecordingView.Addresses.class,
            RecordingView.Certificate.class,
            RecordingView.RetentionView.class,
            RecordingView.UsageView.class,
            EmbeddedMetrics.class,
            EmbeddedMetrics.Definition.class,
            EmbeddedMetrics.Directive.class,
            Line.class,
            Message.class,
            InvocationOutcome.class,
            InvocationOutcome.Answered.class,
            InvocationOutcome.Done.class,
            ResultView.class,
            FieldError.class,
            Actor.class,
            ApiKey.class,
            AudioMeasures.class,
            AudioResult.class,
            AudioResult.SoundQuality.class,
            AudioTask.class,
            AudioVersion.class,
            CallRecording.class,
            ChannelLayout.class,
            Codec.class,
            Compression.class,
            Conversion.class,
            Deletion.class,
            Deletion.DestroyedVersion.class,
            Deletion.Reason.class,
            Deletion.Stage.class,
            Details.class,
            Encryption.class,
            Enhancement.class,
            Enhancement.Normalization.class,
            Enhancement.SilenceRemoval.class,
            Enhancement.Strength.class,
            Failure.class,
            SweepOutcome.class,
            Format.class,
            Intake.class,
            Job.class,
            Action.class,
            Job.Input.class,
            Job.State.class,
            JobId.class,
            Ingest.class,
            IngestResult.class,
            JobResult.class,
            Task.class,
            Loudness.class,
            Merge.class,
            Merge.Mode.class,
            ObjectKey.class,
            Participant.class,
            PhoneNumber.class,
            Quality.class,
            Range.class,
            RawFormat.class,
            RawFormat.Coding.class,
            RecordingId.class,
            Reference.class,
            Retention.class,
            Role.class,
            Scope.class,
            Signal.class,
            ImportSource.class,
            Status.class,
            Storage.class,
            Sweep.Report.class,
            TenantId.class,
            Treatment.class,
            Trim.class,
            Ulid.class,
            UploadTerms.class,
            UploadTerms.Multipart.class,
            Usage.class,
            Warning.class,
            Warning.Code.class,
        },
        classNames = {
            "io.quarkus.amazon.lambda.runtime.FunctionError",
            "io.tapedeck.http.Idempotency$Answer",
            "io.tapedeck.json.Json$NamedByAction",
            "io.tapedeck.json.Json$NamedByKind"
        })
final class NativeReflection {
    private NativeReflection() {}
}
