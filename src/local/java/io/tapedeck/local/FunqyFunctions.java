package io.tapedeck.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.funqy.lambda.FunqyRequestImpl;
import io.quarkus.funqy.lambda.FunqyResponseImpl;
import io.quarkus.funqy.runtime.ApplicationException;
import io.quarkus.funqy.runtime.FunctionInvoker;
import io.quarkus.funqy.runtime.FunctionRecorder;
import io.quarkus.funqy.runtime.RequestContextImpl;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionException;

/** Calls the functions of this process in the way in which the Lambda runtime calls them. */
@Singleton
class FunqyFunctions implements Functions {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public JsonNode invoke(String name, JsonNode event) throws Exception {
        FunctionInvoker function = FunctionRecorder.registry.matchInvoker(name);
        if (function == null) {
            throw new IllegalArgumentException("there is no function " + name);
        }
        Object answer = call(function, input(function, event));
        return answer == null ? JSON.nullNode() : output(function, answer);
    }

    private static Object call(FunctionInvoker function, Object input) throws Exception {
        ManagedContext context = Arc.container().requestContext();
        context.activate();
        try {
            FunqyResponseImpl response = new FunqyResponseImpl();
            function.invoke(new FunqyRequestImpl(new RequestContextImpl(), input), response);
            return response.getOutput().await().indefinitely();
        } catch (ApplicationException | CompletionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            context.terminate();
        }
    }

    private static Object input(FunctionInvoker function, JsonNode event) throws JsonProcessingException {
        if (!function.hasInput()) {
            return null;
        }
        ObjectReader reader = (ObjectReader) function.getBindingContext().get(ObjectReader.class.getName());
        return reader.readValue(event.toString());
    }

    private static JsonNode output(FunctionInvoker function, Object answer) throws JsonProcessingException {
        ObjectWriter writer = (ObjectWriter) function.getBindingContext().get(ObjectWriter.class.getName());
        return JSON.readTree(writer.writeValueAsString(answer));
    }
}
