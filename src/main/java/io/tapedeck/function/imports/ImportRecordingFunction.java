package io.tapedeck.function.imports;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.id.TenantId;
import io.tapedeck.imports.Callback;
import io.tapedeck.imports.CallbackFormat;
import io.tapedeck.imports.ImportSecrets;
import io.tapedeck.imports.ImportedRecordings;
import io.tapedeck.imports.Provider;
import io.tapedeck.imports.Told;
import io.tapedeck.json.ImportView;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import java.time.Clock;

/** Takes a provider's own callback, in its own format and authentication. It becomes a recording. */
public class ImportRecordingFunction {
    private final Exchange exchange;
    private final ImportSecrets secrets;
    private final ImportedRecordings imported;
    private final Clock clock;

    ImportRecordingFunction(Exchange exchange, ImportSecrets secrets, ImportedRecordings imported, Clock clock) {
        this.exchange = exchange;
        this.secrets = secrets;
        this.imported = imported;
        this.clock = clock;
    }

    @Funq("importRecording")
    public APIGatewayV2HTTPResponse importRecording(APIGatewayV2HTTPEvent event) {
        return exchange.answerAnyone(event, "importRecording", this::importRecording);
    }

    private Reply importRecording(Request request) {
        var provider = CallbackAddress.provider(request);
        var format = CallbackFormat.of(provider);
        var callback = new Callback(
                CallbackAddress.of(request), request.headers(), request.body().bytes(), clock.instant());
        var tenant = tenant(request, provider, format, callback);
        return Reply.ok(
                switch (format.read(callback)) {
                    case Told.Recorded recorded ->
                        ImportView.of(imported.take(tenant, provider, recorded, request.seed()));
                    case Told.Lost lost -> ImportView.of(imported.take(tenant, provider, lost, request.seed()));
                    case Told.Nothing _ -> ImportView.IGNORED;
                });
    }

    /** That of a genuine callback. Whether a tenant is there, or takes anything from the provider, nobody else is told. */
    private TenantId tenant(Request request, Provider provider, CallbackFormat format, Callback callback) {
        return CallbackAddress.tenant(request)
                .filter(tenant -> secrets.find(tenant, provider)
                        .filter(known -> format.isGenuine(callback, known))
                        .isPresent())
                .orElseThrow(() -> new ProblemException(
                        ProblemType.UNAUTHENTICATED,
                        "The callback does not prove that it comes from %s, with the secret of the tenant that its address names."
                                .formatted(provider)));
    }
}
