package io.tapedeck.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.funqy.Funq;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tapedeck.access.ApiKey;
import io.tapedeck.function.edge.HealthFunction;
import io.tapedeck.function.triggers.WorkFunction;
import io.tapedeck.http.ProblemView;
import io.tapedeck.http.RecordingPatch;
import io.tapedeck.http.SecureLinks;
import io.tapedeck.json.EventData;
import io.tapedeck.log.InvocationOutcome;
import io.tapedeck.log.Line;
import io.tapedeck.log.Message;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Job;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Walks from all that is read or written as JSON to all that it is made of. */
class NativeReflectionTest {
    private static final List<String> WALKED = List.of("io.tapedeck.", "com.amazonaws.services.lambda.runtime.events.");
    private static final List<Type> STORED = List.of(CallRecording.class, Job.class, AudioVersion.class, ApiKey.class);
    private static final List<Type> WRITTEN = List.of(
            EventData.Snapshot.class,
            ProblemView.class,
            RecordingPatch.Writable.class,
            SecureLinks.Grant.class,
            Line.class,
            Message.class,
            InvocationOutcome.Answered.class,
            InvocationOutcome.Done.class,
            WorkFunction.Order.class,
            HealthFunction.Health.class);
    private static final String ANSWER = "io.tapedeck.http.Idempotency$Answer";

    private final List<Class<?>> classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.tapedeck").stream()
                    .filter(found -> !found.getPackageName().startsWith("io.tapedeck.local"))
                    .<Class<?>>map(JavaClass::reflect)
                    .toList();

    @Test
    void everyTypeThatIsReadOrWrittenAsJsonIsRegistered() throws ClassNotFoundException {
        var reached = new TreeSet<String>();
        var roots = Stream.of(STORED.stream(), WRITTEN.stream(), views(), functions(), Stream.of(Class.forName(ANSWER)))
                .flatMap(types -> types);
        roots.forEach(type -> walk(type, reached));

        assertThat(reached).contains(ANSWER, "io.tapedeck.recording.Retention", "io.tapedeck.audio.Trim");
        assertThat(registered()).containsAll(reached);
    }

    private static Set<String> registered() {
        var annotation = NativeReflection.class.getAnnotation(RegisterForReflection.class);
        var names = new TreeSet<>(List.of(annotation.classNames()));
        Arrays.stream(annotation.targets()).map(Class::getName).forEach(names::add);
        return names;
    }

    private Stream<Type> views() {
        return classes.stream()
                .filter(type -> type.isRecord() && type.getSimpleName().endsWith("View"))
                .map(Type.class::cast);
    }

    private Stream<Type> functions() {
        return classes.stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Funq.class))
                .flatMap(NativeReflectionTest::signature);
    }

    private static Stream<Type> signature(Method function) {
        return Stream.concat(
                Stream.of(function.getGenericReturnType()), Arrays.stream(function.getGenericParameterTypes()));
    }

    private static void walk(Type type, Set<String> reached) {
        switch (type) {
            case Class<?> found when found.isArray() -> walk(found.getComponentType(), reached);
            case Class<?> found when WALKED.stream().anyMatch(found.getName()::startsWith) -> enter(found, reached);
            case ParameterizedType generic -> {
                walk(generic.getRawType(), reached);
                Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> walk(argument, reached));
            }
            case WildcardType wildcard ->
                Arrays.stream(wildcard.getUpperBounds()).forEach(bound -> walk(bound, reached));
            case GenericArrayType array -> walk(array.getGenericComponentType(), reached);
            default -> {}
        }
    }

    private static void enter(Class<?> type, Set<String> reached) {
        if (type.isSealed()) {
            Arrays.stream(type.getPermittedSubclasses()).forEach(kind -> walk(kind, reached));
        }
        if (reached.add(type.getName()) && !type.isEnum()) {
            Arrays.stream(type.getDeclaredFields())
                    .filter(field -> !Modifier.isStatic(field.getModifiers()))
                    .map(Field::getGenericType)
                    .forEach(part -> walk(part, reached));
        }
    }
}
