package io.tapedeck.function.storages;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.Scope;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.remote.Probe;
import io.tapedeck.remote.RemoteStorage;
import io.tapedeck.remote.StorageRegistry;
import io.tapedeck.remote.Storages;

/** Tries a storage now, even one that is left alone because it did not answer, and tells what came of it. */
public class CheckStorageFunction {
    private final Exchange exchange;
    private final StorageAnswers answers;
    private final Storages storages;
    private final StorageRegistry registry;
    private final Probe probe;

    CheckStorageFunction(
            Exchange exchange, StorageAnswers answers, Storages storages, StorageRegistry registry, Probe probe) {
        this.exchange = exchange;
        this.answers = answers;
        this.storages = storages;
        this.registry = registry;
        this.probe = probe;
    }

    @Funq("checkStorage")
    public APIGatewayV2HTTPResponse checkStorage(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "checkStorage", Scope.ADMIN, this::checkStorage);
    }

    private Reply checkStorage(Request request) {
        request.query().only();
        var storage = answers.find(request);
        var name = storage.place().name();
        storages.wake(request.tenant(), name);
        var checked = storages.isShared(name) ? shared(request, storage) : brought(request, storage);
        return Reply.ok(answers.view(request.tenant(), checked));
    }

    private RemoteStorage shared(Request request, RemoteStorage storage) {
        var name = storage.place().name();
        var check = probe.checkShared(() -> storages.of(request.tenant(), name), request.seed());
        registry.keep(request.tenant(), name, check);
        return storage.with(check);
    }

    private RemoteStorage brought(Request request, RemoteStorage storage) {
        var name = storage.place().name();
        var checked = storage.with(probe.check(() -> storages.of(request.tenant(), name), request.seed()));
        registry.replace(request.tenant(), storage, checked);
        return checked;
    }
}
