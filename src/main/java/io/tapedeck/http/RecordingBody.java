package io.tapedeck.http;

import io.tapedeck.problem.ProblemException;
import io.tapedeck.siprec.RecordedCall;
import io.tapedeck.siprec.RecordingMetadata;
import java.util.List;
import java.util.Optional;

/**
 * What a body says of a recording that is to be.
 *
 * @param fields what its JSON says; none where there is no JSON
 * @param recorded what a session recording client says of the call
 */
public record RecordingBody(Fields fields, Optional<RecordedCall> recorded) {
    private static final String RS_METADATA = "application/rs-metadata+xml";
    private static final String FORM_DATA = "multipart/form-data";
    private static final String MIXED = "multipart/mixed";
    private static final String[] TYPES = {Request.JSON, RS_METADATA, FORM_DATA, MIXED};

    /** JSON and metadata. */
    private static final int MOST_PARTS = 2;

    /** Bytes of boundaries, headers and what stands around the parts. */
    private static final int AROUND_PARTS = 16 * 1024;

    static RecordingBody read(Body body, Optional<String> contentType, int largest, FieldErrors errors) {
        return switch (Body.type(contentType).orElse(Request.JSON)) {
            case RS_METADATA ->
                new RecordingBody(Fields.none(errors), Optional.of(recorded(body, contentType, largest)));
            case FORM_DATA, MIXED -> parted(body, contentType.orElseThrow(), largest, errors);
            default ->
                new RecordingBody(new Fields(body.object(contentType, largest, TYPES), "", errors), Optional.empty());
        };
    }

    private static RecordingBody parted(Body body, String contentType, int largest, FieldErrors errors) {
        body.checkSize(MOST_PARTS * largest + AROUND_PARTS);
        var parts = Multipart.parts(contentType, body.bytes(), MOST_PARTS);
        var said = part(parts, Request.JSON);
        var recorded = part(parts, RS_METADATA);
        var object = body.of(said.content()).object(Optional.of(said.contentType()), largest, Request.JSON);
        return new RecordingBody(
                new Fields(object, "", errors),
                Optional.of(recorded(body.of(recorded.content()), Optional.of(recorded.contentType()), largest)));
    }

    private static Multipart.Part part(List<Multipart.Part> parts, String type) {
        return parts.stream().filter(part -> part.isOf(type)).findFirst().orElseThrow(() -> wrong(type));
    }

    private static ProblemException wrong(String type) {
        return Multipart.wrong("must have one part that is %s and one that is %s, as its Content-Type says; none is %s"
                .formatted(Request.JSON, RS_METADATA, type));
    }

    private static RecordedCall recorded(Body body, Optional<String> contentType, int largest) {
        return RecordingMetadata.read(body.required().xml(contentType, largest, RS_METADATA));
    }
}
