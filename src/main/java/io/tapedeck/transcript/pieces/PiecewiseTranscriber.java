package io.tapedeck.transcript.pieces;

import io.tapedeck.audio.AudioProcessingException;
import io.tapedeck.audio.Transcription;
import io.tapedeck.transcript.Hallucinations;
import io.tapedeck.transcript.NoiseTokens;
import io.tapedeck.transcript.PieceStore;
import io.tapedeck.transcript.Recognizer;
import io.tapedeck.transcript.SpeechAudio;
import io.tapedeck.transcript.SpeechSource;
import io.tapedeck.transcript.SpokenChannel;
import io.tapedeck.transcript.SpokenWord;
import io.tapedeck.transcript.Transcriber;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.Word;
import io.tapedeck.transcript.WordTimes;
import io.tapedeck.transcript.pieces.PieceHearing.Heard;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;

/**
 * Writes down what is said in a recording by an engine that one waits for. The words of each piece are kept as soon as they are
 * heard, so that whoever goes on after this worker, however it ended, hears only what is left.
 */
public final class PiecewiseTranscriber implements Transcriber {
    /** Part of the whole that is done when the recording is decoded. */
    private static final double DECODED = 0.05;

    private final SpeechAudio audio;
    private final Recognizer recognizer;
    private final PieceStore pieces;
    private final int cores;
    private final TimeLeft time;

    /** @param cores pieces that are heard at the same time, each of which keeps one core busy */
    public PiecewiseTranscriber(SpeechAudio audio, Recognizer recognizer, PieceStore pieces, int cores, TimeLeft time) {
        this.audio = audio;
        this.recognizer = recognizer;
        this.pieces = pieces;
        this.cores = cores;
        this.time = time;
    }

    @Override
    public Answer transcribe(SpeechSource source, Transcription request, Path folder, DoubleConsumer progress) {
        var refusal = recognizer.refusal(request);
        if (refusal.isPresent()) {
            return new Answer.Failed(refusal.get());
        }
        var channels = audio.channels(source.audio(), folder, share -> progress.accept(share * DECODED));
        var hearing = new PieceHearing(recognizer, pieces, source, request, folder);
        try {
            return new SideBySide(hearing, time, pieces(source, channels), share -> progress.accept(share(share)))
                    .hear(cores)
                    .filter(heard -> isTimeForVoices(heard, channels, request))
                    .<Answer>map(heard -> new Answer.Done(transcript(source, request, channels, heard)))
                    .orElseGet(Answer.Unfinished::new);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AudioProcessingException("The transcription was interrupted", e);
        }
    }

    private static double share(double ofPieces) {
        return DECODED + ofPieces * (1 - DECODED);
    }

    /** Whoever heard nothing themselves has had all the time that there can be. */
    private boolean isTimeForVoices(List<Heard> heard, List<SpokenChannel> channels, Transcription request) {
        var sound = heard.stream().mapToDouble(each -> each.piece().length()).sum();
        return heard.stream().noneMatch(Heard::isNew)
                || !isToldApart(channels, request)
                || time.left().map(left -> Voices.fit(sound, left)).orElse(true);
    }

    private static boolean isToldApart(List<SpokenChannel> channels, Transcription request) {
        return channels.size() == 1 && request.speakers().orElse(1) > 1;
    }

    private static List<Piece> pieces(SpeechSource source, List<SpokenChannel> channels) {
        var duration = source.audio().measures().seconds();
        return channels.stream()
                .flatMap(channel -> Piece.of(channel, duration).stream())
                .toList();
    }

    private Transcript transcript(
            SpeechSource source, Transcription request, List<SpokenChannel> channels, List<Heard> heard) {
        var duration = source.audio().measures().duration();
        var spoken = new ArrayList<SpokenWord>();
        for (var channel : channels) {
            var words = words(channel, heard, duration);
            spoken.addAll(channels.size() > 1 ? Voices.ofChannel(channel, words) : alone(channel, words, request));
        }
        return Transcript.of(recognizer.origin(request), duration, WordTimes.HEARD, spoken);
    }

    /** Those of a channel that are worth to be written down. */
    private static List<Word> words(SpokenChannel channel, List<Heard> heard, double duration) {
        var words = heard.stream()
                .filter(each -> each.piece().channel().equals(channel))
                .sorted((one, other) -> Double.compare(
                        one.piece().range().start(), other.piece().range().start()))
                .flatMap(each -> each.piece().moved(each.words(), duration).stream())
                .toList();
        return Hallucinations.without(NoiseTokens.without(words), channel.voice());
    }

    /** On the only channel; those who have channels of their own are told apart by these, however many are said to be there. */
    private static List<SpokenWord> alone(SpokenChannel channel, List<Word> words, Transcription request) {
        return request.speakers()
                .filter(speakers -> speakers > 1)
                .map(speakers -> Voices.toldApart(channel, words, speakers))
                .orElseGet(() -> Voices.unknown(words));
    }
}
