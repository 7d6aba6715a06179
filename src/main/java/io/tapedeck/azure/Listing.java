package io.tapedeck.azure;

import static java.util.Objects.requireNonNull;

import io.tapedeck.storage.KeyPrefix;
import io.tapedeck.storage.ObjectKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.http.SdkHttpMethod;

/** Lists objects, those among them of which only blocks have arrived. */
final class Listing {
    static final int MOST = 5000;

    private static final String NAME = "EnumerationResults/Blobs/Blob/Name";
    private static final String NEXT = "EnumerationResults/NextMarker";

    private final BlobService service;
    private final AzureContainer container;
    private final int pageSize;

    /** @param pageSize how many names one answer has at most, of 5000 that it may have */
    Listing(BlobService service, AzureContainer container, int pageSize) {
        this.service = requireNonNull(service);
        this.container = requireNonNull(container);
        this.pageSize = pageSize;
    }

    List<ObjectKey> list(KeyPrefix prefix) {
        var keys = new ArrayList<ObjectKey>();
        var marker = Optional.of("");
        while (marker.isPresent()) {
            var page = Xml.leaves(page(prefix, marker.get()), Set.of(NAME, NEXT));
            page.stream()
                    .filter(leaf -> leaf.path().equals(NAME))
                    .map(leaf -> container.key(leaf.text()))
                    .forEach(keys::add);
            marker = Xml.text(page, NEXT).filter(next -> !next.isEmpty());
        }
        return keys;
    }

    private byte[] page(KeyPrefix prefix, String marker) {
        var list = Call.of(SdkHttpMethod.GET, container.path())
                .query("restype", "container")
                .query("comp", "list")
                .query("include", "uncommittedblobs")
                .query("maxresults", Integer.toString(pageSize))
                .query("prefix", container.name(prefix));
        var reply = service.ask(marker.isEmpty() ? list : list.query("marker", marker));
        if (!reply.isSuccessful()) {
            throw Refusals.of(reply);
        }
        return reply.body();
    }
}
