package io.tapedeck.work;

import io.tapedeck.audio.AudioResult;
import io.tapedeck.audio.AudioTask;
import io.tapedeck.audio.Compression;
import io.tapedeck.audio.Conversion;
import io.tapedeck.audio.Enhancement;
import io.tapedeck.audio.KeptRanges;
import io.tapedeck.audio.Merge;
import io.tapedeck.audio.Range;
import io.tapedeck.audio.Redacted;
import io.tapedeck.audio.Trim;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.Redactions;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Has what was taken out of audio follow it. */
final class FollowingRedactions {
    private FollowingRedactions() {}

    /**
     * What was taken out of a version that was made of others; empty if any of these is not redacted.
     *
     * @param draft the version that was made
     * @param result what was done to its sources
     */
    static Optional<Redactions> of(VersionDraft draft, AudioTask task, AudioVersion made, AudioResult result) {
        var sources = draft.sources();
        if (!sources.stream().allMatch(source -> source.redactions().isPresent())) {
            return Optional.empty();
        }
        var first = sources.getFirst().redactions().orElseThrow();
        var spans = IntStream.range(0, sources.size())
                .boxed()
                .flatMap(i -> moved(task, sources, i, result))
                .map(span -> keepsChannels(task, sources, made) ? span : span.onAnyChannel())
                .toList();
        return Optional.of((draft.isFirst() ? first.ofCopy() : first).with(spans));
    }

    private static boolean keepsChannels(AudioTask task, List<AudioVersion> sources, AudioVersion made) {
        var isInTurn = !(task instanceof Merge merge) || merge.mode() == Merge.Mode.CONCATENATE;
        return isInTurn
                && sources.stream()
                        .allMatch(source ->
                                source.measures().channels() == made.measures().channels());
    }

    private static Stream<Redacted> moved(AudioTask task, List<AudioVersion> sources, int index, AudioResult result) {
        var source = sources.get(index);
        var spans = source.redactions().orElseThrow().spans().stream();
        var duration = source.measures().duration();
        return switch (task) {
            case Compression _, Conversion _ -> spans;
            case Trim trim -> moved(spans, trim.kept(duration));
            case Enhancement _ ->
                result.removed().isEmpty() ? spans : moved(spans, Range.left(result.removed(), duration));
            case Merge merge -> {
                var at = merge.starts(
                                sources.stream().map(AudioVersion::measures).toList())
                        .get(index);
                yield spans.map(span -> span.at(
                        new Range(span.range().start() + at, span.range().end() + at)));
            }
        };
    }

    private static Stream<Redacted> moved(Stream<Redacted> spans, List<Range> kept) {
        var times = new KeptRanges(kept);
        return spans.map(span -> span.at(times.moved(span.range())));
    }
}
