package io.tapedeck.azure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.tapedeck.remote.RemoteBucket.Remnant;
import io.tapedeck.storage.ObjectKey;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.http.SdkHttpMethod;

/**
 * Finds out what keeps objects that were deleted: by what the service says of itself, to those who may ask that, and by what becomes of
 * an object that is written and deleted.
 */
final class Remnants {
    private static final List<String> LOCKS = List.of(
            "x-ms-has-immutability-policy", "x-ms-has-legal-hold", "x-ms-immutable-storage-with-versioning-enabled");
    private static final String SOFT_DELETE = "StorageServiceProperties/DeleteRetentionPolicy/Enabled";
    private static final int FORBIDDEN = 403;

    private final BlobService service;
    private final AzureContainer container;

    Remnants(BlobService service, AzureContainer container) {
        this.service = requireNonNull(service);
        this.container = requireNonNull(container);
    }

    Set<Remnant> find() {
        var remnants = EnumSet.noneOf(Remnant.class);
        if (isLocked()) {
            remnants.add(Remnant.RETENTION_LOCK);
        } else {
            remnants.addAll(ofProbe());
        }
        if (isDeletedSoftly()) {
            remnants.add(Remnant.SOFT_DELETE);
        }
        return remnants;
    }

    private boolean isLocked() {
        var properties =
                successful(Call.of(SdkHttpMethod.HEAD, container.path()).query("restype", "container"));
        return LOCKS.stream().anyMatch(lock -> isTrue(properties, lock));
    }

    /** Who has no right to anything but data is not told. */
    private boolean isDeletedSoftly() {
        var reply = service.ask(Call.of(SdkHttpMethod.GET, container.endpoint().getRawPath() + "/")
                .query("restype", "service")
                .query("comp", "properties"));
        if (reply.status() == FORBIDDEN) {
            return false;
        }
        if (!reply.isSuccessful()) {
            throw Refusals.of(reply);
        }
        return Xml.text(Xml.leaves(reply.body(), Set.of(SOFT_DELETE)), SOFT_DELETE)
                .filter("true"::equals)
                .isPresent();
    }

    private Set<Remnant> ofProbe() {
        var terms = Terms.of("text/plain", Optional.empty());
        var path = container.path(new ObjectKey("probe-" + terms.writing()));
        var put = successful(Call.put(path)
                .header("x-ms-blob-type", "BlockBlob")
                .headers(terms.ofBlob())
                .body("probe".getBytes(UTF_8)));
        var delete = successful(Call.of(SdkHttpMethod.DELETE, path));
        var remnants = EnumSet.noneOf(Remnant.class);
        if (put.header("x-ms-version-id").isPresent()) {
            remnants.add(Remnant.VERSIONING);
        }
        if (delete.header("x-ms-delete-type-permanent").filter("false"::equals).isPresent()) {
            remnants.add(Remnant.SOFT_DELETE);
        }
        return remnants;
    }

    private Reply successful(Call call) {
        var reply = service.ask(call);
        if (!reply.isSuccessful()) {
            throw Refusals.of(reply);
        }
        return reply;
    }

    private static boolean isTrue(Reply reply, String header) {
        return reply.header(header).filter("true"::equals).isPresent();
    }
}
