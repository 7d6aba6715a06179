package io.tapedeck.function.links;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.Scope;
import io.tapedeck.http.ContentDisposition;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.json.AudioFileView;
import io.tapedeck.recording.AudioFiles;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Recordings;
import io.tapedeck.storage.AudioStore;
import java.time.Duration;
import java.util.Locale;

/** Says where to get the audio, and counts it as a download. */
public class DownloadFunction {
    private static final Duration VALIDITY = Duration.ofMinutes(15);

    private final Exchange exchange;
    private final Recordings recordings;
    private final AudioFiles files;
    private final Downloads downloads;
    private final AudioStore audio;

    DownloadFunction(
            Exchange exchange, Recordings recordings, AudioFiles files, Downloads downloads, AudioStore audio) {
        this.exchange = exchange;
        this.recordings = recordings;
        this.files = files;
        this.downloads = downloads;
        this.audio = audio;
    }

    @Funq("download")
    public APIGatewayV2HTTPResponse download(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "download", Scope.DOWNLOAD, this::download);
    }

    private Reply download(Request request) {
        var number = request.query().integer("version", 1, Integer.MAX_VALUE).map(Long::intValue);
        var isRedirect = request.query().flag("redirect")
                || request.header("accept").filter(DownloadFunction::wantsAudio).isPresent();
        request.query().only("version", "redirect");
        var recording = recordings.get(request.tenant(), request.recording());
        var version = files.find(recording, number, request.clearance());
        downloads.count(recording, request.caller().orElseThrow().actor());
        var file = file(recording, version);
        return isRedirect ? Reply.redirect(file.url()) : Reply.ok(file).with("cache-control", "no-store");
    }

    private static boolean wantsAudio(String accept) {
        return accept.strip().toLowerCase(Locale.ROOT).startsWith("audio/");
    }

    private AudioFileView file(CallRecording recording, AudioVersion version) {
        var name = AudioFiles.fileName(recording, version);
        var measures = version.measures();
        var type = measures.format().contentType();
        var url =
                audio.presignDownload(version.file().key(), type, ContentDisposition.ATTACHMENT.value(name), VALIDITY);
        return new AudioFileView(
                recording.id().toString(),
                version.number(),
                url,
                name,
                type,
                measures.format(),
                measures.codec(),
                version.file().size(),
                measures.duration(),
                version.file().sha256(),
                recordings.now().plus(VALIDITY));
    }
}
