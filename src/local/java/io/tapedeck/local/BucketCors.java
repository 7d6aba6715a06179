package io.tapedeck.local;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Cross-origin rules of the bucket, as S3 applies them: the first that fits counts. */
record BucketCors(List<Rule> rules) {
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    /** Who may do what: {@code *} in an origin or a header stands for anything. */
    record Rule(List<String> origins, List<String> methods, List<String> headers, List<String> exposed, String maxAge) {

        private boolean fits(String origin, String method, List<String> wanted) {
            return origins.stream().anyMatch(allowed -> fits(allowed, origin))
                    && methods.contains(method)
                    && wanted.stream().allMatch(header -> headers.stream().anyMatch(allowed -> fits(allowed, header)));
        }

        private boolean isForAnyone() {
            return origins.contains("*");
        }

        private static boolean fits(String allowed, String found) {
            String pattern =
                    Arrays.stream(allowed.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
            return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE)
                    .matcher(found)
                    .matches();
        }
    }

    /** Answers a preflight request; false when no rule fits. */
    boolean preflight(HttpServletRequest request, HttpServletResponse response) {
        String method = String.valueOf(request.getHeader("Access-Control-Request-Method"));
        String wanted = Optional.ofNullable(request.getHeader("Access-Control-Request-Headers"))
                .map(String::strip)
                .orElse("");
        Optional<Rule> rule = rule(request, method, wanted.isEmpty() ? List.of() : List.of(COMMA.split(wanted)));
        rule.ifPresent(fitting -> {
            allow(fitting, request, response);
            if (!wanted.isEmpty()) {
                response.setHeader("Access-Control-Allow-Headers", wanted);
            }
            response.setHeader("Access-Control-Max-Age", fitting.maxAge());
        });
        return rule.isPresent();
    }

    /** Adds what lets the page that asked see the answer. */
    void expose(HttpServletRequest request, HttpServletResponse response) {
        rule(request, request.getMethod(), List.of()).ifPresent(rule -> allow(rule, request, response));
    }

    private Optional<Rule> rule(HttpServletRequest request, String method, List<String> headers) {
        return Optional.ofNullable(request.getHeader("Origin"))
                .flatMap(origin -> rules.stream()
                        .filter(rule -> rule.fits(origin, method, headers))
                        .findFirst());
    }

    private static void allow(Rule rule, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Origin", rule.isForAnyone() ? "*" : request.getHeader("Origin"));
        response.setHeader("Access-Control-Allow-Methods", String.join(", ", rule.methods()));
        response.setHeader("Access-Control-Expose-Headers", String.join(", ", rule.exposed()));
        response.setHeader("Vary", "Origin, Access-Control-Request-Headers, Access-Control-Request-Method");
    }
}
