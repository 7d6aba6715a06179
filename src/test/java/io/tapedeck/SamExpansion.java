package io.tapedeck;

import static io.tapedeck.SamTemplate.map;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The resources of CloudFormation that SAM's transform makes of a template, by their types. It knows what template.yaml uses
 * and refuses the rest, so that nothing is counted wrongly; what it says was compared with aws-sam-translator 1.110.
 * CloudFormation counts a resource also where its condition does not hold.
 */
record SamExpansion(SamTemplate template) {

    /** The type of every resource that is made. */
    List<String> types() {
        var functions = template.functions().values();
        return Stream.of(
                        template.types().stream().flatMap(SamExpansion::ofType),
                        functions.stream().flatMap(function -> of(function).stream()),
                        template.ofType("AWS::Serverless::HttpApi").values().stream()
                                .flatMap(SamExpansion::permissions),
                        functions.stream().anyMatch(this::isRolledOut)
                                ? Stream.of("AWS::CodeDeploy::Application")
                                : Stream.<String>of())
                .flatMap(types -> types)
                .toList();
    }

    /** What is made of one function; its logs are a resource of the template's own. */
    List<String> of(Map<String, Object> function) {
        return Stream.of(
                        Stream.of("AWS::Lambda::Function"),
                        has(function, "Role") ? Stream.<String>of() : Stream.of("AWS::IAM::Role"),
                        has(function, "AutoPublishAlias")
                                ? Stream.of("AWS::Lambda::Version", "AWS::Lambda::Alias")
                                : Stream.<String>of(),
                        isRolledOut(function) ? Stream.of("AWS::CodeDeploy::DeploymentGroup") : Stream.<String>of(),
                        has(function, "EventInvokeConfig")
                                ? Stream.of("AWS::Lambda::EventInvokeConfig")
                                : Stream.<String>of(),
                        map(function.get("Events")).values().stream()
                                .flatMap(event -> ofEvent((String) map(event).get("Type"))))
                .flatMap(types -> types)
                .toList();
    }

    private static Stream<String> ofType(String type) {
        return switch (type) {
            case "AWS::Serverless::Function" -> Stream.of();
            case "AWS::Serverless::HttpApi" -> Stream.of("AWS::ApiGatewayV2::Api", "AWS::ApiGatewayV2::Stage");
            case "AWS::Serverless::LayerVersion" -> Stream.of("AWS::Lambda::LayerVersion");
            default -> {
                if (type.startsWith("AWS::Serverless::")) {
                    throw new IllegalArgumentException("what SAM makes of %s has to be said here".formatted(type));
                }
                yield Stream.of(type);
            }
        };
    }

    /** A route is written into the API's own definition. */
    private static Stream<String> ofEvent(String type) {
        return switch (type) {
            case "HttpApi", "S3" -> Stream.of("AWS::Lambda::Permission");
            case "EventBridgeRule" -> Stream.of("AWS::Events::Rule", "AWS::Lambda::Permission");
            case "ScheduleV2" -> Stream.of("AWS::Scheduler::Schedule", "AWS::IAM::Role");
            default ->
                throw new IllegalArgumentException("what SAM makes of an event %s has to be said here".formatted(type));
        };
    }

    /** Those to call the authorizers. */
    private static Stream<String> permissions(Map<String, Object> api) {
        return map(map(api.get("Auth")).get("Authorizers")).values().stream()
                .filter(authorizer -> Boolean.TRUE.equals(map(authorizer).get("EnableFunctionDefaultPermissions")))
                .map(_ -> "AWS::Lambda::Permission");
    }

    private boolean isRolledOut(Map<String, Object> function) {
        return has(function, "DeploymentPreference");
    }

    private boolean has(Map<String, Object> function, String property) {
        return template.property(function, property) != null;
    }
}
