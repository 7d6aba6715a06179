package io.tapedeck.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tapedeck.storage.UploadStore.PresignedPut;
import io.tapedeck.storage.Uploads.Ticket;
import io.tapedeck.storage.Uploads.TicketPart;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An Upload as the HTTP contract writes it. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record UploadView(
        String method,
        Optional<String> url,
        Map<String, String> headers,
        Instant expiresAt,
        Optional<Long> partSize,
        List<PartView> parts) {

    /** A part and whether it has arrived. */
    public record PartView(int partNumber, String url, boolean received, Optional<String> etag) {
        public static PartView of(TicketPart part) {
            return new PartView(part.number(), part.url(), part.etag().isPresent(), part.etag());
        }
    }

    public static UploadView of(Ticket ticket) {
        return new UploadView(
                "PUT",
                ticket.put().map(PresignedPut::url),
                ticket.put().map(PresignedPut::headers).orElse(Map.of()),
                ticket.expiresAt(),
                ticket.partSize(),
                ticket.parts().stream().map(PartView::of).toList());
    }
}
