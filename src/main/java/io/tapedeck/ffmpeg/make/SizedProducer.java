package io.tapedeck.ffmpeg.make;

import io.tapedeck.audio.AudioInput;
import io.tapedeck.audio.AudioProcessingException;
import io.tapedeck.audio.AudioProcessor.Production;
import io.tapedeck.audio.AudioResult;
import io.tapedeck.audio.Encoding;
import io.tapedeck.ffmpeg.probe.FfmpegInput;
import io.tapedeck.problem.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleConsumer;

/**
 * Writes audio so that it is no larger than what is allowed, and makes use of most of that. Codecs whose bitrate depends
 * on the sound are tried again, with what the try before has shown.
 */
final class SizedProducer {
    private static final Failure TOO_SMALL = new Failure(
            "too-small", "The audio could not be made this small; raise maxSize, or convert it to one channel.");
    private static final int TRIES = 4;
    private static final double ENOUGH = 0.8;
    private static final double AIM = 0.92;
    /** Part of the progress that the first try makes up. Mostly it is the only one. */
    private static final double FIRST = 0.9;

    private final Transcoder transcoder;
    private final AudioInput input;
    private final Path folder;
    private final DoubleConsumer progress;

    SizedProducer(Transcoder transcoder, AudioInput input, Path folder, DoubleConsumer progress) {
        this.transcoder = transcoder;
        this.input = input;
        this.folder = folder;
        this.progress = progress;
    }

    Production produce(Encoding encoding, long allowed) {
        var original = folder.resolve("original");
        var source = FfmpegInput.copied(input, original);
        if (size(original) <= allowed) {
            return new Production.Unchanged(
                    AudioResult.noting("The audio was not changed: it is already no larger than maxSize."));
        }
        var best = Optional.<Transcoder.Transcoded>empty();
        var next = encoding;
        for (int i = 0; i < TRIES; i++) {
            var transcoded = encode(source, next, i == 0);
            var size = size(transcoded.file());
            if (size <= allowed
                    && best.filter(other -> size(other.file()) > size).isEmpty()) {
                best = Optional.of(kept(transcoded));
            }
            var closer = next.scaled(AIM * allowed / size);
            if (size <= allowed && size >= ENOUGH * allowed || closer.equals(next)) {
                break;
            }
            next = closer;
        }
        return best.<Production>map(transcoded -> transcoded.produced(Set.of(), AudioResult.PLAIN))
                .orElseGet(() -> new Production.Impossible(TOO_SMALL));
    }

    private Transcoder.Transcoded encode(FfmpegInput source, Encoding encoding, boolean first) {
        var graph = TrimGraph.whole(input.measures(), encoding);
        return transcoder.encode(List.of(source), graph, new Encoder(encoding, true), folder, share -> {
            if (first) {
                progress.accept(FIRST * share);
            }
        });
    }

    /** Out of the way of the next try. */
    private Transcoder.Transcoded kept(Transcoder.Transcoded transcoded) {
        try {
            var file = folder.resolve("best." + transcoded.measures().format().extension());
            return transcoded.at(Files.move(transcoded.file(), file, StandardCopyOption.REPLACE_EXISTING));
        } catch (IOException e) {
            throw new AudioProcessingException("The new audio could not be moved", e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new AudioProcessingException("The new audio could not be read back", e);
        }
    }
}
