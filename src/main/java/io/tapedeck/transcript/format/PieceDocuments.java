package io.tapedeck.transcript.format;

import io.tapedeck.audio.Range;
import io.tapedeck.storage.DocumentStore;
import io.tapedeck.storage.Gzip;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.transcript.Origin;
import io.tapedeck.transcript.PieceStore;
import io.tapedeck.transcript.SpeechSource;
import io.tapedeck.transcript.SpokenWord;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.Voice;
import io.tapedeck.transcript.Word;
import io.tapedeck.transcript.WordTimes;
import java.util.List;
import java.util.Optional;

/** The words of pieces as documents under the name that a job has for what its holders keep for each other. */
public final class PieceDocuments implements PieceStore {
    private static final int MILLISECONDS = 1000;

    private final DocumentStore store;

    public PieceDocuments(DocumentStore store) {
        this.store = store;
    }

    @Override
    public void put(SpeechSource source, int channel, Range piece, List<Word> words) {
        var heard =
                words.stream().map(word -> new SpokenWord(Voice.UNKNOWN, word)).toList();
        var transcript = Transcript.of(Origin.IMPORT, piece.length(), WordTimes.HEARD, heard);
        store.put(key(source, channel, piece), Gzip.compressed(TranscriptForm.JSON.write(transcript)), Gzip.MEDIA_TYPE);
    }

    @Override
    public Optional<List<Word>> find(SpeechSource source, int channel, Range piece) {
        return store.read(key(source, channel, piece))
                .map(document -> Transcripts.stored(Gzip.restored(document), piece.length()).segments().stream()
                        .flatMap(segment -> segment.words().stream())
                        .toList());
    }

    private static ObjectKey key(SpeechSource source, int channel, Range piece) {
        var name = "%s.%d-%d-%d.json.gz"
                .formatted(
                        source.kept(),
                        channel,
                        Math.round(piece.start() * MILLISECONDS),
                        Math.round(piece.end() * MILLISECONDS));
        return ObjectKey.document(source.tenant(), source.recording(), name);
    }
}
