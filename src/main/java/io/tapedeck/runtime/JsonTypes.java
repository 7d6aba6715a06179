package io.tapedeck.runtime;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.tapedeck.access.ApiKey;
import io.tapedeck.bulk.BulkExport;
import io.tapedeck.bulk.BulkManifest;
import io.tapedeck.bulk.Progress;
import io.tapedeck.export.Manifest;
import io.tapedeck.function.edge.AuthorizerFunction;
import io.tapedeck.function.edge.HealthFunction;
import io.tapedeck.function.triggers.IngestFunction;
import io.tapedeck.function.triggers.TranscribedFunction;
import io.tapedeck.function.triggers.WorkFunction;
import io.tapedeck.http.ExportLinks;
import io.tapedeck.http.Idempotency;
import io.tapedeck.http.SecureLinks;
import io.tapedeck.http.request.RecordingPatch;
import io.tapedeck.json.AudioFileView;
import io.tapedeck.json.BulkExportView;
import io.tapedeck.json.DeliveryView;
import io.tapedeck.json.EventData;
import io.tapedeck.json.ImportSecretsView;
import io.tapedeck.json.ImportView;
import io.tapedeck.json.Json;
import io.tapedeck.json.KeyView;
import io.tapedeck.json.OpenedShareView;
import io.tapedeck.json.PageView;
import io.tapedeck.json.ProblemView;
import io.tapedeck.json.ShareView;
import io.tapedeck.json.SharedUrlView;
import io.tapedeck.json.StorageView;
import io.tapedeck.json.UploadView;
import io.tapedeck.json.UrlView;
import io.tapedeck.json.VersionView;
import io.tapedeck.json.WebhookView;
import io.tapedeck.json.analytics.CallAnalyticsView;
import io.tapedeck.log.Line;
import io.tapedeck.log.Message;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.EventStore.LoggedEvent;
import io.tapedeck.recording.Job;
import io.tapedeck.remote.RemoteStorage;
import io.tapedeck.retention.Sweep;
import io.tapedeck.sharing.Share;
import io.tapedeck.webhook.Delivery;
import io.tapedeck.webhook.Errand;
import io.tapedeck.webhook.Lane;
import io.tapedeck.webhook.Webhook;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All types that Jackson reads or writes: those that are handed to it, and what these are made of. */
final class JsonTypes {
    private static final List<Class<?>> STORED = List.of(
            CallRecording.class,
            Job.class,
            AudioVersion.class,
            BulkExport.class,
            Progress.class,
            ApiKey.class,
            RemoteStorage.class,
            Share.class,
            Webhook.class,
            Lane.class,
            Delivery.class,
            Idempotency.Answer.class);
    private static final List<Class<?>> SHOWN = List.of(
            EventData.Snapshot.class,
            LoggedEvent.class,
            VersionView.class,
            AudioFileView.class,
            UploadView.class,
            UrlView.class,
            KeyView.class,
            ShareView.class,
            StorageView.class,
            WebhookView.class,
            DeliveryView.class,
            ImportView.class,
            ImportSecretsView.class,
            SharedUrlView.class,
            CallAnalyticsView.class,
            BulkExportView.class,
            BulkManifest.class,
            OpenedShareView.class,
            PageView.class,
            ProblemView.class,
            HealthFunction.Health.class,
            RecordingPatch.Writable.class,
            SecureLinks.Grant.class,
            ExportLinks.Grant.class,
            Manifest.class);
    private static final List<Class<?>> LOGGED = List.of(Line.class, Message.class);
    private static final List<Class<?>> EXCHANGED_WITH_AWS = List.of(
            APIGatewayV2HTTPEvent.class,
            APIGatewayV2HTTPResponse.class,
            AuthorizerFunction.Question.class,
            AuthorizerFunction.Authorization.class,
            IngestFunction.S3Notification.class,
            WorkFunction.QueueEvent.class,
            WorkFunction.Order.class,
            Errand.class,
            WorkFunction.BatchResult.class,
            TranscribedFunction.StateChange.class,
            Sweep.Report.class);
    private static final List<String> OWNERS = List.of("io.tapedeck.", "com.amazonaws.services.lambda.runtime.events.");

    private final Set<Class<?>> reached = new LinkedHashSet<>();
    private final Json json;

    private JsonTypes(Json json) {
        this.json = json;
    }

    /** The types, with what the mapper is told of them elsewhere. */
    static Set<Class<?>> of(Json json) {
        var types = new JsonTypes(json);
        Stream.of(STORED, SHOWN, LOGGED, EXCHANGED_WITH_AWS)
                .flatMap(List::stream)
                .forEach(types::walk);
        return types.reached;
    }

    private void walk(Type type) {
        switch (type) {
            case Class<?> found when found.isArray() -> walk(found.getComponentType());
            case Class<?> found when OWNERS.stream().anyMatch(found.getName()::startsWith) -> enter(found);
            case ParameterizedType generic -> {
                walk(generic.getRawType());
                Arrays.stream(generic.getActualTypeArguments()).forEach(this::walk);
            }
            case WildcardType wildcard ->
                Arrays.stream(wildcard.getUpperBounds()).forEach(this::walk);
            case GenericArrayType array -> walk(array.getGenericComponentType());
            default -> {}
        }
    }

    private void enter(Class<?> type) {
        if (!reached.add(type)) {
            return;
        }
        Optional.<Class<?>>ofNullable(json.mapper().findMixInClassFor(type)).ifPresent(reached::add);
        if (type.isSealed()) {
            Arrays.stream(type.getPermittedSubclasses()).forEach(this::walk);
        }
        if (!type.isEnum()) {
            Arrays.stream(type.getDeclaredFields())
                    .filter(field -> !Modifier.isStatic(field.getModifiers()))
                    .map(Field::getGenericType)
                    .forEach(this::walk);
        }
    }
}
