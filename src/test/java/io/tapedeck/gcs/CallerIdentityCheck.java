package io.tapedeck.gcs;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.signer.Aws4Signer;
import software.amazon.awssdk.auth.signer.params.Aws4SignerParams;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.regions.Region;

/** Whether a request to STS is as Google wants it and signed as the SDK's older signer, which adds nothing, signs it. */
@SuppressWarnings("deprecation")
final class CallerIdentityCheck {
    private static final List<String> HEADERS =
            List.of("Authorization", "host", "x-amz-date", "x-amz-security-token", "x-goog-cloud-target-resource");

    private CallerIdentityCheck() {}

    static boolean holds(
            JsonNode subject, AwsSessionCredentials credentials, String region, String provider, Instant now) {
        var address = "https://sts.%s.amazonaws.com?Action=GetCallerIdentity&Version=2011-06-15".formatted(region);
        Map<String, String> headers = StreamSupport.stream(
                        subject.path("headers").spliterator(), false)
                .collect(Collectors.toMap(
                        one -> one.path("key").asText(),
                        one -> one.path("value").asText()));
        return subject.path("url").asText().equals(address)
                && subject.path("method").asText().equals("POST")
                && headers.keySet().equals(java.util.Set.copyOf(HEADERS))
                && headers.get("x-goog-cloud-target-resource").equals(provider)
                && headers.get("Authorization").equals(authorization(address, credentials, region, provider, now));
    }

    private static String authorization(
            String address, AwsSessionCredentials credentials, String region, String provider, Instant now) {
        var request = SdkHttpFullRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(URI.create(address))
                .putHeader("x-goog-cloud-target-resource", provider)
                .build();
        var signed = Aws4Signer.create()
                .sign(
                        request,
                        Aws4SignerParams.builder()
                                .awsCredentials(credentials)
                                .signingName("sts")
                                .signingRegion(Region.of(region))
                                .signingClockOverride(Clock.fixed(now, ZoneOffset.UTC))
                                .build());
        return signed.firstMatchingHeader("Authorization").orElseThrow();
    }
}
