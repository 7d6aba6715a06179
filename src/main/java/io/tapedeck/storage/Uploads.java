package io.tapedeck.storage;

import static java.util.Objects.requireNonNull;

import io.tapedeck.storage.MultipartStore.ArrivedPart;
import io.tapedeck.storage.MultipartStore.Part;
import io.tapedeck.storage.UploadStore.PresignedPut;
import io.tapedeck.storage.UploadTerms.Multipart;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Hands out the URLs by which audio is sent. */
public final class Uploads {
    /** How long a URL works. */
    public static final Duration URL_VALIDITY = Duration.ofHours(1);

    /** How long an upload may take, from the last time that URLs were asked for. */
    public static final Duration WINDOW = Duration.ofHours(24);

    private static final int OPEN_ENDED_PARTS = 100;
    private static final int MAX_PARTS = 10_000;
    private static final long DEFAULT_PART_SIZE = 8L << 20;

    private final UploadStore uploads;
    private final MultipartStore multiparts;

    public Uploads(UploadStore uploads, MultipartStore multiparts) {
        this.uploads = uploads;
        this.multiparts = multiparts;
    }

    /** The terms of an upload in parts, begun in the store. */
    public UploadTerms startMultipart(ObjectKey key, UploadTerms terms, Optional<Long> partSize) {
        var id = multiparts.start(key, terms.contentType());
        return new UploadTerms(
                terms.fileSize(),
                terms.contentType(),
                terms.sha256(),
                Optional.of(new Multipart(id, partSize.orElse(DEFAULT_PART_SIZE))),
                terms.rawFormat());
    }

    /** Fresh URLs for an upload. */
    public Ticket issue(ObjectKey key, UploadTerms terms, Instant now) {
        var expiresAt = now.plus(URL_VALIDITY);
        return terms.multipart()
                .map(multipart -> parts(key, terms, multipart, expiresAt))
                .orElseGet(() -> new Ticket(
                        Optional.of(uploads.presignUpload(key, terms, URL_VALIDITY)),
                        Optional.empty(),
                        List.of(),
                        expiresAt));
    }

    /**
     * Why parts cannot be put together yet: not all that was announced is among them. Nothing if it is, if nothing was
     * announced, or if they are not what has arrived, which the store finds out.
     */
    public Optional<String> missing(ObjectKey key, UploadTerms terms, Multipart multipart, List<Part> parts) {
        return terms.fileSize().flatMap(announced -> {
            var sizes = multiparts.parts(key, multipart.id()).stream()
                    .collect(Collectors.toMap(ArrivedPart::number, ArrivedPart::size));
            if (!parts.stream().map(Part::number).allMatch(sizes::containsKey)) {
                return Optional.empty();
            }
            var size = parts.stream().map(Part::number).mapToLong(sizes::get).sum();
            return Optional.of("must have %d bytes together, as fileSize says, not %d".formatted(announced, size))
                    .filter(_ -> size != announced);
        });
    }

    private Ticket parts(ObjectKey key, UploadTerms terms, Multipart multipart, Instant expiresAt) {
        var received = multiparts.parts(key, multipart.id()).stream()
                .collect(Collectors.toMap(ArrivedPart::number, Function.identity()));
        var parts = IntStream.rangeClosed(1, count(terms, multipart, received))
                .mapToObj(number -> new TicketPart(
                        number,
                        multiparts.presignPart(key, multipart.id(), number, URL_VALIDITY),
                        Optional.ofNullable(received.get(number)).map(ArrivedPart::etag)))
                .toList();
        return new Ticket(Optional.empty(), Optional.of(multipart.partSize()), parts, expiresAt);
    }

    private static int count(UploadTerms terms, Multipart multipart, Map<Integer, ArrivedPart> received) {
        var last = received.keySet().stream().max(Integer::compare).orElse(0);
        var size = multipart.partSize();
        return terms.fileSize()
                .map(total -> (int) Math.min(MAX_PARTS, (total + size - 1) / size))
                .orElse(Math.min(MAX_PARTS, last + OPEN_ENDED_PARTS));
    }

    /**
     * How to send the audio: by one PUT or in parts.
     *
     * @param partSize bytes of every part but the last
     * @param expiresAt until when the URLs work
     */
    public record Ticket(
            Optional<PresignedPut> put, Optional<Long> partSize, List<TicketPart> parts, Instant expiresAt) {
        public Ticket {
            requireNonNull(put);
            requireNonNull(partSize);
            requireNonNull(expiresAt);
            parts = List.copyOf(parts);
        }
    }

    /**
     * A part to be sent.
     *
     * @param etag of what has arrived already
     */
    public record TicketPart(int number, String url, Optional<String> etag) {
        public TicketPart {
            requireNonNull(url);
            requireNonNull(etag);
        }
    }
}
