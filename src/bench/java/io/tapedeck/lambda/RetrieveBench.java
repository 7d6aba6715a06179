package io.tapedeck.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapedeck.bench.Duel;
import io.tapedeck.bench.Report;
import io.tapedeck.bench.Side;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;

/**
 * The function "retrieve" as Lambda runs it, against the same function in Python and in Node. All read the same completed
 * recording, which the functions themselves have taken in.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RetrieveBench {
    private static final String PYTHON = "Python 3, boto3";
    private static final String NODE = "Node 20, SDK v3";
    private static final Comparator<JsonNode> NUMBERS_BY_VALUE = (one, other) -> one.isNumber() && other.isNumber()
            ? one.decimalValue().compareTo(other.decimalValue())
            : one.equals(other) ? 0 : 1;

    private final Deployment deployment = new Deployment();
    private final Program ours = new Program(deployment, "Tapedeck", deployment.command("retrieve"));
    private final Program python = peer(PYTHON, "/usr/bin/python3", "src/bench/python/retrieve.py");
    private final Program node = peer(NODE, "node", "target/bench/node/retrieve.mjs");
    private final String function = "retrieve on " + deployment.artifact().runtime();
    private JsonNode event;

    @BeforeAll
    void takeACallIn() throws Exception {
        try (var uploads = new Uploads(deployment, new HttpApi(deployment))) {
            var upload = uploads.upload();
            deployment.function("ingest").answer(upload.notice());
            event = event(upload.recording());
        }
        agree(python);
        agree(node);
    }

    @AfterAll
    void close() throws Exception {
        deployment.close();
    }

    @Test
    void coldStart(TestInfo test) throws Exception {
        var outcome = new Duel(2, 21)
                .of(
                        new Side(ours.name(), () -> ours.coldStart(event)),
                        new Side(PYTHON, () -> python.coldStart(event)),
                        new Side(NODE, () -> node.coldStart(event)));

        var name = function + ", exec to first answer";
        Report.of(test)
                .add(
                        outcome.row(name, "ms", 0, PYTHON).atMost(0.2),
                        outcome.row(name, "ms", 0, NODE).atMost(0.5));
    }

    @Test
    void warm(TestInfo test) throws Exception {
        var outcome = new Duel(1, 21)
                .of(
                        new Side(ours.name(), () -> ours.warm(event)),
                        new Side(PYTHON, () -> python.warm(event)),
                        new Side(NODE, () -> node.warm(event)));

        var report = Report.of(test);
        report.add(outcome.rows(function + ", warm, median", "ms", 0));
        report.add(outcome.rows(function + ", warm, p99", "ms", 1));
        report.add(outcome.rows(function + ", RSS after 1,000 invocations", "MB", 2).stream()
                .map(row -> row.under(60))
                .toList());
    }

    /** Whatever differs from our answer makes the comparison void. */
    private void agree(Program peer) {
        var expected = ours.answer(event);
        var answer = peer.answer(event);
        assertThat(answer.status()).isEqualTo(expected.status()).isEqualTo(200);
        assertThat(answer.headers()).isEqualTo(expected.headers());
        assertThat(answer.json().equals(NUMBERS_BY_VALUE, expected.json()))
                .as("%s answers %s, and not %s", peer.name(), answer.body(), expected.body())
                .isTrue();
    }

    private Program peer(String name, String interpreter, String script) {
        var path = Path.of(script).toAbsolutePath().toString();
        return new Program(deployment, name, List.of(interpreter, path));
    }

    /** A request of somebody who may read and not download: then the answer has no link that is signed anew each time. */
    private static JsonNode event(String recording) {
        var event = Payload.read("retrieve-encoded-path", Map.of("PERCENT", recording, "RECORDING", recording));
        event.withObject("/requestContext/authorizer/lambda")
                .put("tenant", "operator")
                .put("scopes", "read");
        return event;
    }
}
