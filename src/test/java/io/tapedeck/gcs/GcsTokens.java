package io.tapedeck.gcs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapedeck.gcs.GcsServer.Reply;
import io.tapedeck.gcs.GcsServer.Request;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/** Google's services that give access tokens and sign: they look at what they are shown as Google does. */
final class GcsTokens {
    static final String ACCOUNT = "tapedeck@acme-calls.iam.gserviceaccount.com";
    static final String PROVIDER =
            "//iam.googleapis.com/projects/123456789/locations/global/workloadIdentityPools/aws/providers/aws";
    static final String REGION = "eu-central-1";
    static final AwsSessionCredentials AWS = AwsSessionCredentials.create("ASIAEXAMPLE", "secret", "session/token+=");
    static final Duration LIFE = Duration.ofHours(1);

    private static final KeyPair PAIR = pair();

    private final Clock clock;
    private final Map<String, Instant> valid = new HashMap<>();
    private final Map<String, Instant> federated = new HashMap<>();
    private int number;
    volatile boolean isTrusting = true;

    GcsTokens(Clock clock) {
        this.clock = clock;
    }

    PublicKey publicKey() {
        return PAIR.getPublic();
    }

    PrivateKey privateKey() {
        return PAIR.getPrivate();
    }

    /** As the file that Google makes of a key. */
    static String keyFile() {
        var pem = Base64.getMimeEncoder(64, "\n".getBytes(UTF_8))
                .encodeToString(PAIR.getPrivate().getEncoded());
        return GcsServer.json()
                .put("type", "service_account")
                .put("project_id", "acme-calls")
                .put("private_key_id", "0123456789abcdef")
                .put("private_key", "-----BEGIN PRIVATE KEY-----\n" + pem + "\n-----END PRIVATE KEY-----\n")
                .put("client_email", ACCOUNT)
                .put("client_id", "1234567890")
                .put("token_uri", "https://oauth2.googleapis.com/token")
                .toString();
    }

    synchronized boolean isValid(String authorization) {
        return isLive(valid, authorization);
    }

    /** No token that was given so far is good for anything any more. */
    synchronized void revoke() {
        valid.clear();
    }

    synchronized int given() {
        return number;
    }

    synchronized Reply answer(Request request) {
        if (!isTrusting) {
            return Reply.error(400, "invalid_grant", "no");
        }
        return switch (request.path()) {
            case "/token" -> byKey(GcsServer.Request.parameters(new String(request.body(), UTF_8)));
            case "/v1/token" -> byIdentity(GcsServer.Request.parameters(new String(request.body(), UTF_8)));
            case "/v1/projects/-/serviceAccounts/" + ACCOUNT + ":generateAccessToken" -> act(request);
            case "/v1/projects/-/serviceAccounts/" + ACCOUNT + ":signBlob" -> sign(request);
            default -> Reply.error(404, "notFound", "no such method");
        };
    }

    private Reply byKey(Map<String, String> form) {
        var parts = form.getOrDefault("assertion", "").split("\\.");
        if (!form.get("grant_type").equals("urn:ietf:params:oauth:grant-type:jwt-bearer")
                || parts.length != 3
                || !isSigned(
                        (parts[0] + "." + parts[1]).getBytes(UTF_8),
                        Base64.getUrlDecoder().decode(parts[2]))) {
            return Reply.error(400, "invalid_grant", "Invalid JWT Signature.");
        }
        var claims = json(parts[1]);
        var life = claims.path("exp").asLong() - claims.path("iat").asLong();
        if (!claims.path("iss").asText().equals(ACCOUNT)
                || !claims.path("aud").asText().endsWith("/token")
                || !claims.path("scope").asText().equals("https://www.googleapis.com/auth/devstorage.read_write")
                || Math.abs(clock.instant().getEpochSecond()
                                - claims.path("iat").asLong())
                        > 300
                || life <= 0
                || life > 3600) {
            return Reply.error(400, "invalid_grant", "Invalid JWT");
        }
        return Reply.json(GcsServer.json()
                .put("access_token", grant(valid))
                .put("expires_in", LIFE.toSeconds())
                .put("token_type", "Bearer"));
    }

    private Reply byIdentity(Map<String, String> form) {
        var subject = GcsObjectsServer.read(
                GcsServer.decoded(form.get("subject_token")).getBytes(UTF_8));
        if (!form.get("grant_type").equals("urn:ietf:params:oauth:grant-type:token-exchange")
                || !form.get("subject_token_type").equals("urn:ietf:params:aws:token-type:aws4_request")
                || !form.get("audience").equals(PROVIDER)
                || !CallerIdentityCheck.holds(subject, AWS, REGION, PROVIDER, clock.instant())) {
            return Reply.error(400, "invalid_grant", "Invalid AWS identity");
        }
        return Reply.json(GcsServer.json()
                .put("access_token", grant(federated))
                .put("issued_token_type", form.get("requested_token_type"))
                .put("token_type", "Bearer")
                .put("expires_in", 3600));
    }

    private Reply act(Request request) {
        var wanted = GcsObjectsServer.read(request.body());
        if (!isLive(federated, request.header("Authorization").orElse(""))
                || StreamSupport.stream(wanted.path("scope").spliterator(), false)
                        .noneMatch(scope -> scope.asText().endsWith("/devstorage.read_write"))) {
            return Reply.error(403, "forbidden", "Permission 'iam.serviceAccounts.getAccessToken' denied");
        }
        return Reply.json(GcsServer.json()
                .put("accessToken", grant(valid))
                .put("expireTime", clock.instant().plus(LIFE).toString()));
    }

    private Reply sign(Request request) {
        if (!isValid(request.header("Authorization").orElse(""))) {
            return Reply.error(401, "authError", "Invalid Credentials");
        }
        var text = Base64.getDecoder()
                .decode(GcsObjectsServer.read(request.body()).path("payload").asText());
        return Reply.json(GcsServer.json()
                .put("keyId", "a key of Google's")
                .put("signedBlob", Base64.getEncoder().encodeToString(signature(text))));
    }

    private String grant(Map<String, Instant> tokens) {
        var token = "token-" + ++number;
        tokens.put(token, clock.instant().plus(LIFE));
        return token;
    }

    private boolean isLive(Map<String, Instant> tokens, String authorization) {
        var end = tokens.get(authorization.replaceFirst("^Bearer ", ""));
        return end != null && clock.instant().isBefore(end);
    }

    private boolean isSigned(byte[] text, byte[] signature) {
        try {
            var check = Signature.getInstance("SHA256withRSA");
            check.initVerify(publicKey());
            check.update(text);
            return check.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    private byte[] signature(byte[] text) {
        return new ServiceAccountKey(ACCOUNT, "1", privateKey()).sign(text);
    }

    private static JsonNode json(String part) {
        return GcsObjectsServer.read(Base64.getUrlDecoder().decode(part));
    }

    private static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
