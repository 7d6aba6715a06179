package io.tapedeck.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.tapedeck.access.Scope;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.Ulid;
import io.tapedeck.json.Json;
import io.tapedeck.recording.Clearance;
import io.tapedeck.recording.Recordings;
import java.util.Map;
import java.util.Optional;

/**
 * A request to the API.
 *
 * @param path the path's parameters by name, decoded
 * @param headers by lower-case name
 * @param caller absent where nobody need say who they are
 * @param base address of the API, without a slash at its end
 * @param address that the request comes from, as far as it is known
 * @param agent the program that makes it, as it calls itself; may be empty
 * @param seed what the id of something new is made from; the same when the request is made again under its idempotency key
 */
public record Request(
        String method,
        String rawPath,
        Map<String, String> path,
        Query query,
        Map<String, String> headers,
        Body body,
        Optional<Caller> caller,
        String base,
        String address,
        String agent,
        Ulid seed) {

    static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String MERGE_PATCH = "application/merge-patch+json";

    /** What API Gateway sent. */
    static Request of(APIGatewayV2HTTPEvent event, Optional<String> publicUrl, Ulid seed, Json json) {
        var context = event.getRequestContext();
        Map<String, String> headers = event.getHeaders() == null ? Map.of() : Map.copyOf(event.getHeaders());
        var authorizer = Optional.ofNullable(context.getAuthorizer());
        return new Request(
                context.getHttp().getMethod(),
                event.getRawPath(),
                event.getPathParameters() == null ? Map.of() : Map.copyOf(event.getPathParameters()),
                Query.parse(Optional.ofNullable(event.getRawQueryString()).orElse(""), new FieldErrors()),
                headers,
                Body.of(event.getBody(), event.getIsBase64Encoded(), json),
                authorizer.flatMap(found -> Caller.fromContext(found.getLambda())),
                publicUrl.orElseGet(() -> scheme(headers) + "://" + context.getDomainName()),
                Optional.ofNullable(context.getHttp().getSourceIp()).orElse(""),
                headers.getOrDefault("user-agent", ""),
                seed);
    }

    /** API Gateway itself says how it was called; it speaks nothing but https. */
    private static String scheme(Map<String, String> headers) {
        return "http".equals(headers.get("x-forwarded-proto")) ? "http" : "https";
    }

    /** The caller's tenant. */
    public TenantId tenant() {
        return caller.orElseThrow().tenant();
    }

    /** How much of what was redacted the caller may reach. */
    public Clearance clearance() {
        return caller.filter(known -> known.scopes().contains(Scope.ADMIN)).isPresent()
                ? Clearance.ORIGINAL
                : Clearance.REDACTED;
    }

    /** @throws io.tapedeck.problem.ProblemException not-found if the path names no recording */
    public RecordingId recording() {
        return RecordingId.parse(path.getOrDefault("id", "")).orElseThrow(Recordings::notFound);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The body as a JSON object; one without properties if it is empty. */
    public Fields json(int largest, FieldErrors errors) {
        return new Fields(body.object(header("content-type"), largest, JSON), "", errors);
    }

    /**
     * A field of the body, which is a form or a JSON object.
     *
     * @return empty where the body has no such field
     * @throws io.tapedeck.problem.ProblemException too-large, unsupported-media-type, invalid-request
     */
    public Optional<String> field(String name, int largest) {
        var errors = new FieldErrors();
        var value = isOf(FORM)
                ? Query.parse(body.form(largest), errors).text(name)
                : json(largest, errors).text(name, 0, largest);
        errors.refuse();
        return value;
    }

    /**
     * What the body says of a recording that is to be: a JSON object, the metadata of a session recording client, or both in
     * parts.
     *
     * @param largest bytes of each
     * @throws io.tapedeck.problem.ProblemException too-large, unsupported-media-type, invalid-request
     */
    public RecordingBody recordingBody(int largest, FieldErrors errors) {
        return RecordingBody.read(body, header("content-type"), largest, errors);
    }

    private boolean isOf(String type) {
        return header("content-type")
                .filter(said -> said.split(";", 2)[0].strip().equalsIgnoreCase(type))
                .isPresent();
    }

    /** The body as a patch that is merged into a JSON object. */
    public com.fasterxml.jackson.databind.node.ObjectNode patch(int largest) {
        return body.required().object(header("content-type"), largest, MERGE_PATCH, JSON);
    }

    Request with(Ulid otherSeed) {
        return new Request(method, rawPath, path, query, headers, body, caller, base, address, agent, otherSeed);
    }
}
