package io.tapedeck.aws;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.tapedeck.rest.Parameters;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the Security Token Service is asked for a role: AWS' query protocol. */
final class RoleRequest {
    /** The longest that a role may be held which was got by another role, as a function has one. */
    private static final int SECONDS = 3600;

    private RoleRequest() {}

    /** @param session what the other account's log calls whoever holds the role */
    static PostRequest of(Role role, String session) {
        var form = new LinkedHashMap<String, String>();
        form.put("Action", "AssumeRole");
        form.put("Version", "2011-06-15");
        form.put("RoleArn", role.arn());
        form.put("RoleSessionName", session);
        form.put("ExternalId", role.externalId());
        form.put("DurationSeconds", Integer.toString(SECONDS));
        return new PostRequest(
                "/",
                Map.of("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"),
                Parameters.encoded(form).getBytes(US_ASCII));
    }
}
