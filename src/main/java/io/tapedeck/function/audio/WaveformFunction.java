package io.tapedeck.function.audio;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.Scope;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.recording.AudioFiles;
import io.tapedeck.recording.Clearance;
import io.tapedeck.recording.Recordings;
import io.tapedeck.storage.WaveformStore;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Shows the peaks of the current version. */
public class WaveformFunction {
    private final Exchange exchange;
    private final Recordings recordings;
    private final AudioFiles files;
    private final WaveformStore waveforms;

    WaveformFunction(Exchange exchange, Recordings recordings, AudioFiles files, WaveformStore waveforms) {
        this.exchange = exchange;
        this.recordings = recordings;
        this.files = files;
        this.waveforms = waveforms;
    }

    @Funq("waveform")
    public APIGatewayV2HTTPResponse waveform(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "waveform", Scope.READ, this::waveform);
    }

    private Reply waveform(Request request) {
        request.query().only();
        var recording = recordings.get(request.tenant(), request.recording());
        var version = files.find(recording, Optional.empty(), Clearance.REDACTED);
        return waveforms
                .find(version.file().key())
                .map(document -> Reply.ok(new String(document, StandardCharsets.UTF_8)))
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "This recording has no waveform."));
    }
}
