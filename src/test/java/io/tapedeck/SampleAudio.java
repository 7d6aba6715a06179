package io.tapedeck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Small audio files for tests, made by the real ffmpeg when first asked for and kept under target. */
public enum SampleAudio {
    /** 2 s of a tone at -18 dBFS, 8 kHz, mono. */
    TONE_WAV("tone.wav", "-f lavfi -i sine=440:r=8000:d=2"),
    /** 10 s, 8 kHz, two voices that speak 4 s each, one after the other, on a channel each. */
    DIALOGUE_WAV("dialogue.wav", "-f lavfi -i " + Voices.DIALOGUE),
    DIALOGUE_U8_WAV("dialogue-u8.wav", DIALOGUE_WAV, "-c:a pcm_u8"),
    DIALOGUE_S24_WAV("dialogue-s24.wav", DIALOGUE_WAV, "-c:a pcm_s24le"),
    DIALOGUE_S32_WAV("dialogue-s32.wav", DIALOGUE_WAV, "-c:a pcm_s32le"),
    DIALOGUE_F32_WAV("dialogue-f32.wav", DIALOGUE_WAV, "-c:a pcm_f32le"),
    /** Goes 9 dB over full scale. */
    LOUD_F32_WAV("loud-f32.wav", DIALOGUE_WAV, "-af volume=18dB -c:a pcm_f32le"),
    DIALOGUE_F64_WAV("dialogue-f64.wav", DIALOGUE_WAV, "-c:a pcm_f64le"),
    DIALOGUE_MULAW_WAV("dialogue-mulaw.wav", DIALOGUE_WAV, "-c:a pcm_mulaw"),
    DIALOGUE_ALAW_WAV("dialogue-alaw.wav", DIALOGUE_WAV, "-c:a pcm_alaw"),
    DIALOGUE_RF64_WAV("dialogue-rf64.wav", DIALOGUE_WAV, "-rf64 always"),
    DIALOGUE_MP3("dialogue.mp3", DIALOGUE_WAV, "-ar 16000 -b:a 64k -joint_stereo 0"),
    /** Neither tags nor a header with the length. */
    DIALOGUE_BARE_MP3("dialogue-bare.mp3", DIALOGUE_WAV, "-ar 16000 -b:a 64k -write_xing 0 -id3v2_version 0"),
    DIALOGUE_OPUS_OGG("dialogue-opus.ogg", DIALOGUE_WAV, "-c:a libopus -b:a 64k"),
    DIALOGUE_VORBIS_OGG("dialogue-vorbis.ogg", DIALOGUE_WAV, "-c:a libvorbis"),
    DIALOGUE_FLAC_OGG("dialogue-flac.ogg", DIALOGUE_WAV, "-c:a flac"),
    DIALOGUE_AAC_M4A("dialogue-aac.m4a", DIALOGUE_WAV, "-c:a aac"),
    DIALOGUE_AAC_FAST_M4A("dialogue-aac-fast.m4a", DIALOGUE_WAV, "-c:a aac -movflags +faststart"),
    DIALOGUE_ALAC_M4A("dialogue-alac.m4a", DIALOGUE_WAV, "-c:a alac"),
    DIALOGUE_FLAC("dialogue.flac", DIALOGUE_WAV, "-c:a flac"),
    DIALOGUE_OPUS_WEBM("dialogue-opus.webm", DIALOGUE_WAV, "-c:a libopus -b:a 64k"),
    DIALOGUE_VORBIS_WEBM("dialogue-vorbis.webm", DIALOGUE_WAV, "-c:a libvorbis"),
    /** The first voice twice. */
    DUPLICATED_WAV("duplicated.wav", DIALOGUE_WAV, "-af pan=stereo|c0=c0|c1=c0"),
    /** Nothing on the second channel. */
    ONE_SIDED_WAV("one-sided.wav", DIALOGUE_WAV, "-af pan=stereo|c0=c0|c1=0*c1"),
    /** 2 s of digital silence, two channels. */
    SILENT_WAV("silent.wav", "-f lavfi -i anullsrc=r=8000:cl=stereo:d=2"),
    /** A tone 18 dB over full scale. */
    CLIPPED_WAV("clipped.wav", TONE_WAV, "-af volume=36dB"),
    CLIPPED_MULAW_WAV("clipped-mulaw.wav", CLIPPED_WAV, "-c:a pcm_mulaw"),
    SIX_CHANNELS_WAV("six-channels.wav", "-f lavfi -i " + Voices.SIX_TONES),
    NINE_CHANNELS_WAV("nine-channels.wav", "-f lavfi -i aevalsrc=0|0|0|0|0|0|0|0|0:s=8000:d=1"),
    COVER_MP3(
            "cover.mp3",
            DIALOGUE_WAV,
            Voices.COVER + " -ar 16000 -map 0 -map 1 -c:v mjpeg -disposition:v attached_pic"),
    COVER_M4A(
            "cover.m4a", DIALOGUE_WAV, Voices.COVER + " -map 0 -map 1 -c:v mjpeg -c:a aac -disposition:v attached_pic"),
    VIDEO_MP4("video.mp4", DIALOGUE_WAV, "-f lavfi -i testsrc=s=32x32:d=1 -map 0 -map 1 -c:v mpeg4 -c:a aac"),
    COVER_ONLY_M4A("cover-only.m4a", "-f lavfi -i testsrc=s=32x32 -frames:v 1 -c:v mjpeg -disposition:v attached_pic"),
    ADPCM_WAV("adpcm.wav", TONE_WAV, "-c:a adpcm_ms"),
    AC3_MP4("ac3.mp4", TONE_WAV, "-ar 48000 -c:a ac3"),
    OPUS_MATROSKA("opus.mka", TONE_WAV, "-c:a libopus"),
    AIFF("tone.aiff", TONE_WAV, ""),
    /** GSM 6.10 has one channel. */
    DIALOGUE_GSM_WAV("dialogue-gsm.wav", DIALOGUE_WAV, "-ac 1 -c:a libgsm_ms"),
    DIALOGUE_IMA_WAV("dialogue-ima.wav", DIALOGUE_WAV, "-c:a adpcm_ima_wav"),
    DIALOGUE_MS_WAV("dialogue-ms.wav", DIALOGUE_WAV, "-c:a adpcm_ms"),
    DIALOGUE_G722_WAV("dialogue-g722.wav", DIALOGUE_WAV, "-ac 1 -ar 16000 -c:a g722"),
    DIALOGUE_MP3_WAV("dialogue-mp3.wav", DIALOGUE_WAV, "-ar 16000 -c:a libmp3lame -b:a 64k -joint_stereo 0"),
    DIALOGUE_AIFF("dialogue.aiff", DIALOGUE_WAV, ""),
    DIALOGUE_S24_AIFF("dialogue-s24.aiff", DIALOGUE_WAV, "-c:a pcm_s24be"),
    DIALOGUE_MULAW_AIFF("dialogue-mulaw.aiff", DIALOGUE_WAV, "-c:a pcm_mulaw"),
    DIALOGUE_CAF("dialogue.caf", DIALOGUE_WAV, "-c:a pcm_s16be"),
    DIALOGUE_S24_CAF("dialogue-s24.caf", DIALOGUE_WAV, "-c:a pcm_s24le"),
    DIALOGUE_ALAC_CAF("dialogue-alac.caf", DIALOGUE_WAV, "-c:a alac"),
    DIALOGUE_IMA_CAF("dialogue-ima.caf", DIALOGUE_WAV, "-c:a adpcm_ima_qt"),
    DIALOGUE_OPUS_CAF("dialogue-opus.caf", DIALOGUE_WAV, "-c:a libopus -b:a 64k"),
    DIALOGUE_AU("dialogue.au", DIALOGUE_WAV, "-c:a pcm_mulaw"),
    DIALOGUE_OPUS_MP4("dialogue-opus.mp4", DIALOGUE_WAV, "-c:a libopus -b:a 64k"),
    DIALOGUE_MP3_MP4("dialogue-mp3.mp4", DIALOGUE_WAV, "-ar 16000 -c:a libmp3lame -b:a 64k -joint_stereo 0"),
    DIALOGUE_RAW_MULAW("dialogue.ul", DIALOGUE_WAV, "-c:a pcm_mulaw -f mulaw"),
    DIALOGUE_RAW_ALAW("dialogue.al", DIALOGUE_WAV, "-c:a pcm_alaw -f alaw"),
    DIALOGUE_RAW_LINEAR("dialogue.sln", DIALOGUE_WAV, "-c:a pcm_s16le -f s16le"),
    DIALOGUE_RAW_G722("dialogue.g722", DIALOGUE_WAV, "-ac 1 -ar 16000 -c:a g722 -f g722"),
    DIALOGUE_RAW_GSM("dialogue.gsm", DIALOGUE_WAV, "-ac 1 -c:a libgsm -f gsm");

