package io.tapedeck.api;

import io.restassured.RestAssured;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** The HTTP API of the running stack. No redirect is followed, and every answer is held to the contract. */
@Singleton
public class Api {
    /** The operator's key on one machine; its tenant is {@code local}. */
    public static final String OPERATOR_KEY = "local-dev-key";

    private final ContractFilter contract;

    Api(ContractFilter contract) {
        this.contract = contract;
    }

    /** A request of the operator. */
    public RequestSpecification operator() {
        return as(OPERATOR_KEY);
    }

    /** A request with a key. */
    public RequestSpecification as(String key) {
        return anonymous().header("Authorization", "Bearer " + key);
    }

    /** A request without a key. */
    public RequestSpecification anonymous() {
        var specification = new RequestSpecBuilder()
                .setBaseUri("http://localhost")
                .setPort(ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class))
                .setConfig(RestAssuredConfig.config()
                        .redirect(RedirectConfig.redirectConfig().followRedirects(false))
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .addFilter(contract)
                .build();
        return RestAssured.given(specification);
    }

    /** A caller with every scope in a tenant of its own. */
    public Caller caller() {
        var tenant = "t-" + UUID.randomUUID();
        return new Caller(this, tenant, key(tenant, "read", "write", "download", "delete", "admin"));
    }

    /** A new key of a tenant with these scopes. */
    public String key(String tenant, String... scopes) {
        return operator()
                .contentType(ContentType.JSON)
                .body(Map.of("name", "test", "tenant", tenant, "scopes", List.of(scopes)))
                .post("/v1/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }
}
