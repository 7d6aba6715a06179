package io.tapedeck.secretsmanager;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapedeck.aws.PostRequest;
import io.tapedeck.secret.SecretName;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * How AWS Secrets Manager is asked: JSON 1.1.
 *
 * @param deployment what the names of all secrets begin with
 * @param encryptionKey the KMS key of new secrets; without it, that of the account
 */
record SecretRequests(String deployment, Optional<String> encryptionKey) {
    /** @param token by which a request that is sent again is known */
    PostRequest create(SecretName name, String secret, String token) {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("Name", id(name))
                .put("ClientRequestToken", token)
                .put("SecretString", secret);
        encryptionKey.ifPresent(key -> body.put("KmsKeyId", key));
        return request("CreateSecret", body);
    }

    /** @param token as at {@link #create} */
    PostRequest put(SecretName name, String secret, String token) {
        return request(
                "PutSecretValue", named(name).put("ClientRequestToken", token).put("SecretString", secret));
    }

    PostRequest get(SecretName name) {
        return request("GetSecretValue", named(name));
    }

    /** At once, since nobody is to find it later. */
    PostRequest delete(SecretName name) {
        return request("DeleteSecret", named(name).put("ForceDeleteWithoutRecovery", true));
    }

    private ObjectNode named(SecretName name) {
        return JsonNodeFactory.instance.objectNode().put("SecretId", id(name));
    }

    private String id(SecretName name) {
        return deployment + "/" + name;
    }

    private static PostRequest request(String operation, ObjectNode body) {
        var headers =
                Map.of("Content-Type", "application/x-amz-json-1.1", "X-Amz-Target", "secretsmanager." + operation);
        return new PostRequest("/", headers, body.toString().getBytes(StandardCharsets.UTF_8));
    }
}
