package io.tapedeck.dynamodb;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategy;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedField;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.util.NameTransformer;
import io.tapedeck.json.Json;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Stored names of the components of records. Nothing is taken for granted: a component without a stored name, a name without
 * a component and a record of which nothing is said are all refused, so that no name is stored or lost by accident.
 */
final class RecordNames extends PropertyNamingStrategy {
    private static final long serialVersionUID = 1;

    /** By record and component. */
    private final HashMap<Class<?>, HashMap<String, String>> names = new HashMap<>();

    /** Records that are stored as if their components were those of the record that holds them. */
    private final HashSet<Class<?>> parts = new HashSet<>();

    /** The stored names of a record, whose components have the same names. */
    RecordNames of(Class<? extends Record> type, String... stored) {
        names.put(type, new HashMap<>(Arrays.stream(stored).collect(Collectors.toMap(name -> name, name -> name))));
        return this;
    }

    /** Of a component that is named otherwise than what is stored. */
    RecordNames renamed(Class<? extends Record> type, String stored, String component) {
        var ofType = names.get(type);
        if (ofType.remove(stored) == null) {
            throw new IllegalStateException("%s is not stored of %s".formatted(stored, type.getName()));
        }
        ofType.put(component, stored);
        return this;
    }

    /** The stored names of a record whose components are stored among those of the record that holds it. */
    RecordNames ofPart(Class<? extends Record> type, String... stored) {
        parts.add(type);
        return of(type, stored);
    }

    /**
     * The same, once it is known to fit the records.
     *
     * @throws IllegalStateException if a component has no stored name, a stored name no component, or two components the same
     */
    RecordNames checked() {
        names.forEach((type, ofType) -> {
            var components = Arrays.stream(type.getRecordComponents())
                    .filter(component -> !isPart(component.getType()))
                    .map(RecordComponent::getName)
                    .collect(Collectors.toSet());
            if (!components.equals(ofType.keySet())) {
                throw new IllegalStateException("%s has the components %s, but stored names for %s: see StoredNames"
                        .formatted(type.getName(), components, ofType.keySet()));
            }
            requireDistinct(type);
        });
        return this;
    }

    private void requireDistinct(Class<?> type) {
        var seen = new HashSet<String>();
        stored(type, _ -> true).filter(name -> !seen.add(name)).findFirst().ifPresent(name -> {
            throw new IllegalStateException(
                    "%s has two components that are stored as %s".formatted(type.getName(), name));
        });
    }

    /** The stored names of the components that may be absent. */
    List<String> optional(Class<? extends Record> type) {
        return stored(type, component -> component.getType() == Optional.class).toList();
    }

    /** The stored names of the components of a record and its parts that are of a kind. */
    private Stream<String> stored(Class<?> type, Predicate<RecordComponent> kind) {
        return Arrays.stream(type.getRecordComponents())
                .flatMap(component -> isPart(component.getType())
                        ? stored(component.getType(), kind)
                        : Stream.of(component).filter(kind).map(own -> name(type, own.getName())));
    }

    /** Whether the components of a record are stored among those of the record that holds it. */
    boolean isPart(Class<?> type) {
        return parts.contains(type);
    }

    /** A mapper that reads and writes under these names. */
    ObjectMapper mapper(Json json) {
        var mapper = json.naming(this);
        // rows that are older than a list do without it
        mapper.configOverride(List.class).setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
        return mapper.setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
            private static final long serialVersionUID = 1;

            @Override
            public NameTransformer findUnwrappingNameTransformer(AnnotatedMember member) {
                return isPart(member.getRawType()) ? NameTransformer.NOP : null;
            }
        });
    }

    @Override
    public String nameForField(MapperConfig<?> config, AnnotatedField field, String component) {
        return name(field, component);
    }

    @Override
    public String nameForConstructorParameter(MapperConfig<?> config, AnnotatedParameter parameter, String component) {
        return name(parameter, component);
    }

    private String name(AnnotatedMember member, String component) {
        return isPart(member.getRawType()) ? component : name(member.getDeclaringClass(), component);
    }

    /**
     * The stored name of a component.
     *
     * @throws IllegalStateException if it has none
     */
    String name(Class<?> type, String component) {
        var name = names.getOrDefault(type, new HashMap<>()).get(component);
        if (name == null) {
            throw new IllegalStateException(
                    "%s of %s has no stored name: give it one in StoredNames".formatted(component, type.getName()));
        }
        return name;
    }
}
