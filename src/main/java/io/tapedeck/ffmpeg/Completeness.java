package io.tapedeck.ffmpeg;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a file promised, and what came of it as far as its structure tells.
 *
 * @param promised seconds, where the file states a length that can be true
 * @param slack seconds by which that may be off, since it counts whole packets
 * @param isCut whether the file breaks off or parts of it could not be decoded
 * @param isUnstated whether the length that the file states cannot be true
 */
record Completeness(OptionalDouble promised, double slack, boolean isCut, boolean isUnstated) {
    /** Samples, those of ALAC. */
    private static final double LONGEST_PACKET = 4096;

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
        return new Completeness(promised, slack, isCut || faulty, isUnstated);
    }

    /** By structure alone, before decoding. */
    static Completeness of(Path file, Container container, Probe probe) throws IOException {
        return switch (container) {
            case WAV -> ofWav(WavHeader.of(file).orElseThrow(), probe);
            case OGG -> new Completeness(probe.duration(), 0, OggEnd.isMissing(file), false);
            case CAF -> new Completeness(probe.duration(), packet(probe), false, false);
            default -> new Completeness(probe.duration(), 0, false, false);
        };
    }

    private static Completeness ofWav(WavHeader header, Probe probe) {
        var untrue = header.length() == WavHeader.Length.UNTRUE;
        var promised = probe.kbps().stream()
                .filter(kbps -> !untrue && !probe.codec().equals("mp3"))
                .map(kbps -> header.claimed() * 8 / (kbps * 1000))
                .findFirst();
        return new Completeness(promised, 0, header.length() == WavHeader.Length.CUT, untrue);
    }

    private static double packet(Probe probe) {
        return probe.codec().matches("aac|alac|opus") ? LONGEST_PACKET / probe.sampleRate() : 0;
    }
}
