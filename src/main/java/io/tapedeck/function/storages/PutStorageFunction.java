package io.tapedeck.function.storages;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.Scope;
import io.tapedeck.function.storages.StorageRequest.Trust;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.FieldErrors;
import io.tapedeck.http.Fields;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.id.StorageName;
import io.tapedeck.id.TenantId;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.remote.BucketOpener;
import io.tapedeck.remote.Probe;
import io.tapedeck.remote.RemoteStorage;
import io.tapedeck.remote.StorageRegistry;
import io.tapedeck.secret.SecretName;
import io.tapedeck.secret.SecretStore;
import io.tapedeck.storage.Storage;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Takes a storage that a tenant brings, once it has been tried. What is secret of it is never shown again. */
public class PutStorageFunction {
    private static final int LARGEST = 64 * 1024;

    private final Exchange exchange;
    private final StorageAnswers answers;
    private final StorageRegistry registry;
    private final SecretStore secrets;
    private final BucketOpener opener;
    private final Probe probe;
    private final Trust trust;

    PutStorageFunction(
            Exchange exchange,
            StorageAnswers answers,
            StorageRegistry registry,
            SecretStore secrets,
            BucketOpener opener,
            Probe probe,
            Trust trust) {
        this.exchange = exchange;
        this.answers = answers;
        this.registry = registry;
        this.secrets = secrets;
        this.opener = opener;
        this.probe = probe;
        this.trust = trust;
    }

    @Funq("putStorage")
    public APIGatewayV2HTTPResponse putStorage(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "putStorage", Scope.ADMIN, this::putStorage);
    }

    private Reply putStorage(Request request) {
        var errors = new FieldErrors();
        var body = request.json(LARGEST, errors);
        var name = name(request);
        var wanted = read(request, name, body, errors);
        var before = registry.find(request.tenant(), name);
        requireNowhereElse(before.isEmpty() || before.get().isWhere(wanted.storage()));
        var tried = tried(request, wanted);
        requireNowhereElse(registry.put(request.tenant(), tried));
        keep(SecretName.storage(request.tenant(), name.value()), wanted.secret());
        return Reply.of(before.isPresent() ? 200 : 201, answers.view(request.tenant(), tried));
    }

    /** A secret is kept once the name is the tenant's, so that who comes too late replaces none. */
    private void keep(SecretName name, Optional<String> secret) {
        secret.ifPresentOrElse(given -> secrets.put(name, given), () -> secrets.delete(name));
    }

    private static void requireNowhereElse(boolean holds) {
        if (!holds) {
            throw new ProblemException(
                    ProblemType.CONFLICT,
                    "Recordings may lie in the storage that has this name; give one in another place another name.");
        }
    }

    private static StorageName name(Request request) {
        var name = StorageName.parse(request.path().getOrDefault("storage", ""))
                .orElseThrow(() -> ProblemException.invalid(
                        "/storage", "must be a lower-case letter and up to 31 letters, digits and hyphens"));
        if (Arrays.stream(Storage.values())
                .anyMatch(reserved -> reserved.toString().equals(name.value()))) {
            throw new ProblemException(
                    ProblemType.CONFLICT,
                    "The names of providers are those of the deployment's own storages; choose another name.");
        }
        return name;
    }

    private StorageRequest read(Request request, StorageName name, Fields body, FieldErrors errors) {
        var wanted = StorageRequest.read(name, body, trust);
        request.query().only();
        errors.refuse();
        requireOwnExternalId(request.tenant(), wanted.storage().access());
        return wanted;
    }

    /**
     * A role lets in whoever names its external id, so it must tell tenants apart: the role of another would do as well otherwise.
     * Source: AWS IAM, "The confused deputy problem".
     */
    private static void requireOwnExternalId(TenantId tenant, Map<String, String> access) {
        var own = "tapedeck:" + tenant;
        if (access.containsKey("roleArn") && !own.equals(access.get("externalId"))) {
            throw ProblemException.invalid(
                    "/access/externalId", "must be %s, and so must it be in the role's trust policy".formatted(own));
        }
    }

    private RemoteStorage tried(Request request, StorageRequest wanted) {
        var check = probe.check(() -> opener.open(wanted.storage(), wanted.secret()), request.seed());
        check.problem().ifPresent(problem -> {
            throw new ProblemException(
                    ProblemType.UNUSABLE_STORAGE, "The storage was tried and cannot be used: " + problem);
        });
        return wanted.storage().with(check);
    }
}
