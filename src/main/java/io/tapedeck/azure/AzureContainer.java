package io.tapedeck.azure;

import static java.util.Objects.requireNonNull;

import io.tapedeck.storage.KeyPrefix;
import io.tapedeck.storage.ObjectKey;
import java.net.URI;
import java.util.regex.Pattern;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/**
 * Which container it is, and how to get in.
 *
 * @param endpoint of the account's Blob service, without a slash at its end
 * @param account the storage account's name
 * @param container its name
 * @param prefix what the name of every object begins with, such as {@code recordings/}; may be empty
 */
public record AzureContainer(
        URI endpoint, String account, String container, String prefix, AzureCredentials credentials) {
    private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9]{3,24}");
    private static final Pattern CONTAINER = Pattern.compile("(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern PREFIX = Pattern.compile("([A-Za-z0-9_-]([A-Za-z0-9._-]{0,98}[A-Za-z0-9_-])?/){0,5}");

    /** @throws IllegalArgumentException if there can be no such container, or no such prefix */
    public AzureContainer {
        requireNonNull(credentials);
        Endpoints.check(endpoint);
        check(ACCOUNT, account, "account must be the name of a storage account: 3 to 24 lower-case letters and digits");
        check(
                CONTAINER,
                container,
                "container must be the name of a container: 3 to 63 lower-case letters and digits, and single dashes between them");
        check(
                PREFIX,
                prefix,
                "prefix must be up to five folders of letters, digits, dots, dashes and underscores, each followed by a slash");
    }

    /** A container of an account of the public cloud. */
    public static AzureContainer of(String account, String container, String prefix, AzureCredentials credentials) {
        check(ACCOUNT, account, "account must be the name of a storage account: 3 to 24 lower-case letters and digits");
        var endpoint = URI.create("https://%s.blob.core.windows.net".formatted(account));
        return new AzureContainer(endpoint, account, container, prefix, credentials);
    }

    /** The name of the blob that an object is. */
    String name(ObjectKey key) {
        return prefix + key.value();
    }

    /** How the names of blobs begin. */
    String name(KeyPrefix keys) {
        return prefix + keys.value();
    }

    /** The object that a blob of ours is. */
    ObjectKey key(String name) {
        return new ObjectKey(name.substring(prefix.length()));
    }

    /** The path of the container, as it is sent. */
    String path() {
        return endpoint.getRawPath() + "/" + container;
    }

    /** The path of an object, as it is sent. */
    String path(ObjectKey key) {
        return path() + "/" + SdkHttpUtils.urlEncodeIgnoreSlashes(name(key));
    }

    private static void check(Pattern pattern, String value, String problem) {
        requireNonNull(value);
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException(problem);
        }
    }
}
