package io.tapedeck.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tapedeck.aws.AwsServer.Request;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Works a signature out once more, from what came and as the documentation of AWS says (Signature Version 4). */
final class Signature {
    private static final Pattern AUTHORIZATION = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=key/(\\d{8})/([a-z0-9-]+)/([a-z]+)/aws4_request, SignedHeaders=([a-z0-9;-]+),"
                    + " Signature=([0-9a-f]{64})");

    private Signature() {}

    static boolean isOf(Request request, String secret) throws GeneralSecurityException {
        var parts = AUTHORIZATION.matcher(request.header("Authorization"));
        if (!parts.matches()) {
            return false;
        }
        var scope = "%s/%s/%s/aws4_request".formatted(parts.group(1), parts.group(2), parts.group(3));
        var text = "AWS4-HMAC-SHA256\n%s\n%s\n%s"
                .formatted(
                        request.header("X-Amz-Date"),
                        scope,
                        hash(canonical(request, parts.group(4)).getBytes(UTF_8)));
        var key = ("AWS4" + secret).getBytes(UTF_8);
        for (var part : scope.split("/")) {
            key = sign(key, part);
        }
        return HexFormat.of().formatHex(sign(key, text)).equals(parts.group(5));
    }

    private static String canonical(Request request, String signed) throws GeneralSecurityException {
        var path = Arrays.stream(request.path().split("/", -1))
                .map(part -> URLEncoder.encode(part, UTF_8))
                .collect(Collectors.joining("/"));
        var headers = Arrays.stream(signed.split(";"))
                .map(name -> name + ":" + request.header(name).strip() + "\n")
                .collect(Collectors.joining());
        return String.join("\n", "POST", path, "", headers, signed, hash(request.body()));
    }

    private static String hash(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static byte[] sign(byte[] key, String text) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(UTF_8));
    }
}
