package io.tapedeck.gcs;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A key of a service account, which lasts until somebody deletes it.
 *
 * @param serviceAccount its e-mail address
 * @param id of the key
 * @param key never told
 */
public record ServiceAccountKey(String serviceAccount, String id, PrivateKey key) implements GcsCredentials {
    private static final Pattern ADDRESS = Pattern.compile("[a-z0-9.-]{1,64}@[a-z0-9.-]{1,128}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{1,64}");
    private static final Pattern ARMOUR = Pattern.compile("-----(BEGIN|END) PRIVATE KEY-----|\\s");

    /** @throws IllegalArgumentException if it can be no such key */
    public ServiceAccountKey {
        requireNonNull(key);
        requireAddress(serviceAccount);
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("private_key_id must be letters and digits");
        }
    }

    /**
     * Reads one as Google writes it. Where it says that tokens are had is left alone.
     *
     * @throws IllegalArgumentException if it is no such file, without telling what is in it
     */
    public static ServiceAccountKey parse(String json) {
        try {
            var file = new JsonMapper().readTree(json);
            return new ServiceAccountKey(
                    text(file, "client_email"), text(file, "private_key_id"), privateKey(text(file, "private_key")));
        } catch (JsonProcessingException unreadable) {
            // the cause would quote it
            throw new IllegalArgumentException("the key of a service account must be the JSON file that Google made");
        }
    }

    /** Signs by RSA and SHA-256. */
    byte[] sign(byte[] text) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    @Override
    public String toString() {
        return "ServiceAccountKey[" + serviceAccount + "]";
    }

    static void requireAddress(String serviceAccount) {
        if (!ADDRESS.matcher(serviceAccount).matches()) {
            throw new IllegalArgumentException(
                    "serviceAccount must be an address such as NAME@PROJECT.iam.gserviceaccount.com");
        }
    }

    private static String text(JsonNode file, String field) {
        var value = file.path(field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("the key of a service account must have " + field);
        }
        return value.textValue();
    }

    private static PrivateKey privateKey(String pem) {
        try {
            var encoded = Base64.getDecoder().decode(ARMOUR.matcher(pem).replaceAll(""));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new IllegalArgumentException("private_key must be an RSA key in PKCS #8, as Google writes it");
        }
    }
}
