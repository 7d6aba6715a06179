package io.tapedeck.azure;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Base64;
import java.util.regex.Pattern;

/** How to get into a storage account. */
public sealed interface AzureCredentials {
    /**
     * One of the two keys of the account, by which everything in it can be read and written.
     *
     * @param base64 as Azure shows it
     */
    record AccountKey(String base64) implements AzureCredentials {
        private static final int LONGEST = 128;

        /** @throws IllegalArgumentException if it is no such key; the message does not name it */
        public AccountKey {
            if (base64.length() > LONGEST || bytes(base64).length == 0) {
                throw new IllegalArgumentException("must be a key of the storage account, in Base64");
            }
        }

        byte[] bytes() {
            return bytes(base64);
        }

        private static byte[] bytes(String base64) {
            try {
                return Base64.getDecoder().decode(base64);
            } catch (IllegalArgumentException other) {
                throw new IllegalArgumentException("must be a key of the storage account, in Base64");
            }
        }

        @Override
        public String toString() {
            return "AccountKey[hidden]";
        }
    }

    /**
     * A client that is registered with Microsoft Entra.
     *
     * @param authority that gives tokens
     * @param tenant the directory's id or domain
     * @param client the application's id
     * @param secret of the application: its value, not its id
     */
    record ClientSecret(URI authority, String tenant, String client, String secret) implements AzureCredentials {
        /** Where Entra is reached but in the clouds of some governments. */
        public static final URI PUBLIC_AUTHORITY = URI.create("https://login.microsoftonline.com");

        private static final Pattern TENANT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{1,252}");
        private static final Pattern CLIENT =
                Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
        private static final Pattern SECRET = Pattern.compile("[\\x21-\\x7e]{1,256}");

        /** @throws IllegalArgumentException if there can be no such client; the message does not name the secret */
        public ClientSecret {
            Endpoints.check(authority);
            check(TENANT, tenant, "tenant must be the id or the domain of a directory of Microsoft Entra");
            check(
                    CLIENT,
                    client,
                    "client must be the id of an application, such as 00000000-0000-0000-0000-000000000000");
            check(SECRET, secret, "secret must be the value of a client secret, of 1 to 256 characters of ASCII");
        }

        private static void check(Pattern pattern, String value, String problem) {
            requireNonNull(value);
            if (!pattern.matcher(value).matches()) {
                throw new IllegalArgumentException(problem);
            }
        }

        @Override
        public String toString() {
            return "ClientSecret[authority=%s, tenant=%s, client=%s, secret hidden]"
                    .formatted(authority, tenant, client);
        }
    }
}
