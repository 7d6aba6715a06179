package io.tapedeck.function.links;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.Scope;
import io.tapedeck.audio.Export;
import io.tapedeck.http.Answers;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.FieldErrors;
import io.tapedeck.http.JobAnswers;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.http.request.ExportReader;
import io.tapedeck.id.JobId;
import io.tapedeck.recording.AudioJobs;
import io.tapedeck.recording.AudioJobs.Accepted;

/** Packs a recording into a ZIP, to which it makes a link. */
public class ExportFunction {
    private static final int LARGEST = 16 * 1024;

    private final Exchange exchange;
    private final AudioJobs jobs;
    private final JobAnswers jobAnswers;
    private final Answers answers;

    ExportFunction(Exchange exchange, AudioJobs jobs, JobAnswers jobAnswers, Answers answers) {
        this.exchange = exchange;
        this.jobs = jobs;
        this.jobAnswers = jobAnswers;
        this.answers = answers;
    }

    @Funq("export")
    public APIGatewayV2HTTPResponse export(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "export", Scope.DOWNLOAD, this::export);
    }

    private Reply export(Request request) {
        var wanted = read(request);
        var actor = request.caller().orElseThrow().actor();
        var accepted = jobs.submit(request.tenant(), request.recording(), wanted, actor, new JobId(request.seed()));
        return jobAnswers.of(request, accepted, (status, now) -> view(request, status, now));
    }

    /** The link, once there is one. */
    private Reply view(Request request, int status, Accepted now) {
        var link = answers.export(request, now.recording(), now.job());
        return link.map(url -> Reply.of(status, url).with("cache-control", "no-store"))
                .orElseGet(() -> Reply.of(status, answers.job(request, now.recording(), now.job())));
    }

    private static Export read(Request request) {
        var errors = new FieldErrors();
        var body = request.json(LARGEST, errors);
        var wanted = ExportReader.read(body);
        body.done();
        request.query().only();
        errors.refuse();
        return wanted;
    }
}
