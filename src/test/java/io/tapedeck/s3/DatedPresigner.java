package io.tapedeck.s3;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.TreeMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.GetObjectPresignRequest;
import software.amazon.awssdk.services.s3.presigner.model.PresignedGetObjectRequest;

/**
 * Signs URLs for reading as at another time than now, which the SDK's own presigner cannot: what that has signed is signed anew.
 */
record DatedPresigner(S3Presigner presigner, AwsBasicCredentials credentials, Clock clock) {
    private static final AwsV4HttpSigner SIGNER = AwsV4HttpSigner.create();

    S3Presigner dated() {
        return (S3Presigner) Proxy.newProxyInstance(
                S3Presigner.class.getClassLoader(), new Class<?>[] {S3Presigner.class}, this::invoke);
    }

    private Object invoke(Object proxy, Method method, Object[] given) throws Throwable {
        if (method.isDefault()) {
            return InvocationHandler.invokeDefault(proxy, method, given);
        }
        return given != null && given[0] instanceof GetObjectPresignRequest wanted
                ? presign(wanted)
                : method.invoke(presigner, given);
    }

    private PresignedGetObjectRequest presign(GetObjectPresignRequest wanted) {
        var signed = presigner.presignGetObject(wanted);
        return signed.toBuilder()
                .httpRequest(dated((SdkHttpFullRequest) signed.httpRequest(), wanted.signatureDuration()))
                .build();
    }

    private SdkHttpRequest dated(SdkHttpFullRequest signed, Duration validity) {
        var query = new TreeMap<>(signed.rawQueryParameters());
        query.keySet().removeIf(name -> name.startsWith("X-Amz-"));
        return SIGNER.sign(sign -> sign.identity(credentials)
                        .request(signed.toBuilder().rawQueryParameters(query).build())
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, S3Server.REGION)
                        .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                        .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false)
                        .putProperty(AwsV4HttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                        .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, false)
                        .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, validity)
                        .putProperty(HttpSigner.SIGNING_CLOCK, clock))
                .request();
    }
}
