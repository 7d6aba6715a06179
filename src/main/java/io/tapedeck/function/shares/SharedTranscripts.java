package io.tapedeck.function.shares;

import io.tapedeck.json.SharedTranscriptView;
import io.tapedeck.json.SharedTranscriptView.Turn;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.sharing.SharedPart;
import io.tapedeck.transcript.Party;
import io.tapedeck.transcript.Retiming;
import io.tapedeck.transcript.Segment;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.TranscriptStore;
import io.tapedeck.transcript.Voice;
import java.util.Optional;

/** Shows what is said in what is shared: of a part nothing but its words, in its time. */
public final class SharedTranscripts {
    private static final double THOUSAND = 1000;

    private final TranscriptStore store;

    public SharedTranscripts(TranscriptStore store) {
        this.store = store;
    }

    /** Empty where nobody has written it down. */
    Optional<SharedTranscriptView> of(AudioVersion version, SharedPart part) {
        var duration = version.measures().duration();
        return version.transcript()
                .flatMap(stored -> store.find(stored, duration))
                .map(said -> part.isClip() ? Retiming.cut(said, part.cut().kept(duration)) : said)
                .map(SharedTranscripts::view);
    }

    private static SharedTranscriptView view(Transcript said) {
        return new SharedTranscriptView(
                said.origin().language(),
                said.segments().stream().map(segment -> turn(said, segment)).toList());
    }

    private static Turn turn(Transcript said, Segment segment) {
        var voice = segment.voice();
        return new Turn(
                voice.speaker(),
                role(said, voice),
                voice.channel(),
                milliseconds(segment.start()),
                milliseconds(segment.end()),
                segment.text());
    }

    private static Optional<String> role(Transcript said, Voice voice) {
        return said.speakers().stream()
                .filter(party -> voice.speaker().equals(Optional.of(party.id()))
                        && voice.channel().equals(party.channel()))
                .findFirst()
                .flatMap(Party::role);
    }

    private static double milliseconds(double seconds) {
        return Math.round(seconds * THOUSAND) / THOUSAND;
    }
}
