package io.tapedeck.function.storages;

import static java.util.Objects.requireNonNull;

import io.tapedeck.http.Fields;
import io.tapedeck.id.StorageName;
import io.tapedeck.remote.RemoteStorage;
import io.tapedeck.storage.Place;
import io.tapedeck.storage.Storage;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A storage as whoever brings it describes it.
 *
 * @param secret what gets in; empty where nothing secret is needed
 */
public record StorageRequest(RemoteStorage storage, Optional<String> secret) {
    private static final int LONGEST = 512;
    private static final int LONGEST_SECRET = 16 * 1024;
    private static final Pattern S3_BUCKET = Pattern.compile("[a-z0-9][a-z0-9._-]{1,61}[a-z0-9]");
    private static final Pattern GCS_BUCKET = Pattern.compile("[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]");
    private static final Pattern CONTAINER = Pattern.compile("(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern REGION = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");
    private static final Pattern PREFIX = Pattern.compile("([A-Za-z0-9_-]([A-Za-z0-9._-]{0,98}[A-Za-z0-9_-])?/){1,5}");
    private static final Pattern ROLE =
            Pattern.compile("arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@_/-]{1,512}");
    private static final Pattern EXTERNAL_ID = Pattern.compile("[A-Za-z0-9+=,.@:/_-]{2,1224}");
    private static final Pattern ACCESS_KEY = Pattern.compile("[A-Za-z0-9_-]{3,128}");
    private static final Pattern SERVICE_ACCOUNT =
            Pattern.compile("[a-z0-9-]{1,63}@[a-z0-9.-]{1,128}\\.gserviceaccount\\.com");
    private static final Pattern POOL_PROVIDER = Pattern.compile(
            "//iam\\.googleapis\\.com/projects/[0-9]{1,20}/locations/global/workloadIdentityPools/[a-z0-9-]{4,32}/providers/[a-z0-9-]{4,32}");
    private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9]{3,24}");
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    public StorageRequest {
        requireNonNull(storage);
        requireNonNull(secret);
    }

    /** The same where what is secret is found by other means; nobody prints what is here. */
    @Override
    public String toString() {
        return storage.toString();
    }

    /**
     * Reads one.
     *
     * @param trust in whoever brings it
     */
    public static StorageRequest read(StorageName name, Fields fields, Trust trust) {
        var provider = fields.required("provider", fields.choice("provider", Storage.class));
        var bucket = fields.required("bucket", bucket(fields, provider));
        var region = fields.text("region", REGION, "must be the name of a region");
        var prefix = fields.text(
                "prefix",
                PREFIX,
                "must be one to five names of folders, each with a slash behind it and no dot at its ends");
        var access = new Access(fields, trust);
        provider.ifPresent(access::read);
        if (provider.filter(known -> known != Storage.CLOUDFLARE_R2).isPresent()) {
            fields.required("region", region);
        }
        fields.done();
        var place = new Place(name, provider.orElse(Storage.S3), bucket.orElse(""), region.orElse("auto"));
        return new StorageRequest(
                new RemoteStorage(place, prefix.orElse(""), access.open, Optional.empty()), access.secret);
    }

    /** Each provider has names of its own; where it is not known, all are taken. */
    private static Optional<String> bucket(Fields fields, Optional<Storage> provider) {
        return switch (provider.orElse(Storage.GCS)) {
            case S3, CLOUDFLARE_R2 -> fields.text("bucket", S3_BUCKET, "must be the name of a bucket");
            case GCS -> fields.text("bucket", GCS_BUCKET, "must be the name of a bucket");
            case AZURE -> fields.text("bucket", CONTAINER, "must be the name of a container");
        };
    }

    /** What may be said by whom. */
    public enum Trust {
        /** Endpoints of tenants are https, and at the root of a host. */
        PUBLIC,
        /** The same in tests, with any endpoint. */
        PRIVATE,
        /** The operator chooses any endpoint, and may keep what is secret elsewhere. */
        OPERATOR
    }

    /** How to get in: each kind of storage has its own ways. */
    private static final class Access {
        private final Map<String, String> open = new TreeMap<>();
        private final Fields fields;
        private final Trust trust;
        private Optional<String> secret = Optional.empty();

        Access(Fields outer, Trust trust) {
            this.fields = outer.required("access", outer.object("access")).orElse(null);
            this.trust = trust;
        }

        void read(Storage provider) {
            if (fields == null) {
                return;
            }
            switch (provider) {
                case S3 -> s3();
                case CLOUDFLARE_R2 -> {
                    endpoint(true);
                    keys();
                }
                case GCS -> gcs();
                case AZURE -> azure();
            }
            fields.done();
        }

        private void s3() {
            if (fields.has("roleArn")) {
                needs("roleArn", ROLE, "must be the ARN of a role");
                needs("externalId", EXTERNAL_ID, "must be the external id that the role's trust policy asks for");
            } else {
                endpoint(false);
                keys();
            }
        }

        private void keys() {
            needs("accessKeyId", ACCESS_KEY, "must be the id of an access key");
            secret("secretAccessKey");
        }

        private void gcs() {
            if (!fields.has("workloadIdentityProvider")) {
                secret("serviceAccountKey");
            } else {
                needs("serviceAccount", SERVICE_ACCOUNT, "must be the email of a service account");
                needs(
                        "workloadIdentityProvider",
                        POOL_PROVIDER,
                        "must be the full name of a provider of a workload identity pool, from //iam.googleapis.com/ on");
            }
        }

        private void azure() {
            needs("account", ACCOUNT, "must be the name of a storage account");
            endpoint(false);
            if (!fields.has("clientId")) {
                secret("accountKey");
            } else {
                needs("directoryId", UUID, "must be the id of a directory (tenant)");
                needs("clientId", UUID, "must be the id of an application (client)");
                secret("clientSecret");
            }
        }

        private void needs(String name, Pattern form, String message) {
            fields.required(name, fields.text(name, form, message)).ifPresent(value -> open.put(name, value));
        }

        private void secret(String name) {
            var told = fields.text(name, LONGEST_SECRET);
            secret = trust == Trust.OPERATOR ? told : fields.required(name, told);
        }

        private void endpoint(boolean needed) {
            var endpoint = fields.text("endpoint", LONGEST);
            if (needed) {
                fields.required("endpoint", endpoint);
            }
            endpoint.filter(this::isEndpoint)
                    .ifPresentOrElse(
                            value -> open.put("endpoint", value.replaceFirst("/$", "")),
                            () -> endpoint.ifPresent(_ -> fields.wrong(
                                    "endpoint", "must be an https URL of a host, without user, path or query")));
        }

        private boolean isEndpoint(String text) {
            try {
                var uri = new URI(text);
                var scheme = String.valueOf(uri.getScheme());
                return (scheme.equals("https") || trust != Trust.PUBLIC && scheme.equals("http"))
                        && uri.getHost() != null
                        && uri.getRawUserInfo() == null
                        && uri.getRawQuery() == null
                        && uri.getRawFragment() == null
                        && (trust != Trust.PUBLIC
                                || uri.getRawPath().isEmpty()
                                || uri.getRawPath().equals("/"));
            } catch (URISyntaxException e) {
                return false;
            }
        }
    }
}
