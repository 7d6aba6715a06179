package io.tapedeck.siprec;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who sends what.
 *
 * @param ids of the streams, in the order in which they become channels
 * @param sent the streams that a participant sends, by who does
 */
record Streams(List<String> ids, Map<String, Set<String>> sent) {
    private static final int MOST_CHANNELS = 64;

    static Streams of(Element root) {
        var ids = root.all("stream")
                .flatMap(stream -> stream.attribute("stream_id").stream())
                .distinct()
                .toList();
        var sent = new HashMap<String, Set<String>>();
        root.all("participantstreamassoc")
                .forEach(each -> each.attribute("participant_id")
                        .ifPresent(participant -> each.all("send")
                                .flatMap(send -> send.text().stream())
                                .forEach(sent.computeIfAbsent(participant, _ -> new HashSet<>())::add)));
        return new Streams(ids, sent);
    }

    /** The place of the one stream that a participant sends and nobody else does, among several. */
    Optional<Integer> channel(String participant) {
        var own = sent.getOrDefault(participant, Set.of());
        return own.stream()
                .filter(stream -> own.size() == 1 && ids.size() > 1 && ids.size() <= MOST_CHANNELS)
                .filter(stream -> sent.values().stream()
                                .filter(all -> all.contains(stream))
                                .count()
                        == 1)
                .map(ids::indexOf)
                .filter(place -> place >= 0)
                .findFirst();
    }
}
