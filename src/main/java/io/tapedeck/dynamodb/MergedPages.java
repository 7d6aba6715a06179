package io.tapedeck.dynamodb;

import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Page;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Lists of recordings as one, newest first, each recording once. */
final class MergedPages {
    private MergedPages() {}

    /**
     * A page of all of them.
     *
     * @param pages of each list, which begin alike
     * @param limit how many recordings at most
     */
    static Page<CallRecording> of(List<Page<CallRecording>> pages, int limit) {
        // beyond it one of the lists is not known yet
        var known = pages.stream().map(Page::next).flatMap(Optional::stream).max(Comparator.naturalOrder());
        var newest = new TreeMap<String, CallRecording>(Comparator.reverseOrder());
        pages.forEach(page -> page.items().forEach(item -> newest.put(item.id().toString(), item)));
        var all = newest.values().stream()
                .filter(item -> known.filter(end -> item.id().toString().compareTo(end) < 0)
                        .isEmpty())
                .toList();
        return all.size() <= limit
                ? new Page<>(all, known)
                : new Page<>(
                        all.subList(0, limit),
                        Optional.of(all.get(limit - 1).id().toString()));
    }
}
