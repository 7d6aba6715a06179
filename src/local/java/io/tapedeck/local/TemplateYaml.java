package io.tapedeck.local;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** CloudFormation's YAML: the short form of a function, such as {@code !Ref}, is read as an {@link Intrinsic}. */
public final class TemplateYaml extends SafeConstructor {

    /** A function of CloudFormation, not yet called. */
    public record Intrinsic(String name, Object argument) {}

    public TemplateYaml() {
        super(new LoaderOptions());
        yamlMultiConstructors.put("!", new AbstractConstruct() {
            @Override
            public Object construct(Node node) {
                return new Intrinsic(node.getTag().getValue().substring(1), argument(node));
            }
        });
    }

    private Object argument(Node node) {
        return switch (node) {
            case ScalarNode scalar -> constructScalar(scalar);
            case SequenceNode sequence -> constructSequence(sequence);
            case MappingNode mapping -> constructMapping(mapping);
            default -> throw new IllegalStateException("unknown YAML node " + node.getTag());
        };
    }
}
