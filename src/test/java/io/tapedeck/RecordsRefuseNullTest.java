package io.tapedeck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.Ulid;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is absent is an Optional: no record of the core takes null for anything. */
class RecordsRefuseNullTest {
    private static final String[] CORE = {
        "io.tapedeck.recording", "io.tapedeck.access", "io.tapedeck.storage", "io.tapedeck.audio", "io.tapedeck.problem"
    };
    private static final Map<Class<?>, Object> SAMPLES = Map.ofEntries(
            Map.entry(boolean.class, false),
            Map.entry(int.class, 1),
            Map.entry(long.class, 1L),
            Map.entry(double.class, 1.0),
            Map.entry(String.class, "x"),
            Map.entry(Object.class, "x"),
            Map.entry(Optional.class, Optional.empty()),
            Map.entry(List.class, List.of()),
            Map.entry(Set.class, Set.of()),
            Map.entry(Map.class, Map.of()),
            Map.entry(Duration.class, Duration.ZERO),
            Map.entry(Instant.class, Instant.EPOCH),
            Map.entry(Path.class, Path.of("x")),
            Map.entry(Ulid.class, Ulid.first(Instant.ofEpochMilli(1))),
            Map.entry(TenantId.class, new TenantId("acme")),
            Map.entry(RecordingId.class, new RecordingId(Ulid.first(Instant.ofEpochMilli(1)))));

    @Test
    void noRecordOfTheCoreTakesNull() {
        var records = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(CORE).stream()
                        .map(JavaClass::reflect)
                        .filter(Class::isRecord)
                        .toList();

        assertThat(records).hasSizeGreaterThan(60).allSatisfy(RecordsRefuseNullTest::refusesNull);
    }

    private static void refusesNull(Class<?> type) {
        var components = type.getRecordComponents();
        IntStream.range(0, components.length)
                .filter(i -> !components[i].getType().isPrimitive())
                .forEach(i -> {
                    var values = samples(components);
                    values[i] = null;
                    assertThatThrownBy(() -> make(constructor(type), values))
                            .as("%s without %s", type.getName(), components[i].getName())
                            .isInstanceOf(NullPointerException.class);
                });
    }

    private static Object[] samples(RecordComponent[] components) {
        return Arrays.stream(components)
                .map(component -> sample(component.getGenericType(), component.getType()))
                .toArray();
    }

    private static Object sample(Type type, Class<?> raw) {
        if (SAMPLES.containsKey(raw)) {
            return SAMPLES.get(raw);
        } else if (raw.isArray()) {
            return Array.newInstance(raw.getComponentType(), 0);
        } else if (raw.isEnum()) {
            return raw.getEnumConstants()[0];
        } else if (raw.isSealed()) {
            return sample(type, raw.getPermittedSubclasses()[0]);
        } else if (raw.isRecord()) {
            return make(constructor(raw), samples(raw.getRecordComponents()));
        } else if (raw.isInterface()) {
            return Proxy.newProxyInstance(raw.getClassLoader(), new Class<?>[] {raw}, (_, _, _) -> null);
        }
        throw new IllegalArgumentException("there is no sample of " + type);
    }

    private static Constructor<?> constructor(Class<?> type) {
        try {
            var types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    private static Object make(Constructor<?> constructor, Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new AssertionError(e);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
