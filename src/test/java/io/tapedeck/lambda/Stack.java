package io.tapedeck.lambda;

import static io.tapedeck.SamTemplate.map;

import io.tapedeck.SamTemplate;
import io.tapedeck.local.TemplateValues;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The template as CloudFormation would deploy it here: parameters, references and conditions have their values. */
final class Stack {
    private static final Pattern SECRET = Pattern.compile("\\{\\{resolve:secretsmanager:([^:]+):.*}}");

    private final SamTemplate template;
    private final SamTemplate deployed;

    /** @param values of parameters, pseudo parameters, resources ({@code Table}) and their attributes ({@code Key.Arn}) */
    Stack(SamTemplate template, Map<String, String> values) throws IOException {
        this.template = template;
        this.deployed = template.deployed(values);
    }

    SamTemplate template() {
        return template;
    }

    /** A property of a function, its own or what holds for all. */
    String property(String logicalId, String name) {
        return text(deployed.property(deployed.functions().get(logicalId), name));
    }

    /** The environment that the template gives a function. */
    Map<String, String> variables(String logicalId) {
        var environment = map(deployed.property(deployed.functions().get(logicalId), "Environment"));
        var variables = new TreeMap<String, String>();
        map(environment.get("Variables")).forEach((name, value) -> variables.put(name, text(value)));
        return variables;
    }

    /** The name of the log group that a function writes to. */
    String logGroup(String logicalId) {
        var logging = map(template.property(template.functions().get(logicalId), "LoggingConfig"));
        var group = (String) map(logging.get("LogGroup")).get("Ref");
        return text(deployed.properties(group).get("LogGroupName"));
    }

    /** The format of what Lambda itself logs, which is the same for all functions. */
    String logFormat() {
        return (String) map(template.globals().get("LoggingConfig")).get("LogFormat");
    }

    /** A plain value. Of a dynamic reference it is the secret's name: a secret is known by its own value here. */
    private static String text(Object value) {
        if (value == null || value instanceof TemplateValues.Unknown) {
            throw new IllegalArgumentException("no value for " + value);
        }
        var reference = SECRET.matcher(value.toString());
        return reference.matches() ? reference.group(1) : value.toString();
    }
}
