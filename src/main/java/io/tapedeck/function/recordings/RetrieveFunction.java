package io.tapedeck.function.recordings;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.Scope;
import io.tapedeck.http.Answers;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.recording.Recordings;
import java.util.Arrays;
import java.util.Set;

/** Shows a recording. */
public class RetrieveFunction {
    private static final Set<String> DOCUMENTS = Set.of("transcript", "analytics");

    private final Exchange exchange;
    private final Answers answers;
    private final Recordings recordings;

    RetrieveFunction(Exchange exchange, Answers answers, Recordings recordings) {
        this.exchange = exchange;
        this.answers = answers;
        this.recordings = recordings;
    }

    @Funq("retrieve")
    public APIGatewayV2HTTPResponse retrieve(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "retrieve", Scope.READ, this::retrieve);
    }

    private Reply retrieve(Request request) {
        request.query().only("include");
        request.query().text("include").ifPresent(RetrieveFunction::checkDocuments);
        return answers.recording(200, request, recordings.getInProgress(request.tenant(), request.recording()));
    }

    private static void checkDocuments(String list) {
        if (!DOCUMENTS.containsAll(Arrays.asList(list.split(",", -1)))) {
            throw ProblemException.invalid("include", "must be a comma-separated list of transcript, analytics");
        }
    }
}
