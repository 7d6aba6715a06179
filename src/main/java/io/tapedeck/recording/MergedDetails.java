package io.tapedeck.recording;

import static java.util.Objects.requireNonNull;

import io.tapedeck.audio.Merge;
import io.tapedeck.call.Participant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What can be said about a merged recording by its sources: what they agree on, and who is on which channel.
 *
 * @param sources at least one, all with audio
 */
record MergedDetails(Merge.Mode mode, List<CallRecording> sources) {
    MergedDetails {
        requireNonNull(mode);
        requireNonNull(sources);
    }

    /** The details with these tags and metadata. */
    Details with(Details given) {
        return new Details(
                shared(Details::call),
                shared(Details::assistant),
                shared(Details::phoneNumber),
                startTime(),
                Optional.empty(),
                participants(),
                given.tags(),
                given.metadata());
    }

    private <T> Optional<T> shared(Function<Details, Optional<T>> property) {
        var first = property.apply(sources.getFirst().details());
        return details().allMatch(details -> property.apply(details).equals(first)) ? first : Optional.empty();
    }

    /** What follows one another began with the earliest; what sounds at the same time began where all say so. */
    private Optional<Instant> startTime() {
        return switch (mode) {
            case CONCATENATE ->
                details().map(Details::startTime).flatMap(Optional::stream).min(Comparator.naturalOrder());
            case MIX, CHANNELS -> shared(Details::startTime);
        };
    }

    private List<Participant> participants() {
        return switch (mode) {
            case CHANNELS -> sideBySide();
            case CONCATENATE, MIX ->
                sources.getFirst().details().participants().stream()
                        .filter(participant -> details()
                                .allMatch(details -> details.participants().contains(participant)))
                        .toList();
        };
    }

    private List<Participant> sideBySide() {
        var all = new ArrayList<Participant>();
        var channels = 0;
        for (var source : sources) {
            for (var participant : source.details().participants()) {
                all.add(moved(participant, channels));
            }
            channels += source.audio().orElseThrow().measures().channels();
        }
        return all;
    }

    private static Participant moved(Participant participant, int channels) {
        return new Participant(
                participant.id(),
                participant.name(),
                participant.role(),
                participant.channel().map(channel -> channel + channels));
    }

    private Stream<Details> details() {
        return sources.stream().map(CallRecording::details);
    }
}
