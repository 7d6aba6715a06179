package io.tapedeck.container;

import io.tapedeck.audio.Format;
import io.tapedeck.audio.RawFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The containers that are taken, known by their first bytes. ffmpeg is told which one it is and never guesses, so that
 * a playlist or a script cannot be taken for audio whatever it is named.
 */
public enum Container {
    WAV(
            Format.WAV,
            "wav",
            "pcm_u8,pcm_s16le,pcm_s24le,pcm_s32le,pcm_f32le,pcm_f64le,pcm_mulaw,pcm_alaw"
                    + ",gsm_ms,adpcm_ima_wav,adpcm_ms,g722,adpcm_g722,mp3float,mp3"),
    MP3(Format.MP3, "mp3", "mp3float,mp3"),
    OGG(Format.OGG, "ogg", "opus,libopus,vorbis,libvorbis,flac"),
    MP4(
            Format.M4A,
            "mov",
            "aac,alac,opus,libopus,mp3float,mp3,flac,amrnb,amr_nb,amrwb,amr_wb",
            "-enable_drefs",
            "0",
            "-use_absolute_path",
            "0"),
    FLAC(Format.FLAC, "flac", "flac"),
    WEBM(Format.WEBM, "matroska", "opus,libopus,vorbis,libvorbis"),
    AIFF(
            Format.AIFF,
            "aiff",
            "pcm_s8,pcm_u8,pcm_s16be,pcm_s16le,pcm_s24be,pcm_s32be,pcm_f32be,pcm_f64be,pcm_mulaw,pcm_alaw,adpcm_ima_qt"),
    CAF(
            Format.CAF,
            "caf",
            "pcm_s8,pcm_s16be,pcm_s16le,pcm_s24be,pcm_s24le,pcm_s32be,pcm_s32le,pcm_f32be,pcm_f32le,pcm_f64be,pcm_f64le"
                    + ",pcm_mulaw,pcm_alaw,adpcm_ima_qt,aac,alac,opus,libopus"),
    AMR(Format.AMR, "amr", "amrnb,amr_nb,amrwb,amr_wb"),
    AU(Format.AU, "au", "pcm_mulaw,pcm_alaw,pcm_s8,pcm_s16be,pcm_s24be,pcm_s32be,pcm_f32be,pcm_f64be"),
    RAW_MULAW(Format.RAW, "mulaw", "pcm_mulaw"),
    RAW_ALAW(Format.RAW, "alaw", "pcm_alaw"),
    RAW_LINEAR(Format.RAW, "s16le", "pcm_s16le"),
    RAW_G722(Format.RAW, "g722", "g722,adpcm_g722"),
    RAW_GSM(Format.RAW, "gsm", "gsm");

    private static final int HEAD = 64;
    /**
     * Pictures and texts beside the sound, of all kinds that these containers have: none is asked for, but ffprobe gives up
     * over a track that it may not open.
     */
    private static final String ORNAMENTS = ",png,mjpeg,gif,bmp,tiff,webp,libjxl,jpeg2000,libopenjpeg"
            + ",mov_text,text,srt,subrip,ass,ssa,webvtt,dvdsub,pgssub";

    private final Format format;
    private final String demuxer;
    private final String decoders;
    private final List<String> options;

    Container(Format format, String demuxer, String decoders, String... options) {
        this.format = format;
        this.demuxer = demuxer;
        this.decoders = decoders;
        this.options = List.of(options);
    }

    public static Container of(Format format) {
        return Arrays.stream(values())
                .filter(container -> container.format == (format == Format.MP4 ? Format.M4A : format))
                .findFirst()
                .orElseThrow();
    }

    /** Of sound without a header. */
    public static Container of(RawFormat raw) {
        return switch (raw.codec()) {
            case PCM_MULAW -> RAW_MULAW;
            case PCM_ALAW -> RAW_ALAW;
            case PCM_S16LE -> RAW_LINEAR;
            case ADPCM_G722 -> RAW_G722;
            case GSM -> RAW_GSM;
        };
    }

    /**
     * What a user calls it.
     *
     * @param codec as ffprobe names it
     */
    public Format format(String codec) {
        return this == MP4 && !List.of("aac", "alac").contains(codec) ? Format.MP4 : format;
    }

