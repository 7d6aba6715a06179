package io.tapedeck.http;

import io.tapedeck.access.Scope;
import io.tapedeck.id.TenantId;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.recording.Actor;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who makes a request, as the authorizer found out.
 *
 * @param operator whether it is the deployment's operator, who may act for any tenant
 */
public record Caller(TenantId tenant, Actor actor, Set<Scope> scopes, boolean operator) {
    private static final String TENANT = "tenant";
    private static final String ACTOR = "actor";
    private static final String SCOPES = "scopes";
    private static final String OPERATOR = "operator";
    private static final String UNAVAILABLE = "unavailable";
    private static final String CROWDED = "crowded";
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /** What the authorizer tells the functions. */
    public Map<String, Object> toContext() {
        var names =
                String.join(" ", scopes.stream().map(Scope::toString).sorted().toList());
        return Map.of(
                TENANT, tenant.value(),
                ACTOR, escaped(actor.value()),
                SCOPES, names,
                OPERATOR, String.valueOf(operator));
    }

    /** As it may stand between the quotes of a JSON text: API Gateway writes it into its access log as it is. */
    private static String escaped(String text) {
        var escaped = new StringBuilder();
        text.chars().forEach(unit -> {
            if (unit < ' ' || unit > '~' || unit == '"' || unit == '\\') {
                escaped.append("\\u%04x".formatted(unit));
            } else {
                escaped.append((char) unit);
            }
        });
        return escaped.toString();
    }

    private static String unescaped(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(unit ->
                        Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(unit.group(1), 16))));
    }

    /** What the authorizer tells the functions when it could not find out who is calling. */
    public static Map<String, Object> unknownFor(ProblemException problem) {
        var isCrowded = problem.type() == ProblemType.TOO_MANY_REQUESTS;
        return Map.of(isCrowded ? CROWDED : UNAVAILABLE, problem.getMessage());
    }

    /**
     * The caller that an authorizer's context names; empty if it names none.
     *
     * @throws ProblemException unavailable or too-many-requests if the authorizer could not find out
     */
    public static Optional<Caller> fromContext(Map<String, Object> context) {
        if (context != null && context.containsKey(UNAVAILABLE)) {
            throw new ProblemException(ProblemType.UNAVAILABLE, text(context, UNAVAILABLE));
        } else if (context != null && context.containsKey(CROWDED)) {
            throw new ProblemException(ProblemType.TOO_MANY_REQUESTS, text(context, CROWDED));
        } else if (context == null || context.get(TENANT) == null) {
            return Optional.empty();
        }
        return Optional.of(new Caller(
                new TenantId(text(context, TENANT)),
                new Actor(unescaped(text(context, ACTOR))),
                scopes(text(context, SCOPES)),
                Boolean.parseBoolean(text(context, OPERATOR))));
    }

    /** The scopes in a list separated by spaces; what is no scope is left out. */
    public static Set<Scope> scopes(String list) {
        var names = Arrays.asList(list.split(" "));
        var scopes = EnumSet.noneOf(Scope.class);
        for (var scope : Scope.values()) {
            if (names.contains(scope.toString())) {
                scopes.add(scope);
            }
        }
        return scopes;
    }

    private static String text(Map<String, Object> context, String name) {
        return String.valueOf(context.getOrDefault(name, ""));
    }
}
