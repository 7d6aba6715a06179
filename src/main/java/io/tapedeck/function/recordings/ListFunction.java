package io.tapedeck.function.recordings;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.Scope;
import io.tapedeck.http.Answers;
import io.tapedeck.http.Cursors;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.Query;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.json.PageView;
import io.tapedeck.recording.RecordingQuery;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.Status;
import java.util.Optional;

/** Lists recordings, newest first. */
public class ListFunction {
    private static final int LONGEST_ID = 256;
    private static final int MOST_TAGS = 50;

    private final Exchange exchange;
    private final Answers answers;
    private final Cursors cursors;
    private final RecordingStore store;

    ListFunction(Exchange exchange, Answers answers, Cursors cursors, RecordingStore store) {
        this.exchange = exchange;
        this.answers = answers;
        this.cursors = cursors;
        this.store = store;
    }

    @Funq("list")
    public APIGatewayV2HTTPResponse list(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "list", Scope.READ, this::list);
    }

    private Reply list(Request request) {
        var first = query(request);
        var conditions = first.page(0, Optional.empty()).toString();
        var after = cursors.read(request.tenant(), conditions, request.query().text("cursor"));
        var page = store.list(first.page(first.limit(), after));
        var items = page.items().stream()
                .map(recording -> answers.view(request, recording))
                .toList();
        return Reply.ok(new PageView<>(
                items, page.next().map(next -> cursors.write(request.tenant(), conditions, next))));
    }

    private static RecordingQuery query(Request request) {
        var query = request.query();
        var wanted = new RecordingQuery(
                request.tenant(),
                query.text("call", LONGEST_ID),
                query.text("assistant", LONGEST_ID),
                query.text("phoneNumber", LONGEST_ID),
                query.choice("status", Status.class),
                query.texts("tag", MOST_TAGS),
                query.time("from"),
                query.time("to"),
                limit(query),
                Optional.empty());
        query.only("call", "assistant", "phoneNumber", "status", "tag", "from", "to", "limit", "cursor");
        return wanted;
    }

    private static int limit(Query query) {
        return query.integer("limit", 1, 100).orElse(25L).intValue();
    }
}