    /**
     * Whether it can be decoded to the sample while it streams by. MP3 states at its start how much its end has too much; in
     * the others what tells how to read the sound may come after it.
     */
    public boolean canStream() {
        return switch (this) {
            case MP4, MP3, AIFF, CAF -> false;
            case WAV, OGG, FLAC, WEBM, AMR, AU, RAW_MULAW, RAW_ALAW, RAW_LINEAR, RAW_G722, RAW_GSM -> true;
        };
    }

    /** Whether it says of each packet when its sound is to be heard. */
    public boolean hasTimeLine() {
        return this == OGG || this == WEBM || this == MP4;
    }

    /**
     * @param codec as ffprobe names it
     */
    public boolean holds(String codec) {
        return List.of(decoders.split(",")).contains(codec);
    }

    /** One that says so in its first bytes, which headerless sound or MP3 could only do by chance. */
    public static Optional<Container> marked(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            return byMagic(Bytes.read(channel, 0, HEAD));
        }
    }

    /** Absent for all that is not taken. */
    public static Optional<Container> of(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            var start = Id3.length(channel);
            var known = byMagic(Bytes.read(channel, start, HEAD));
            if (known.isPresent()) {
                return known.filter(container -> start == 0 || container == FLAC);
            }
            return Mp3Frames.areAt(channel, start) ? Optional.of(MP3) : Optional.empty();
        }
    }

    /** What ffmpeg or ffprobe must be told before the input to read it as this and nothing else. */
    public List<String> inputOptions() {
        return inputOptions("file", decoders);
    }

    /** The same for reading it from a pipe. */
    public List<String> pipeOptions() {
        return inputOptions("pipe", decoders);
    }

    /** The same for looking at all tracks. */
    public List<String> probeOptions() {
        return inputOptions("file", decoders + ORNAMENTS);
    }

    /** The same for looking at all tracks of what comes from a pipe. */
    public List<String> pipeProbeOptions() {
        return inputOptions("pipe", decoders + ORNAMENTS);
    }

    private List<String> inputOptions(String protocol, String allowed) {
        var all = new ArrayList<>(List.of("-protocol_whitelist", protocol, "-format_whitelist", demuxers()));
        all.addAll(List.of("-codec_whitelist", allowed, "-max_streams", "16", "-f", demuxer));
        all.addAll(options);
        return all;
    }

    private String demuxers() {
        return switch (this) {
            case MP4 -> "mov,mp4,m4a,3gp,3g2,mj2";
            case WEBM -> "matroska,webm";
            default -> demuxer;
        };
    }

    private static Optional<Container> byMagic(ByteBuffer head) {
        return switch (Bytes.text(head, 0, 4)) {
            case "RIFF", "RF64", "BW64" -> Bytes.text(head, 8, 4).equals("WAVE") ? Optional.of(WAV) : Optional.empty();
            case "FORM" -> isAiff(head) ? Optional.of(AIFF) : Optional.empty();
            case "caff" -> Optional.of(CAF);
            case "#!AM" -> isAmr(head) ? Optional.of(AMR) : Optional.empty();
            case ".snd" -> Optional.of(AU);
            case "OggS" -> Optional.of(OGG);
            case "fLaC" -> Optional.of(FLAC);
            case "\u001aE\u00df\u00a3" -> isWebm(head) ? Optional.of(WEBM) : Optional.empty();
            default -> isMp4(head) ? Optional.of(MP4) : Optional.empty();
        };
    }

    private static boolean isAiff(ByteBuffer head) {
        return List.of("AIFF", "AIFC").contains(Bytes.text(head, 8, 4));
    }

    private static boolean isAmr(ByteBuffer head) {
        return Bytes.text(head, 0, 6).equals("#!AMR\n")
                || Bytes.text(head, 0, 9).equals("#!AMR-WB\n");
    }

    private static boolean isWebm(ByteBuffer head) {
        var bytes = new byte[head.limit()];
        head.get(0, bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1).contains("B\u0082\u0084webm");
    }

    /** QuickTime's own brand is left out: it is another format with more ways to point elsewhere. */
    private static boolean isMp4(ByteBuffer head) {
        return Bytes.text(head, 4, 4).equals("ftyp") && !Bytes.text(head, 8, 4).equals("qt  ");
    }
}
