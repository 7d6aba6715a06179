package io.tapedeck.function.edge;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.http.Routes;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;

/** Answers what no route takes: the address is unknown, or known with other methods. */
public class UnmatchedFunction {
    private final Exchange exchange;
    private final Routes routes;

    UnmatchedFunction(Exchange exchange, Routes routes) {
        this.exchange = exchange;
        this.routes = routes;
    }

    @Funq("unmatched")
    public APIGatewayV2HTTPResponse unmatched(APIGatewayV2HTTPEvent event) {
        return exchange.answerAnyone(event, "unmatched", this::unmatched);
    }

    private Reply unmatched(Request request) {
        var methods = routes.methods(request.rawPath());
        if (methods.isEmpty()) {
            throw new ProblemException(ProblemType.NOT_FOUND, "There is no resource at this address.");
        }
        return exchange.problem(new ProblemException(
                        ProblemType.METHOD_NOT_ALLOWED,
                        "This address accepts only " + String.join(", ", methods) + "."))
                .with("allow", String.join(", ", methods));
    }
}
