package io.tapedeck.local;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Gives the functions what they find in their environment on AWS and what nobody sets on one machine: the link secrets,
 * made at the first start, and the routes, from the template. They are made when they are asked for, so that the build,
 * which reads the configuration too, leaves no traces.
 */
public final class GeneratedSettings implements ConfigSourceFactory {

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        Path dataDir = Path.of(value(context, "tapedeck.local.data-dir", ".data"));
        String template = value(context, "tapedeck.local.template", "template.yaml");
        return List.of(new Source(Map.of(
                "LINK_SECRETS", () -> Secrets.in(dataDir).links(),
                "ROUTES", () -> Template.read(template).routesSetting())));
    }

    private static String value(ConfigSourceContext context, String name, String preset) {
        ConfigValue value = context.getValue(name);
        return value == null || value.getValue() == null ? preset : value.getValue();
    }

    private record Source(Map<String, Supplier<String>> values) implements ConfigSource {
        @Override
        public Set<String> getPropertyNames() {
            return Set.of();
        }

        @Override
        public String getValue(String name) {
            Supplier<String> value = values.get(name);
            return value == null ? null : value.get();
        }

        @Override
        public String getName() {
            return "generated settings";
        }

        @Override
        public int getOrdinal() {
            return 50;
        }
    }
}
