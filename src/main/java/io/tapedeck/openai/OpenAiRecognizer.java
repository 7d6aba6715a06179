package io.tapedeck.openai;

import io.tapedeck.audio.Transcription;
import io.tapedeck.egress.Limits;
import io.tapedeck.egress.PinnedClient;
import io.tapedeck.egress.RetryAfter;
import io.tapedeck.problem.Failure;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.TemporaryFailureException;
import io.tapedeck.transcript.NoiseTokens;
import io.tapedeck.transcript.Origin;
import io.tapedeck.transcript.Recognizer;
import io.tapedeck.transcript.Word;
import io.tapedeck.transcript.format.WhisperJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;

/**
 * Has a server hear pieces of a channel: OpenAI's, or any that speaks its {@code POST /v1/audio/transcriptions} (Groq, vLLM,
 * speaches, whisper.cpp's). A request goes to that server alone, whatever it redirects to. Servers that do not say when each word
 * was said get the times of their segments, in which those of the words are guessed.
 *
 * <p>That a server does not know a language or does not take a key shows only when it is asked, so nothing is refused beforehand:
 * the job is tried as often as any other, and fails with the reason of the last time.
 */
public final class OpenAiRecognizer implements Recognizer {
    private static final String ENGINE = "openai";
    /** Bytes of an answer, some hundred times those of a piece in which somebody talks. */
    private static final int LARGEST = 8 << 20;

    private static final int LONGEST_REFUSAL = 1 << 14;
    private static final int OK = 200;

    private final OpenAiServer server;
    private final Limits limits;
    private final CloseableHttpClient client;

    public OpenAiRecognizer(OpenAiServer server, SSLContext tls) {
        this(server, tls, Duration.ofMinutes(10));
    }

    /** @param longest for a piece, whatever its length */
    OpenAiRecognizer(OpenAiServer server, SSLContext tls, Duration longest) {
        this.server = server;
        this.limits = new Limits(LARGEST, longest, Duration.ofSeconds(10), longest, 0);
        this.client = PinnedClient.create(SystemDefaultDnsResolver.INSTANCE, tls, limits);
    }

    @Override
    public Origin origin(Transcription request) {
        return new Origin(ENGINE, Optional.of(server.model()), request.language());
    }

    @Override
    public Optional<Failure> refusal(Transcription request) {
        return Optional.empty();
    }

    /** {@inheritDoc} A server has 30 s and four times the piece's length, ten minutes at most. */
    @Override
    public List<Word> words(Path wav, double duration, Transcription request) throws InterruptedException {
        var answer = answer(OpenAiRequest.of(server, wav, request), patience(duration));
        try {
            return NoiseTokens.without(WhisperJson.words(answer, duration));
        } catch (ProblemException | IllegalArgumentException unreadable) {
            throw OpenAiRefusal.unreadable(unreadable.getMessage());
        }
    }

    private Duration patience(double duration) {
        var patience = Duration.ofSeconds(30 + Math.round(4 * duration));
        return patience.compareTo(limits.total()) < 0 ? patience : limits.total();
    }

    /**
     * Whoever stops waiting ends the request, and so does the time. It ends at once: closing the response would first read on to
     * its end.
     */
    private byte[] answer(HttpPost request, Duration patience) throws InterruptedException {
        try (var waiting = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                return waiting.submit(() -> body(client.executeOpen(null, request, null)))
                        .get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException slow) {
                throw OpenAiRefusal.unreachable("The engine took too long.");
            } catch (ExecutionException e) {
                throw e.getCause() instanceof TemporaryFailureException known
                        ? known
                        : OpenAiRefusal.unreachable("The connection to the engine failed.");
            } finally {
                request.cancel();
            }
        }
    }

    private static byte[] body(ClassicHttpResponse response) throws IOException {
        if (response.getCode() != OK) {
            throw OpenAiRefusal.of(
                    response.getCode(),
                    new String(read(response, LONGEST_REFUSAL), StandardCharsets.UTF_8),
                    RetryAfter.of(response));
        }
        var body = read(response, LARGEST + 1);
        if (body.length > LARGEST) {
            throw OpenAiRefusal.unreadable("it has more than %d bytes".formatted(LARGEST));
        }
        return body;
    }

    /** As much as is wanted, and no more. */
    private static byte[] read(ClassicHttpResponse response, int most) throws IOException {
        var entity = response.getEntity();
        return entity == null ? new byte[0] : entity.getContent().readNBytes(most);
    }
}
