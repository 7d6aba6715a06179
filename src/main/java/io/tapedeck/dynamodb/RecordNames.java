package io.tapedeck.dynamodb;

import com.fasterxml.jackson.databind.PropertyNamingStrategy;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedField;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Stored names of the components of records. Nothing is taken for granted: a component without a stored name, a name without
 * a component and a record of which nothing is said are all refused, so that no name is stored or lost by accident.
 */
final class RecordNames extends PropertyNamingStrategy {
    private static final long serialVersionUID = 1;

    /** By record and component. */
    private final HashMap<Class<?>, HashMap<String, String>> names = new HashMap<>();

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

    /**
     * The same, once it is known to fit the records.
     *
     * @throws IllegalStateException if a component has no stored name, or a stored name no component
     */
    RecordNames checked() {
        names.forEach((type, ofType) -> {
            var components = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getName)
                    .collect(Collectors.toSet());
            if (!components.equals(ofType.keySet())) {
                throw new IllegalStateException("%s has the components %s, but stored names for %s: see StoredNames"
                        .formatted(type.getName(), components, ofType.keySet()));
            }
        });
        return this;
    }

    /** The stored names of the components that may be absent. */
    List<String> optional(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getType() == Optional.class)
                .map(component -> name(type, component.getName()))
                .toList();
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
        return name(member.getDeclaringClass(), component);
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
