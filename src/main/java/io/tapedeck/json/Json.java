package io.tapedeck.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategy;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.util.RawValue;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.tapedeck.audio.Action;
import io.tapedeck.audio.Analysis;
import io.tapedeck.audio.AudioResult;
import io.tapedeck.audio.Export;
import io.tapedeck.audio.Ingest;
import io.tapedeck.audio.JobResult;
import io.tapedeck.audio.Redaction;
import io.tapedeck.audio.Task;
import io.tapedeck.audio.Transcription;
import io.tapedeck.id.ExportId;
import io.tapedeck.id.JobId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.ShareId;
import io.tapedeck.id.StorageName;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.Ulid;
import io.tapedeck.id.WebhookId;
import io.tapedeck.recording.Actor;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.webhook.Errand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;

/** The core's records as JSON: absent values are left out, constants and ids are written as they read. */
public final class Json {
    private static final String ACTION = "action";
    private static final String ENTITIES = "entities";
    private static final Set<String> JOINTS = Set.of("gap", "crossfade");
    private static final int MAX_DEPTH = 32;
    private static final int MAX_NUMBER_LENGTH = 100;

    private final ObjectMapper mapper = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(ids())
            .addModule(times())
            .addMixIn(Task.class, NamedByAction.class)
            .registerSubtypes(tasks())
            .addMixIn(JobResult.class, NamedByKind.class)
            .addMixIn(Errand.class, NamedByErrand.class)
            .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
            .enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .serializationInclusion(JsonInclude.Include.NON_ABSENT)
            .visibility(PropertyAccessor.GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .build();

    /** What a caller may send at most is a little more once it stands inside of something else. */
    private final ObjectMapper own = mapper.copy();

    public Json() {
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNumberLength(MAX_NUMBER_LENGTH)
                        .build());
    }

    /** What reads and writes. Nesting deeper than 32 and the same name twice in an object are refused. */
    public ObjectMapper mapper() {
        return mapper;
    }

    /** A mapper of the same set-up, but for the names under which it reads and writes. */
    public ObjectMapper naming(PropertyNamingStrategy names) {
        return mapper.copy().setPropertyNamingStrategy(names);
    }

    /** Finds out how values of these types are read and written, which the first of each would wait for otherwise. */
    public void prepare(Set<Class<?>> types) {
        for (var type : types) {
            mapper.readerFor(type);
            mapper.writerFor(type);
        }
    }

    /** The value as JSON text. */
    public String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was asked of audio, as JSON text without the name of the action. */
    public String request(Task task) {
        ObjectNode request = mapper.valueToTree(task);
        request.remove(ACTION);
        request.properties().removeIf(property -> isNothing(property.getKey(), property.getValue()));
        return write(request);
    }

    /** What nobody would ask for: no lists but that of what to look for, no gap, no crossfade. */
    private static boolean isNothing(String name, JsonNode value) {
        return value.isArray() && value.isEmpty() && !name.equals(ENTITIES)
                || JOINTS.contains(name) && value.decimalValue().signum() == 0;
    }

    /** A text that this program wrote. */
    public JsonNode read(String text) {
        try {
            return own.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The record that this program wrote as a text. */
    public <T> T read(String text, Class<T> type) {
        try {
            return mapper.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text that is JSON already, to stand in a tree as it is. */
    public JsonNode raw(String text) {
        return JsonNodeFactory.instance.rawValueNode(new RawValue(text));
    }

    private static SimpleModule ids() {
        var module = new SimpleModule();
        text(module, TenantId.class, TenantId::new);
        text(module, Ulid.class, Ulid::new);
        text(module, RecordingId.class, id -> RecordingId.parse(id).orElseThrow());
        text(module, ExportId.class, id -> ExportId.parse(id).orElseThrow());
        text(module, JobId.class, id -> JobId.parse(id).orElseThrow());
        text(module, ShareId.class, id -> ShareId.parse(id).orElseThrow());
        text(module, WebhookId.class, id -> WebhookId.parse(id).orElseThrow());
        text(module, ObjectKey.class, ObjectKey::parse);
        text(module, StorageName.class, StorageName::new);
        text(module, Actor.class, Actor::new);
        return module;
    }

    /** Points in time are whole seconds since 1970, in answers and in rows. */
    private static SimpleModule times() {
        return new SimpleModule()
                .addSerializer(Instant.class, new StdScalarSerializer<>(Instant.class) {
                    @Override
                    public void serialize(Instant time, JsonGenerator to, SerializerProvider provider)
                            throws IOException {
                        to.writeNumber(time.getEpochSecond());
                    }
                })
                .addDeserializer(Instant.class, new StdScalarDeserializer<>(Instant.class) {
                    @Override
                    public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
                        return Instant.ofEpochSecond(parser.getLongValue());
                    }
                });
    }

    private static <T> void text(SimpleModule module, Class<T> type, Function<String, T> parse) {
        module.addSerializer(type, ToStringSerializer.instance);
        module.addDeserializer(type, new StdScalarDeserializer<T>(type) {
            @Override
            public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
                return parse.apply(parser.getValueAsString());
            }
        });
    }

    private static NamedType[] tasks() {
        return Arrays.stream(Action.values())
                .map(action -> new NamedType(action.task(), action.toString()))
                .toArray(NamedType[]::new);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = ACTION)
    private interface NamedByAction {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Ingest.Result.class, name = "ingest"),
        @JsonSubTypes.Type(value = AudioResult.class, name = "audio"),
        @JsonSubTypes.Type(value = Transcription.Result.class, name = "transcription"),
        @JsonSubTypes.Type(value = Analysis.Result.class, name = "analysis"),
        @JsonSubTypes.Type(value = Redaction.Result.class, name = "redaction"),
        @JsonSubTypes.Type(value = Export.Result.class, name = "export")
    })
    private interface NamedByKind {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "errand")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Errand.News.class, name = "news"),
        @JsonSubTypes.Type(value = Errand.Visit.class, name = "visit"),
        @JsonSubTypes.Type(value = Errand.Resend.class, name = "resend"),
        @JsonSubTypes.Type(value = Errand.Replay.class, name = "replay")
    })
    private interface NamedByErrand {}
}
