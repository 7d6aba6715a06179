package io.tapedeck.dynamodb;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

/** Gives each test a fresh table, as the template describes it, in one DynamoDB Local in memory. */
public final class DynamoDbLocal implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Table.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(DynamoDbLocal.class))
                .getOrComputeIfAbsent(Server.class, type -> new Server(), Server.class)
                .createTable();
    }

    static final class Server implements AutoCloseable {
        final DynamoDbClient client;

        Server() {
            client = DynamoDbClient.builder()
                    .endpointOverride(start())
                    .region(Region.EU_CENTRAL_1)
                    .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                    .httpClient(UrlConnectionHttpClient.create())
                    .build();
        }

        Table createTable() {
            var table = new Table(client, "t" + UUID.randomUUID());
            Map<String, Object> template;
            try (var in = Files.newInputStream(Path.of("template.yaml"))) {
                template = new Yaml(new Tags()).load(in);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            var d = map(map(map(template.get("Resources")).get("Table")).get("Properties"));
            client.createTable(r -> r.tableName(table.name())
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .keySchema(keys(d))
                    .attributeDefinitions(list(d.get("AttributeDefinitions")).stream()
                            .map(a -> AttributeDefinition.builder().attributeName(a.get("AttributeName").toString()).attributeType(a.get("AttributeType").toString()).build())
                            .toList())
                    .globalSecondaryIndexes(list(d.get("GlobalSecondaryIndexes")).stream()
                            .map(i -> GlobalSecondaryIndex.builder().indexName(i.get("IndexName").toString()).keySchema(keys(i)).projection(p -> p.projectionType("ALL")).build())
                            .toList()));
            return table;
        }

        private static List<KeySchemaElement> keys(Map<String, Object> owner) {
            return list(owner.get("KeySchema")).stream()
                    .map(k -> KeySchemaElement.builder().attributeName(k.get("AttributeName").toString()).keyType(k.get("KeyType").toString()).build())
                    .toList();
        }

        @SuppressWarnings("unchecked")
        private static Map<String, Object> map(Object o) {
            return (Map<String, Object>) o;
        }

        @SuppressWarnings("unchecked")
        private static List<Map<String, Object>> list(Object o) {
            return (List<Map<String, Object>>) o;
        }

        private URI start() {
            try {
                var files = Files.list(Path.of("target/dynamodb-local").toRealPath()).filter(f -> f.toString().endsWith(".jar")).toList();
                var urls = new URL[files.size()];
                for (int i = 0; i < urls.length; i++) {
                    urls[i] = files.get(i).toUri().toURL();
                }
                var loader = new URLClassLoader("dynamodb-local", urls, ClassLoader.getPlatformClassLoader());
                var before = Thread.currentThread().getContextClassLoader();
                Thread.currentThread().setContextClassLoader(loader);
                var p = "software.amazon.dynamodb.services.local.server.";
                var requests = loader.loadClass(p + "LocalDynamoDBRequestHandler");
                var request = requests.getConstructor(int.class, boolean.class, String.class, boolean.class, boolean.class)
                        .newInstance(0, true, null, true, false);
                var handler = loader.loadClass(p + "LocalDynamoDBServerHandler").getConstructor(requests.getSuperclass(), String.class).newInstance(request, "*");
                var servers = loader.loadClass("org.eclipse.jetty.server.Server");
                var server = servers.getConstructor(InetSocketAddress.class).newInstance(new InetSocketAddress("127.0.0.1", 0));
                servers.getMethod("setHandler", loader.loadClass("org.eclipse.jetty.server.Handler")).invoke(server, handler);
                servers.getMethod("start").invoke(server);
                Thread.currentThread().setContextClassLoader(before);
                return URI.create("http://127.0.0.1:" + ((URI) servers.getMethod("getURI").invoke(server)).getPort());
            } catch (ReflectiveOperationException | IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            client.close();
        }
    }

    private static final class Tags extends SafeConstructor {
        Tags() {
            super(new LoaderOptions());
            yamlMultiConstructors.put("!", new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    return "";
                }
            });
        }
    }
}
