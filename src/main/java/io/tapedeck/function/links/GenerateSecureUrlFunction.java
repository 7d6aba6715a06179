package io.tapedeck.function.links;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.Scope;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.FieldErrors;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.http.SecureLinks;
import io.tapedeck.http.SecureLinks.Grant;
import io.tapedeck.json.UrlView;
import io.tapedeck.recording.AudioFiles;
import io.tapedeck.recording.Clearance;
import io.tapedeck.recording.Recordings;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Makes a link to the audio that works until it expires, and needs no key. */
public class GenerateSecureUrlFunction {
    private static final int LARGEST = 16 * 1024;
    private static final int LONGEST_NAME = 200;
    private static final Duration LONGEST_VALIDITY = Duration.ofDays(7);
    private static final Duration VALIDITY = Duration.ofMinutes(15);

    private final Exchange exchange;
    private final Recordings recordings;
    private final AudioFiles files;
    private final SecureLinks links;

    GenerateSecureUrlFunction(Exchange exchange, Recordings recordings, AudioFiles files, SecureLinks links) {
        this.exchange = exchange;
        this.recordings = recordings;
        this.files = files;
        this.links = links;
    }

    @Funq("generateSecureUrl")
    public APIGatewayV2HTTPResponse generateSecureUrl(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "generateSecureUrl", Scope.DOWNLOAD, this::generateSecureUrl);
    }

    private Reply generateSecureUrl(Request request) {
        var wanted = read(request);
        var recording = recordings.get(request.tenant(), request.recording());
        files.find(recording, wanted.version(), Clearance.REDACTED);
        var expiresAt = recordings.now().plus(wanted.expiresIn());
        var grant = new Grant(
                recording.tenant(),
                recording.id(),
                wanted.version(),
                Optional.empty(),
                expiresAt,
                recording.history().redaction(),
                wanted.inline(),
                wanted.fileName());
        return Reply.of(201, new UrlView(request.base() + links.path(grant), expiresAt))
                .with("cache-control", "no-store");
    }

    private static UrlRequest read(Request request) {
        var errors = new FieldErrors();
        var body = request.json(LARGEST, errors);
        var wanted = new UrlRequest(
                body.integer("expiresIn", 1, LONGEST_VALIDITY.toSeconds())
                        .map(Duration::ofSeconds)
                        .orElse(VALIDITY),
                body.integer("version", 1, Integer.MAX_VALUE).map(Long::intValue),
                body.choice("disposition", Disposition.class)
                        .filter(d -> d == Disposition.INLINE)
                        .isPresent(),
                body.text("fileName", LONGEST_NAME));
        body.done();
        request.query().only();
        errors.refuse();
        return wanted;
    }

    /** What a browser is to do with the audio. */
    enum Disposition {
        INLINE,
        ATTACHMENT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private record UrlRequest(
            Duration expiresIn, Optional<Integer> version, boolean inline, Optional<String> fileName) {}
}
