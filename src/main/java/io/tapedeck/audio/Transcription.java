package io.tapedeck.audio;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * Writes down what is said, when and by whom. The audio stays as it is.
 *
 * @param engine that hears it
 * @param language as BCP 47 has it; absent where the engine is to find out
 * @param speakers that are to be told apart on one channel; absent where nobody says how many there are
 * @param vocabulary words that the engine may not know otherwise
 */
public record Transcription(
        SpeechEngine engine, Optional<String> language, Optional<Integer> speakers, List<String> vocabulary)
        implements Task {
    /** What is spoken where nobody says otherwise. */
    public static final String DEFAULT_LANGUAGE = "en-US";

    /** That can be told apart. */
    public static final int MOST_SPEAKERS = 10;

    public Transcription {
        requireNonNull(engine);
        requireNonNull(language);
        requireNonNull(speakers);
        vocabulary = List.copyOf(vocabulary);
    }

    /** One that nobody said more of. */
    public static Transcription by(SpeechEngine engine) {
        return new Transcription(engine, Optional.of(DEFAULT_LANGUAGE), Optional.empty(), List.of());
    }

    /** The same where nobody said how many speakers there are: as many as were named, if those are several. */
    public Transcription orSpeakers(int named) {
        return speakers.isPresent() || named < 2
                ? this
                : new Transcription(engine, language, Optional.of(Math.min(named, MOST_SPEAKERS)), vocabulary);
    }

    /** The language without its country, such as {@code en}. */
    public Optional<String> baseLanguage() {
        return language.map(tag -> tag.split("-", 2)[0]);
    }

    /**
     * What writing down came to.
     *
     * @param version of the audio whose words they are
     * @param words that were heard
     */
    public record Result(int version, int words) implements JobResult {}
}
