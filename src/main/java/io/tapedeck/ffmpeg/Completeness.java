package io.tapedeck.ffmpeg;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a file promised, and what came of it as far as its structure tells.
 *
 * @param promised seconds, where the file states a length that can be true
 * @param isCut whether the file breaks off or parts of it could not be decoded
 * @param isUnstated whether the length that the file states cannot be true
 */
record Completeness(OptionalDouble promised, boolean isCut, boolean isUnstated) {
    private static final List<String> FAULTS = List.of(
            "Error while decoding stream",
            "corrupt input packet",
            "File ended prematurely",
            "Input buffer exhausted before END");

    /**
     * PCM is left out, since its header and the file's size tell all, and so is MP3: where files were simply joined its
     * decoder complains of the headers in between.
     */
    Completeness afterDecoding(Probe probe, Tool.Exit exit) {
        var telling = !probe.codec().equals("mp3") && !probe.codec().startsWith("pcm_");
        var faulty = telling && FAULTS.stream().anyMatch(exit::says);
        return new Completeness(promised, isCut || faulty, isUnstated);
    }

    /** By structure alone, before decoding. */
    static Completeness of(Path file, Container container, Probe probe) throws IOException {
        return switch (container) {
            case WAV -> ofWav(WavHeader.of(file).orElseThrow(), probe);
            case OGG -> new Completeness(probe.duration(), OggEnd.isMissing(file), false);
            default -> new Completeness(probe.duration(), false, false);
        };
    }

    private static Completeness ofWav(WavHeader header, Probe probe) {
        var untrue = header.length() == WavHeader.Length.UNTRUE;
        var promised = probe.kbps().stream()
                .map(kbps -> header.claimed() * 8 / (kbps * 1000))
                .findFirst();
        return new Completeness(
                untrue ? OptionalDouble.empty() : promised, header.length() == WavHeader.Length.CUT, untrue);
    }
}
