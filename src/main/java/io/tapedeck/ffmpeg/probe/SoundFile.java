package io.tapedeck.ffmpeg.probe;

import io.tapedeck.container.Container;
import io.tapedeck.container.FlacChain;
import io.tapedeck.container.OggChain;
import io.tapedeck.container.Part;
import io.tapedeck.container.SoundHead;
import io.tapedeck.container.WavFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A file whose container is known.
 *
 * @param wav where the sound of a WAV file lies, if it has any; absent for other containers
 * @param parts the files that one of Ogg or FLAC was joined of, itself if it was not; empty for other containers
 */
public record SoundFile(Path path, Container container, Optional<WavFile> wav, List<Part> parts) {
    /** Each is decoded by an ffmpeg of its own. */
    private static final int MOST_STRETCHES = 100;

    public SoundFile {
        parts = List.copyOf(parts);
    }

    /** Reads what there is to know of a WAV file beside its sound, and where others begin that were joined. */
    public static SoundFile of(Path path, Container container) throws IOException {
        return switch (container) {
            case WAV -> new SoundFile(path, container, WavFile.of(path), List.of());
            case OGG -> new SoundFile(path, container, Optional.empty(), OggChain.parts(path));
            case FLAC -> new SoundFile(path, container, Optional.empty(), FlacChain.parts(path));
            default -> new SoundFile(path, container, Optional.empty(), List.of());
        };
    }

    /** Whether it was put together of several. */
    boolean isJoined() {
        return parts.size() > 1;
    }

    /** Whether its sound changes in a way that ffmpeg does not follow: to another codec, or in Opus' channels or FLAC's form. */
    public boolean isMixed() {
        var heads = stretches().stream().flatMap(part -> part.head().stream()).toList();
        return heads.size() > 1
                && (container == Container.FLAC
                        || heads.stream().map(SoundHead::codec).distinct().count() > 1
                        || heads.getFirst().codec().equals("opus"));
    }

    /** Whether something was joined that is not taken. */
    public boolean hasOther() {
        return isJoined() && (parts.stream().anyMatch(part -> part.head().isEmpty()) || all().size() > MOST_STRETCHES);
    }

    /** Those that are taken, as far as each can be read at once. */
    List<Part> stretches() {
        var all = all();
        return all.subList(0, Math.min(all.size(), MOST_STRETCHES));
    }

    /** Seconds of all that is taken by its own account, if all of it gives one. */
    OptionalDouble stated() {
        var all = stretches().stream().map(Part::seconds).toList();
        return all.stream().allMatch(OptionalDouble::isPresent)
                ? OptionalDouble.of(
                        all.stream().mapToDouble(OptionalDouble::orElseThrow).sum())
                : OptionalDouble.empty();
    }

    private List<Part> all() {
        var all = new ArrayList<Part>();
        for (var part : parts) {
            var follows = !all.isEmpty() && all.getLast().end() == part.start();
            if (follows && all.getLast().head().equals(part.head())) {
                all.add(all.removeLast().with(part));
            } else if (part.head().isPresent()) {
                all.add(part);
            }
        }
        return all;
    }

    /** The highest rate and the most channels of all. */
    PcmFormat richest() {
        var heads = stretches().stream().flatMap(part -> part.head().stream()).toList();
        return new PcmFormat(
                heads.stream().mapToInt(SoundHead::sampleRate).max().orElseThrow(),
                heads.stream().mapToInt(SoundHead::channels).max().orElseThrow());
    }

    /** A WAV file whose sound ffmpeg does not find by itself. */
    Optional<WavFile> oddWav() {
        return wav.filter(found -> !found.isPlain());
    }
}
