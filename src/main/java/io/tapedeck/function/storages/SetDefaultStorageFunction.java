package io.tapedeck.function.storages;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.Scope;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.FieldErrors;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.json.PageView;
import io.tapedeck.remote.StorageRegistry;

/** Chooses the storage that new recordings of a tenant go to. */
public class SetDefaultStorageFunction {
    private static final int LARGEST = 4 * 1024;

    private final Exchange exchange;
    private final StorageAnswers answers;
    private final StorageRegistry registry;
    private final NamedStorages named;

    SetDefaultStorageFunction(
            Exchange exchange, StorageAnswers answers, StorageRegistry registry, NamedStorages named) {
        this.exchange = exchange;
        this.answers = answers;
        this.registry = registry;
        this.named = named;
    }

    @Funq("setDefaultStorage")
    public APIGatewayV2HTTPResponse setDefaultStorage(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "setDefaultStorage", Scope.ADMIN, this::setDefaultStorage);
    }

    private Reply setDefaultStorage(Request request) {
        var errors = new FieldErrors();
        var body = request.json(LARGEST, errors);
        var name = body.required("storage", named.read(request.tenant(), body));
        body.done();
        request.query().only();
        errors.refuse();
        registry.choose(request.tenant(), name.orElseThrow());
        return Reply.ok(PageView.all(answers.all(request.tenant())));
    }
}
