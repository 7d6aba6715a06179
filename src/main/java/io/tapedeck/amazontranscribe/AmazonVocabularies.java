package io.tapedeck.amazontranscribe;

import io.tapedeck.transcript.OutsideLeftovers;
import io.tapedeck.transcript.OutsideName;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.transcribe.TranscribeClient;
import software.amazon.awssdk.services.transcribe.model.BadRequestException;
import software.amazon.awssdk.services.transcribe.model.ConflictException;
import software.amazon.awssdk.services.transcribe.model.LanguageCode;
import software.amazon.awssdk.services.transcribe.model.LimitExceededException;

/** The vocabularies of jobs at Amazon Transcribe, each of which is there for one job. */
public final class AmazonVocabularies implements OutsideLeftovers {
    private static final int LONGEST_PHRASE = 256;

    private final TranscribeClient client;

    public AmazonVocabularies(TranscribeClient client) {
        this.client = client;
    }

    /** How far a vocabulary is. */
    enum State {
        PREPARED,
        READY,
        UNUSABLE
    }

    /**
     * Prepares the vocabulary of a job if nobody has begun to.
     *
     * @throws LimitExceededException if there are too many at the moment
     */
    State prepare(OutsideName job, LanguageCode language, List<String> words) {
        return AmazonCalls.find(() -> client.getVocabulary(request -> request.vocabularyName(job.toString())))
                .map(found -> Optional.ofNullable(found.vocabularyState()).orElseThrow(AmazonCalls::saysNothing))
                .map(state -> switch (state) {
                    case READY -> State.READY;
                    case FAILED -> State.UNUSABLE;
                    case PENDING, UNKNOWN_TO_SDK_VERSION -> State.PREPARED;
                })
                .orElseGet(() -> create(job, language, words));
    }

    private State create(OutsideName job, LanguageCode language, List<String> words) {
        var phrases = words.stream()
                .map(AmazonVocabularies::phrase)
                .filter(phrase -> !phrase.isEmpty() && phrase.length() <= LONGEST_PHRASE)
                .distinct()
                .toList();
        if (phrases.isEmpty()) {
            return State.UNUSABLE;
        }
        try {
            AmazonCalls.make(() -> client.createVocabulary(request -> request.vocabularyName(job.toString())
                    .languageCode(language)
                    .phrases(phrases)));
            return State.PREPARED;
        } catch (ConflictException begunByAnother) {
            return State.PREPARED;
        } catch (BadRequestException refused) {
            return State.UNUSABLE;
        }
    }

    @Override
    public void remove(OutsideName job) {
        AmazonCalls.find(() -> client.deleteVocabulary(request -> request.vocabularyName(job.toString())));
    }

    /** Amazon wants the words of a phrase joined by hyphens. */
    private static String phrase(String words) {
        return words.strip().replaceAll("\\s+", "-");
    }
}
