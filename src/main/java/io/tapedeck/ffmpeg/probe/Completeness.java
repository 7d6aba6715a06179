package io.tapedeck.ffmpeg.probe;

import io.tapedeck.container.CafEnd;
import io.tapedeck.container.EditList;
import io.tapedeck.container.Mp3Damage;
import io.tapedeck.container.OggEnd;
import io.tapedeck.container.WavHeader;
import io.tapedeck.process.Tool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a file promised, and what came of it as far as its structure tells.
 *
 * @param promised seconds, where the file states a length that can be true
 * @param slack seconds by which that may be off, since it counts whole packets
 * @param isCut whether the file breaks off or parts of it could not be decoded
 * @param isUnstated whether the length that the file states cannot be true
 * @param isJoined whether it was put together of several
 * @param changing the form that all was brought to, if it changes midway
 */
public record Completeness(
        OptionalDouble promised,
        double slack,
        boolean isCut,
        boolean isUnstated,
        boolean isJoined,
        Optional<PcmFormat> changing) {
    /** Samples, those of ALAC. */
    private static final double LONGEST_PACKET = 4096;

    private static final List<String> FAULTS = List.of(
            "Error while decoding stream",
            "corrupt input packet",
            "File ended prematurely",
            "Input buffer exhausted before END");

    /**
     * PCM is left out, since its header and the file's size tell all, and so are MP3 and what else was simply joined: their
     * decoders complain of the headers in between.
     */
    public Completeness afterDecoding(Probe probe, Tool.Exit exit) {
        var telling =
                !isJoined && !probe.codec().equals("mp3") && !probe.codec().startsWith("pcm_");
        var faulty = telling && FAULTS.stream().anyMatch(exit::says);
        return new Completeness(promised, slack, isCut || faulty, isUnstated, isJoined, changing);
    }

    /** The same of a file whose form changes midway. */
    public Completeness changing(PcmFormat richest) {
        return new Completeness(promised, slack, isCut, isUnstated, isJoined, Optional.of(richest));
    }

    /** By structure alone, before decoding. */
    public static Completeness of(SoundFile file, Probe probe) throws IOException {
        return switch (file.container()) {
            case WAV -> ofWav(file.wav().orElseThrow().header(), probe);
            case OGG -> ofOgg(file, probe);
            case FLAC -> file.isMixed() ? joined(file.stated(), false) : stating(probe.duration(), 0);
            case MP3 -> ofMp3(file.path(), probe);
            case MP4 -> stating(shifted(probe.duration(), EditList.lead(file.path())), 0);
            case CAF -> ofCaf(file.path(), probe);
            default -> stating(probe.duration(), 0);
        };
    }

    private static Completeness stating(OptionalDouble promised, double slack) {
        return new Completeness(promised, slack, false, false, false, Optional.empty());
    }

    private static Completeness ofMp3(Path file, Probe probe) throws IOException {
        return new Completeness(probe.duration(), 0, Mp3Damage.isIn(file), false, false, Optional.empty());
    }

    private static Completeness ofCaf(Path file, Probe probe) throws IOException {
        var isCut = CafEnd.isMissing(file);
        return new Completeness(probe.duration(), packet(probe), isCut, false, false, Optional.empty());
    }

    private static Completeness ofOgg(SoundFile file, Probe probe) throws IOException {
        var isCut = OggEnd.isMissing(file.path());
        return file.isJoined()
                ? joined(OptionalDouble.empty(), isCut)
                : new Completeness(probe.duration(), 0, isCut, false, false, Optional.empty());
    }

    private static Completeness joined(OptionalDouble promised, boolean isCut) {
        return new Completeness(promised, 0, isCut, false, true, Optional.empty());
    }

    private static OptionalDouble shifted(OptionalDouble duration, double lead) {
        return duration.isPresent() ? OptionalDouble.of(duration.getAsDouble() + lead) : duration;
    }

    private static Completeness ofWav(WavHeader header, Probe probe) {
        var untrue = header.length() == WavHeader.Length.UNTRUE;
        var promised = probe.kbps().stream()
                .filter(kbps -> !untrue && !probe.codec().equals("mp3"))
                .map(kbps -> header.claimed() * 8 / (kbps * 1000))
                .findFirst();
        var isCut = header.length() == WavHeader.Length.CUT;
        return new Completeness(promised, 0, isCut, untrue, false, Optional.empty());
    }

    private static double packet(Probe probe) {
        return probe.codec().matches("aac|alac|opus") ? LONGEST_PACKET / probe.sampleRate() : 0;
    }
}
