package io.tapedeck.function.analytics;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.Scope;
import io.tapedeck.analysis.RecordingAnalytics;
import io.tapedeck.audio.Analysis;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.FieldErrors;
import io.tapedeck.http.JobAnswers;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.http.request.AnalysisRequest;
import io.tapedeck.id.JobId;
import io.tapedeck.recording.AudioJobs;
import io.tapedeck.recording.Recordings;

/** Has the figures of a call worked out. */
public class AnalyzeFunction {
    private static final int LARGEST = 1 << 20;

    private final Exchange exchange;
    private final Recordings recordings;
    private final RecordingAnalytics figures;
    private final AudioJobs jobs;
    private final JobAnswers answers;
    private final AnalyticsAnswers analytics;

    AnalyzeFunction(
            Exchange exchange,
            Recordings recordings,
            RecordingAnalytics figures,
            AudioJobs jobs,
            JobAnswers answers,
            AnalyticsAnswers analytics) {
        this.exchange = exchange;
        this.recordings = recordings;
        this.figures = figures;
        this.jobs = jobs;
        this.answers = answers;
        this.analytics = analytics;
    }

    @Funq("analyze")
    public APIGatewayV2HTTPResponse analyze(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "analyze", Scope.WRITE, this::analyze);
    }

    private Reply analyze(Request request) {
        var wanted = read(request);
        if (wanted.namesSpeakers()) {
            figures.checkSpeakers(recordings.get(request.tenant(), request.recording()), wanted);
        }
        var actor = request.caller().orElseThrow().actor();
        var accepted = jobs.submit(request.tenant(), request.recording(), wanted, actor, new JobId(request.seed()));
        return answers.of(request, accepted, analytics::job);
    }

    private static Analysis read(Request request) {
        var errors = new FieldErrors();
        var wanted = AnalysisRequest.read(request.json(LARGEST, errors));
        request.query().only();
        errors.refuse();
        return wanted;
    }
}
