package io.tapedeck.amazontranscribe;

import io.tapedeck.problem.Failure;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what Amazon Transcribe's reasons mean, in words that name nothing of anybody's. */
final class AmazonWords {
    private static final int LONGEST = 200;
    /** Words as people write them; addresses, keys and numbers of calls are none. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}'’(\"-]{1,30}[\\p{L})\"'’]?[.,;:!?]?|\\d{1,3}[.,]?");

    private static final Pattern ADDRESS = Pattern.compile("\\S*[/@]\\S*|arn:\\S*");

    private record Meaning(Pattern words, Failure failure) {
        static Meaning of(String words, String code, String message) {
            return new Meaning(Pattern.compile(words), new Failure(code, message));
        }
    }

    private static final List<Meaning> MEANINGS = List.of(
            Meaning.of(
                    "speech segment|identif\\w+ .*language|language identification",
                    "language-not-identified",
                    "Amazon Transcribe could not tell the language, since too little is said: name language."),
            Meaning.of(
                    "sample rate",
                    "unsupported-audio",
                    "Amazon Transcribe does not take the sample rate of this audio. Convert it to 8 or 16 kHz."),
            Meaning.of(
                    "number of channels|too many channels",
                    "unsupported-audio",
                    "Amazon Transcribe does not take that many channels. Convert the recording to two or one."),
            Meaning.of(
                    "file size|too large|too long|duration|too short|length",
                    "unsupported-audio",
                    "Amazon Transcribe takes 0.5 s to four hours and 2 GB at most. Trim or compress the recording."),
            Meaning.of(
                    "access|permission|denied|kms|encrypt|s3 uri|bucket",
                    "transcriber-refused",
                    "Amazon Transcribe may not read the audio, or not write its result: look at the policy of work, and at that of the"
                            + " key that the audio is encrypted with."),
            Meaning.of(
                    "vocabulary",
                    "unusable-vocabulary",
                    "Amazon Transcribe cannot use the vocabulary: its words must be of letters of the language, without digits."),
            Meaning.of(
                    "format|codec|decod|corrupt|unsupported|not valid|isn't valid|invalid|no audio|audio stream|can't be read",
                    "unsupported-audio",
                    "Amazon Transcribe cannot read this audio. Convert the recording to flac, or to wav with codec pcm_s16le."));

    private static final Pattern INTERNAL =
            Pattern.compile("internal (server |service )?(error|failure)|service unavailable|unexpected error");

    private AmazonWords() {}

    /** What a reason means; of one that nobody knows, what is plain of it. */
    static Failure failure(Optional<String> reason) {
        var words = lower(reason);
        return MEANINGS.stream()
                .filter(meaning -> meaning.words().matcher(words).find())
                .map(Meaning::failure)
                .findFirst()
                .orElseGet(() -> new Failure("transcriber-failed", unknown(reason)));
    }

    /** Whether it is Amazon's own trouble, which may pass. */
    static boolean isInternal(Optional<String> reason) {
        return INTERNAL.matcher(lower(reason)).find();
    }

    /** The text, no longer than can be shown. */
    static String bounded(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    /** Without addresses, whose parts mean nothing. */
    private static String lower(Optional<String> reason) {
        return ADDRESS.matcher(reason.orElse("").toLowerCase(Locale.ROOT)).replaceAll("");
    }

    private static String unknown(Optional<String> reason) {
        var plain = reason.map(AmazonWords::plain).filter(text -> !text.isBlank());
        return plain.map("Amazon Transcribe could not do it, and says: %s"::formatted)
                .orElse("Amazon Transcribe could not do it, and says no more.");
    }

    private static String plain(String reason) {
        return bounded(Stream.of(reason.split("\\s+"))
                .limit(LONGEST)
                .map(word -> PLAIN.matcher(word).matches() ? word : "…")
                .collect(Collectors.joining(" ")));
    }
}
