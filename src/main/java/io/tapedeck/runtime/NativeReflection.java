package io.tapedeck.runtime;

import io.quarkus.amazon.lambda.runtime.FunctionError;
import io.tapedeck.json.Json;
import org.graalvm.nativeimage.hosted.Feature;
import org.graalvm.nativeimage.hosted.RuntimeReflection;

/**
 * Tells a native image, while it is built, what Jackson reads and writes by reflection at run time. The build names this class
 * in {@code application.properties}.
 */
final class NativeReflection implements Feature {
    @Override
    public String getDescription() {
        return "What is read and written as JSON";
    }

    @Override
    public void beforeAnalysis(BeforeAnalysisAccess access) {
        JsonTypes.of(new Json()).forEach(NativeReflection::register);
        register(FunctionError.class);
    }

    private static void register(Class<?> type) {
        RuntimeReflection.register(type);
        RuntimeReflection.register(type.getDeclaredConstructors());
        RuntimeReflection.register(type.getDeclaredMethods());
        RuntimeReflection.register(type.getDeclaredFields());
        if (type.isRecord()) {
            RuntimeReflection.registerAllRecordComponents(type);
        }
    }
}
