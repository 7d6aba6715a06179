package io.tapedeck.function.imports;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.Scope;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.FieldErrors;
import io.tapedeck.http.Fields;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.imports.ImportSecrets;
import io.tapedeck.imports.Provider;
import io.tapedeck.imports.ProviderSecrets;
import io.tapedeck.json.ImportSecretsView;
import java.util.HashMap;

/** Takes what a tenant's callbacks from a provider are checked with. It is never shown again. */
public class PutImportFunction {
    private static final int LARGEST = 4 * 1024;
    private static final int LONGEST = 512;

    private final Exchange exchange;
    private final ImportSecrets secrets;

    PutImportFunction(Exchange exchange, ImportSecrets secrets) {
        this.exchange = exchange;
        this.secrets = secrets;
    }

    @Funq("putImport")
    public APIGatewayV2HTTPResponse putImport(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "putImport", Scope.ADMIN, this::putImport);
    }

    private Reply putImport(Request request) {
        var errors = new FieldErrors();
        var body = request.json(LARGEST, errors);
        var provider = CallbackAddress.provider(request);
        var wanted = read(body, provider);
        request.query().only();
        errors.refuse();
        var wasThere = secrets.put(request.tenant(), provider, wanted);
        var callback = CallbackAddress.of(request, request.tenant());
        return Reply.of(wasThere ? 200 : 201, new ImportSecretsView(provider.toString(), callback, provider.secrets()));
    }

    private static ProviderSecrets read(Fields body, Provider provider) {
        var values = new HashMap<String, String>();
        for (var name : provider.secrets()) {
            body.required(name, body.text(name, LONGEST)).ifPresent(value -> {
                values.put(name, value);
                if (!provider.accepts(name, value)) {
                    body.wrong(name, "is not in the form that %s shows it in".formatted(provider));
                }
            });
        }
        body.done();
        return new ProviderSecrets(values);
    }
}