    /** What ffmpeg is told to make. */
    private static final class Voices {
        private static final String HARMONICS = "0.2*(sin(ld(0))+0.7*sin(2*ld(0))+0.5*sin(3*ld(0))+0.3*sin(5*ld(0)))";
        private static final String SYLLABLES = "*pow(sin(PI*3*t)\\,2)";
        private static final String DIALOGUE = "aevalsrc="
                + "0*st(0\\,2*PI*(120*t+3*sin(2*PI*0.7*t)))+" + HARMONICS + SYLLABLES + "*between(t\\,0.5\\,4.5)"
                + "|0*st(0\\,2*PI*(190*t+5*sin(2*PI*0.9*t)))+" + HARMONICS + SYLLABLES + "*between(t\\,5\\,9)"
                + ":s=8000:d=10";
        private static final String SIX_TONES =
                "aevalsrc=0.1*sin(1e3*t)|0.1*sin(2e3*t)|0.1*sin(3e3*t)|0.1*sin(4e3*t)|0.1*sin(5e3*t)|0.1*sin(6e3*t):s=8000:d=2";
        private static final String COVER = "-f lavfi -i testsrc=s=32x32:d=0.04";
    }

    private static final Path FOLDER = Path.of("target", "sample-audio");

    private final String name;
    private final SampleAudio source;
    private final List<String> arguments;

