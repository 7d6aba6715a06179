package io.tapedeck.page;

import io.tapedeck.json.OpenedShareView;
import io.tapedeck.json.SharedTranscriptView;
import io.tapedeck.json.SharedTranscriptView.Turn;
import io.tapedeck.json.SharedWaveformView;
import io.tapedeck.json.UrlView;
import io.tapedeck.storage.ObjectKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Shares as somebody opens them. */
public final class Shares {
    public static final double DURATION = 60;
    private static final Instant CREATED = Instant.parse("2026-03-01T09:05:00Z");
    private static final Instant EXPIRES = Instant.parse("2026-03-08T09:05:00Z");
    private static final int PEAKS = 600;

    private Shares() {}

    /** A call of an agent and a customer, with all that a share can have. */
    public static OpenedShareView call() {
        return of("Call of 1 March", Optional.of(talk()), Optional.of(new UrlView("/download", EXPIRES)));
    }

    /** Audio alone. */
    public static OpenedShareView silent() {
        return of("Call of 1 March", Optional.empty(), Optional.empty());
    }

    static OpenedShareView titled(String title) {
        return of(title, Optional.empty(), Optional.empty());
    }

    static OpenedShareView saying(Turn... turns) {
        var said = new SharedTranscriptView(Optional.of("en-US"), List.of(turns));
        return of("Call of 1 March", Optional.of(said), Optional.empty());
    }

    /** Audio alone, whose addresses are others. */
    static OpenedShareView linking(String audio, String download) {
        return of(audio, "Call of 1 March", Optional.empty(), Optional.of(new UrlView(download, EXPIRES)));
    }

    /** Audio alone, which is elsewhere. */
    public static OpenedShareView playing(String audio) {
        return of(audio, "Call of 1 March", Optional.empty(), Optional.empty());
    }

    /** A title and words without a place to break. */
    public static OpenedShareView unbroken() {
        var word = "Donaudampfschifffahrtsgesellschaft".repeat(4);
        var said = new SharedTranscriptView(Optional.empty(), List.of(turn(word, word)));
        return of(word, Optional.of(said), Optional.empty());
    }

    static Turn turn(String speaker, String text) {
        return new Turn(Optional.of(speaker), Optional.empty(), OptionalInt.empty(), 1, 2, text);
    }

    private static OpenedShareView of(
            String title, Optional<SharedTranscriptView> transcript, Optional<UrlView> download) {
        return of("/audio", title, transcript, download);
    }

    private static OpenedShareView of(
            String audio, String title, Optional<SharedTranscriptView> transcript, Optional<UrlView> download) {
        return new OpenedShareView(
                new UrlView(audio, EXPIRES),
                download,
                title,
                DURATION,
                CREATED,
                EXPIRES,
                transcript,
                waveform(2),
                download.isPresent(),
                new ObjectKey("shares"));
    }

    /** A turn every five seconds. */
    private static SharedTranscriptView talk() {
        var lines = List.of(
                "Good morning, this is Northwind Energy, how can I help you?",
                "Hello. My bill of last month is twice as high as all the others, and I do not know why.",
                "Let me have a look. I see that the meter was read twice in February.",
                "Oh. And what does that mean for the bill?",
                "You will be sent a new one by Friday, and what you paid too much is set off against the next.",
                "That is good to hear, thank you very much.");
        return new SharedTranscriptView(
                Optional.of("en-US"),
                IntStream.range(0, 12)
                        .mapToObj(number -> new Turn(
                                Optional.of("ch_" + number % 2),
                                Optional.of(number % 2 == 0 ? "agent" : "customer"),
                                OptionalInt.of(number % 2),
                                5 * number,
                                5 * number + 4,
                                lines.get(number % lines.size())))
                        .toList());
    }

    private static SharedWaveformView waveform(int channels) {
        return new SharedWaveformView(IntStream.range(0, channels)
                .mapToObj(channel -> IntStream.range(0, PEAKS)
                        .mapToObj(number -> peak(number, channel))
                        .toList())
                .toList());
    }

    /** Loud while the channel's turns last. */
    private static double peak(int number, int channel) {
        var second = number * DURATION / PEAKS;
        var isSpeaking = (int) (second / 5) % 2 == channel && second % 5 < 4;
        return isSpeaking ? 0.25 + 0.2 * Math.abs(Math.sin(number * 1.7)) : 0.01;
    }
}
