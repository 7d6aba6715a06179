package io.tapedeck.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tapedeck.audio.Format;
import io.tapedeck.audio.Masking;
import io.tapedeck.audio.Treatment;
import io.tapedeck.audio.measure.ChannelLayout;
import io.tapedeck.audio.measure.Loudness;
import io.tapedeck.audio.measure.Quality;
import io.tapedeck.audio.measure.Warning;
import io.tapedeck.id.StorageName;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.Redactions;
import io.tapedeck.storage.Encryption;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.Place;
import io.tapedeck.storage.Placement;
import io.tapedeck.storage.Storage;
import io.tapedeck.storage.StoredAudio;
import io.tapedeck.storage.StoredTranscript;
import java.util.List;
import java.util.Optional;

/** What is known of the current version of a recording's audio. Before the audio is there, only where it will lie. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AudioView(
        Optional<Format> format,
        Optional<String> codec,
        Optional<Integer> sampleRate,
        Optional<Double> bitrate,
        Optional<Integer> channels,
        Optional<Double> duration,
        Optional<Long> fileSize,
        Storage storage,
        Optional<StorageName> storageName,
        Optional<String> storagePath,
        Optional<String> bucket,
        Optional<String> region,
        Optional<Boolean> encrypted,
        Optional<String> encryptionKey,
        boolean redacted,
        Optional<Masking.Style> redactionType,
        List<SpanView> redactions,
        boolean hasTranscript,
        Optional<Boolean> speakerDiarization,
        boolean noiseReduction,
        boolean volumeNormalization,
        boolean silenceRemoval,
        Optional<Double> compressionRatio,
        Optional<Quality> quality,
        Optional<Integer> version,
        Optional<String> sha256,
        Optional<Loudness> loudness,
        Optional<ChannelLayout> channelLayout,
        List<Warning> warnings) {

    static AudioView of(Optional<AudioVersion> audio, Placement placement, Place own, Optional<String> requestedKey) {
        var measures = audio.map(AudioVersion::measures);
        var file = audio.map(AudioVersion::file);
        var encryption = file.flatMap(StoredAudio::encryption);
        var redactions = audio.flatMap(AudioVersion::redactions);
        var transcript = audio.flatMap(AudioVersion::transcript);
        var storage = file.map(StoredAudio::key).map(ObjectKey::storage).orElse(placement.storage());
        var place = placement.find(storage).orElse(own);
        return new AudioView(
                measures.map(m -> m.format()),
                measures.map(m -> m.codec()),
                measures.map(m -> m.sampleRate()),
                measures.map(m -> m.bitrate()),
                measures.map(m -> m.channels()),
                measures.map(m -> m.duration()),
                file.map(StoredAudio::size),
                place.provider(),
                Optional.of(place.name())
                        .filter(name -> !name.toString().equals(place.provider().toString())),
                file.map(f -> f.key().value()),
                Optional.of(place.bucket()),
                Optional.of(place.region()),
                file.map(f -> f.encryption().isPresent()),
                encryption.flatMap(Encryption::key).or(() -> requestedKey),
                redactions.isPresent(),
                redactions.map(Redactions::type),
                redactions.map(Redactions::spans).map(SpanView::of).orElse(List.of()),
                transcript.isPresent(),
                measures.map(m -> m.layout().equals(Optional.of(ChannelLayout.DUAL))
                        || transcript.filter(StoredTranscript::diarized).isPresent()),
                isTreated(audio, Treatment.NOISE_REDUCTION),
                isTreated(audio, Treatment.VOLUME_NORMALIZATION),
                isTreated(audio, Treatment.SILENCE_REMOVAL),
                audio.map(AudioVersion::compressionRatio),
                measures.map(m -> m.quality()),
                audio.map(AudioVersion::number),
                file.map(StoredAudio::sha256),
                measures.map(m -> m.loudness()),
                measures.flatMap(m -> m.layout()),
                measures.map(m -> m.warnings()).orElse(List.of()));
    }

    private static boolean isTreated(Optional<AudioVersion> audio, Treatment treatment) {
        return audio.filter(a -> a.treatments().contains(treatment)).isPresent();
    }
}
