package io.tapedeck.function;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tapedeck.http.ProblemView;
import io.tapedeck.http.RecordingPatch;
import io.tapedeck.http.SecureLinks;
import io.tapedeck.json.AudioView;
import io.tapedeck.json.DetailsView;
import io.tapedeck.json.EventData;
import io.tapedeck.json.JobView;
import io.tapedeck.json.RecordingView;
import io.tapedeck.json.ResultView;
import io.tapedeck.log.EmbeddedMetrics;
import io.tapedeck.log.Line;
import io.tapedeck.log.Message;
import io.tapedeck.log.Outcome;
import io.tapedeck.problem.FieldError;
import io.tapedeck.recording.Action;
import io.tapedeck.recording.Actor;
import io.tapedeck.recording.ApiKey;
import io.tapedeck.recording.AudioMeasures;
import io.tapedeck.recording.AudioTask;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.ChannelLayout;
import io.tapedeck.recording.Codec;
import io.tapedeck.recording.Compression;
import io.tapedeck.recording.Conversion;
import io.tapedeck.recording.Deletion;
import io.tapedeck.recording.Details;
import io.tapedeck.recording.Encryption;
import io.tapedeck.recording.Enhancement;
import io.tapedeck.recording.Failure;
import io.tapedeck.recording.Fate;
import io.tapedeck.recording.Format;
import io.tapedeck.recording.Intake;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.JobId;
import io.tapedeck.recording.JobResult;
import io.tapedeck.recording.Loudness;
import io.tapedeck.recording.Merge;
import io.tapedeck.recording.ObjectKey;
import io.tapedeck.recording.Participant;
import io.tapedeck.recording.PhoneNumber;
import io.tapedeck.recording.Quality;
import io.tapedeck.recording.Range;
import io.tapedeck.recording.RawFormat;
import io.tapedeck.recording.RecordingId;
import io.tapedeck.recording.Reference;
import io.tapedeck.recording.Retention;
import io.tapedeck.recording.Role;
import io.tapedeck.recording.Scope;
import io.tapedeck.recording.Signal;
import io.tapedeck.recording.Source;
import io.tapedeck.recording.Status;
import io.tapedeck.recording.Storage;
import io.tapedeck.recording.Sweep;
import io.tapedeck.recording.TenantId;
import io.tapedeck.recording.Treatment;
import io.tapedeck.recording.Trim;
import io.tapedeck.recording.Ulid;
import io.tapedeck.recording.UploadTerms;
import io.tapedeck.recording.Usage;
import io.tapedeck.recording.Warning;

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
            Outcome.class,
            Outcome.Answered.class,
            Outcome.Done.class,
            ResultView.class,
            FieldError.class,
            Actor.class,
            ApiKey.class,
            AudioMeasures.class,
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
            Fate.class,
            Format.class,
            Intake.class,
            Job.class,
            Action.class,
            Job.Input.class,
            Job.State.class,
            JobId.class,
            JobResult.class,
            JobResult.SoundQuality.class,
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
            Source.class,
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
            "io.tapedeck.json.Json$NamedByAction"
        })
final class NativeReflection {
    private NativeReflection() {}
}
