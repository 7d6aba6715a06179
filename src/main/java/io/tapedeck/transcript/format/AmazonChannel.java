package io.tapedeck.transcript.format;

import io.tapedeck.transcript.Voice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What Amazon Transcribe heard on one channel. */
final class AmazonChannel {
    private final JsonSource source;
    private final List<AmazonItem> items = new ArrayList<>();
    private Optional<Voice> channel = Optional.empty();

    AmazonChannel(JsonSource source) {
        this.source = source;
        source.object(this::property);
    }

    /** Each with its channel. */
    List<AmazonItem> items() {
        items.forEach(item -> item.hearOn(channel));
        return items;
    }

    private void property(String name) {
        switch (name) {
            case "channel_label" -> channel = AmazonItem.channel(source);
            case "items" -> source.list(place -> items.add(new AmazonItem(source, place)));
            default -> source.skip();
        }
    }
}
