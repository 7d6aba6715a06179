package io.tapedeck.work;

import io.tapedeck.audio.Transcription;
import io.tapedeck.transcript.SpeechSource;
import io.tapedeck.transcript.Spoken;
import io.tapedeck.transcript.SpokenWord;
import io.tapedeck.transcript.Transcriber;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.Voice;
import io.tapedeck.transcript.WordTimes;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.DoubleConsumer;
import java.util.function.Function;

/** Answers as it is told, and where it is not told anything, has heard a word on the first channel. */
public final class ScriptedTranscriber implements Transcriber {
    private final Queue<Function<SpeechSource, Answer>> answers = new ArrayDeque<>();

    private final List<Transcription> requests = new ArrayList<>();

    /** The next time it is asked, it answers so. */
    public void then(Function<SpeechSource, Answer> answer) {
        answers.add(answer);
    }

    /** What was asked, in its order. */
    public List<Transcription> requests() {
        return List.copyOf(requests);
    }

    @Override
    public Answer transcribe(SpeechSource source, Transcription request, Path folder, DoubleConsumer progress) {
        requests.add(request);
        return answers.isEmpty()
                ? new Answer.Done(hello(source))
                : answers.remove().apply(source);
    }

    /** What is heard where nothing else is told. */
    static Transcript hello(SpeechSource source) {
        return Transcript.of(
                Spoken.ORIGIN,
                source.audio().measures().duration(),
                WordTimes.HEARD,
                List.of(new SpokenWord(Voice.ofChannel(0), Spoken.word("hello 0.0-0.5"))));
    }
}
