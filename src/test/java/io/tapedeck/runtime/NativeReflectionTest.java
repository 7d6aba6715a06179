package io.tapedeck.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.funqy.Funq;
import io.tapedeck.audio.Trim;
import io.tapedeck.http.Idempotency;
import io.tapedeck.json.Json;
import io.tapedeck.recording.Retention;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Looks for what is read or written as JSON by other signs than the walk that a native image is told by. */
class NativeReflectionTest {
    private static final Json JSON = new Json();
    private static final Set<Class<?>> REACHED = JsonTypes.of(JSON);

    private static final List<JavaClass> CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.tapedeck").stream()
                    .filter(found -> !found.getPackageName().startsWith("io.tapedeck.local"))
                    .toList();

    @Test
    void whatIsReachedIsMadeOfWhatIsReached() {
        assertThat(REACHED)
                .contains(Idempotency.Answer.class, Retention.class, Trim.class)
                .contains(JSON.mapper().findMixInClassFor(io.tapedeck.audio.Task.class));
    }

    @Test
    void everyViewIsReached() {
        assertThat(records().filter(type -> type.getSimpleName().endsWith("View")))
                .isNotEmpty()
                .allSatisfy(NativeReflectionTest::isReached);
    }

    @Test
    void everyRecordOfTheRoomsThatWriteJsonIsReached() {
        assertThat(records()
                        .filter(type ->
                                List.of("io.tapedeck.json", "io.tapedeck.log").contains(type.getPackageName())))
                .isNotEmpty()
                .allSatisfy(NativeReflectionTest::isReached);
    }

    @Test
    void everyRecordThatSaysHowItIsWrittenIsReached() {
        assertThat(records().filter(NativeReflectionTest::isAnnotatedForJackson))
                .isNotEmpty()
                .allSatisfy(NativeReflectionTest::isReached);
    }

    @Test
    void whateverAFunctionTakesAndGivesIsReached() {
        var functions = CLASSES.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Funq.class));
        assertThat(functions.flatMap(
                        method -> Stream.concat(method.getParameterTypes().stream(), Stream.of(method.getReturnType()))
                                .flatMap(type -> type.getAllInvolvedRawTypes().stream())))
                .isNotEmpty()
                .allSatisfy(type -> {
                    if (!type.isPrimitive()) {
                        isReached(type);
                    }
                });
    }

    @Test
    void theBuildIsToldOfTheFeature() throws IOException {
        var properties = new Properties();
        try (var file = new FileInputStream("src/main/resources/application.properties")) {
            properties.load(file);
        }
        assertThat(properties
                        .getProperty("quarkus.native.additional-build-args")
                        .split(","))
                .contains("--features=" + NativeReflection.class.getName());
    }

    private Stream<JavaClass> records() {
        return CLASSES.stream().filter(JavaClass::isRecord);
    }

    private static void isReached(JavaClass type) {
        assertThat(REACHED)
                .as("name %s, or what it belongs to, in JsonTypes", type.getName())
                .contains(type.reflect());
    }

    private static boolean isAnnotatedForJackson(JavaClass type) {
        return Stream.concat(
                        type.getAnnotations().stream(),
                        type.getMembers().stream()
                                .map(JavaMember::getAnnotations)
                                .flatMap(Set::stream))
                .map(JavaAnnotation::getRawType)
                .anyMatch(annotation -> annotation.getPackageName().startsWith("com.fasterxml.jackson"));
    }
}
