package io.tapedeck.openai;

import io.tapedeck.audio.Transcription;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.entity.mime.HttpMultipartMode;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;

/** How a piece is sent: the form that OpenAI's documentation has, with times of words and of segments. */
final class OpenAiRequest {
    private static final ContentType TEXT = ContentType.create("text/plain", StandardCharsets.UTF_8);
    private static final ContentType WAV = ContentType.create("audio/wav");
    /** Characters; of more, models only take the end. */
    private static final int LONGEST_PROMPT = 800;

    private OpenAiRequest() {}

    static HttpPost of(OpenAiServer server, Path wav, Transcription task) {
        var request = new HttpPost(server.transcriptions());
        server.key().ifPresent(key -> request.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + key));
        request.setHeader(HttpHeaders.ACCEPT, "application/json");
        request.setEntity(form(server, wav, task));
        return request;
    }

    private static HttpEntity form(OpenAiServer server, Path wav, Transcription task) {
        var form = MultipartEntityBuilder.create()
                .setMode(HttpMultipartMode.EXTENDED)
                .addBinaryBody("file", wav.toFile(), WAV, "piece.wav")
                .addTextBody("model", server.model(), TEXT)
                .addTextBody("response_format", "verbose_json", TEXT)
                .addTextBody("timestamp_granularities[]", "word", TEXT)
                .addTextBody("timestamp_granularities[]", "segment", TEXT);
        task.baseLanguage().ifPresent(language -> form.addTextBody("language", language, TEXT));
        if (!task.vocabulary().isEmpty()) {
            form.addTextBody("prompt", prompt(task), TEXT);
        }
        return form.build();
    }

    private static String prompt(Transcription task) {
        var prompt = new StringBuilder();
        for (var word : task.vocabulary()) {
            if (prompt.length() + word.length() + 2 > LONGEST_PROMPT) {
                break;
            }
            prompt.append(prompt.isEmpty() ? "" : ", ").append(word);
        }
        return prompt.toString();
    }
}
