package io.tapedeck.function.recordings;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.Scope;
import io.tapedeck.analysis.RecordingAnalytics;
import io.tapedeck.http.Answers;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.json.Json;
import io.tapedeck.json.RecordingView;
import io.tapedeck.json.TranscriptViews;
import io.tapedeck.json.analytics.AnalyticsViews;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Clearance;
import io.tapedeck.recording.Recordings;
import io.tapedeck.transcription.RecordingTranscripts;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Shows a recording. */
public class RetrieveFunction {
    private static final String TRANSCRIPT = "transcript";
    private static final String ANALYTICS = "analytics";
    private static final Set<String> DOCUMENTS = Set.of(TRANSCRIPT, ANALYTICS);

    private final Exchange exchange;
    private final Answers answers;
    private final Recordings recordings;
    private final RecordingTranscripts transcripts;
    private final RecordingAnalytics analytics;
    private final AnalyticsViews figures;
    private final Json json;

    RetrieveFunction(
            Exchange exchange,
            Answers answers,
            Recordings recordings,
            RecordingTranscripts transcripts,
            RecordingAnalytics analytics,
            AnalyticsViews figures,
            Json json) {
        this.exchange = exchange;
        this.answers = answers;
        this.recordings = recordings;
        this.transcripts = transcripts;
        this.analytics = analytics;
        this.figures = figures;
        this.json = json;
    }

    @Funq("retrieve")
    public APIGatewayV2HTTPResponse retrieve(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "retrieve", Scope.READ, this::retrieve);
    }

    private Reply retrieve(Request request) {
        request.query().only("include");
        var documents =
                request.query().text("include").map(RetrieveFunction::documents).orElse(List.of());
        var recording = recordings.getInProgress(request.tenant(), request.recording());
        var view = answers.view(request, recording);
        return answers.recording(200, recording, isThere(recording) ? with(documents, view, recording) : view);
    }

    private static List<String> documents(String list) {
        var names = List.of(list.split(",", -1));
        if (!DOCUMENTS.containsAll(names)) {
            throw ProblemException.invalid("include", "must be a comma-separated list of transcript, analytics");
        }
        return names;
    }

    /** Of audio that has expired only the reference to the transcript is shown. */
    private boolean isThere(CallRecording recording) {
        return !recording.lifecycle().isDeleted() && !recording.retention().isExpired(recordings.now());
    }

    private RecordingView with(List<String> documents, RecordingView view, CallRecording recording) {
        var written = documents.contains(TRANSCRIPT) ? withTranscript(view, recording) : view;
        return documents.contains(ANALYTICS) ? withAnalytics(written, recording) : written;
    }

    private RecordingView withTranscript(RecordingView view, CallRecording recording) {
        return TranscriptViews.of(recording.id(), transcripts.find(recording, Optional.empty(), Clearance.REDACTED))
                .map(whole -> view.withTranscript(json.raw(whole)))
                .orElse(view);
    }

    private RecordingView withAnalytics(RecordingView view, CallRecording recording) {
        return figures.of(recording.id(), analytics.find(recording))
                .map(view::withAnalytics)
                .orElse(view);
    }
}