    SampleAudio(String name, String arguments) {
        this(name, null, arguments);
    }

    SampleAudio(String name, SampleAudio source, String arguments) {
        this.name = name;
        this.source = source;
        this.arguments = arguments.isEmpty() ? List.of() : List.of(arguments.split(" "));
    }

    /** The file, which tests must not change. */
    public Path path() {
        var path = FOLDER.resolve(name);
        if (Files.notExists(path)) {
            make(path);
        }
        return path;
    }

    /** What is in the file. */
    public byte[] bytes() {
        try {
            return Files.readAllBytes(path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the real ffmpeg to its end. */
    public static void ffmpeg(String... arguments) {
        var command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-v", "error", "-y"));
        command.addAll(Arrays.asList(arguments));
        try {
            var process = new ProcessBuilder(command).inheritIO().start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("ffmpeg failed: " + command);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Moved into place when it is whole, since tests may run at the same time. */
    private void make(Path path) {
        try {
            Files.createDirectories(FOLDER);
            var folder = Files.createTempDirectory(FOLDER, "making");
            var made = folder.resolve(name);
            var command = new ArrayList<String>();
            if (source != null) {
                command.addAll(List.of("-i", source.path().toString()));
            }
            command.addAll(arguments);
            command.add(made.toString());
            ffmpeg(command.toArray(String[]::new));
            Files.move(made, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
