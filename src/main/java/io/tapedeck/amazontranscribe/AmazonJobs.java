package io.tapedeck.amazontranscribe;

import io.tapedeck.audio.Transcription;
import io.tapedeck.problem.Failure;
import io.tapedeck.transcript.OutsideName;
import io.tapedeck.transcript.SpeechSource;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.services.transcribe.TranscribeClient;
import software.amazon.awssdk.services.transcribe.model.BadRequestException;
import software.amazon.awssdk.services.transcribe.model.ConflictException;
import software.amazon.awssdk.services.transcribe.model.LimitExceededException;
import software.amazon.awssdk.services.transcribe.model.Settings;
import software.amazon.awssdk.services.transcribe.model.StartTranscriptionJobRequest;
import software.amazon.awssdk.services.transcribe.model.TranscriptionJob;

/** The jobs of recordings at Amazon Transcribe, which are known by names of ours. */
final class AmazonJobs {
    private final TranscribeClient client;
    private final AmazonPlaces places;

    AmazonJobs(TranscribeClient client, AmazonPlaces places) {
        this.client = client;
        this.places = places;
    }

    /** Empty where it has not been begun. */
    Optional<TranscriptionJob> find(OutsideName job) {
        return AmazonCalls.find(
                        () -> client.getTranscriptionJob(request -> request.transcriptionJobName(job.toString())))
                .map(answer -> Optional.ofNullable(answer.transcriptionJob())
                        .filter(found -> found.transcriptionJobStatus() != null)
                        .orElseThrow(AmazonCalls::saysNothing));
    }

    /** Removes one that came to nothing, so that it can be begun anew. */
    void forget(OutsideName job) {
        AmazonCalls.find(() -> client.deleteTranscriptionJob(request -> request.transcriptionJobName(job.toString())));
    }

    /**
     * Begins with it, unless somebody else just has.
     *
     * @return why it cannot be done; empty where it is under way
     * @throws LimitExceededException if there are too many at the moment
     */
    Optional<Failure> start(SpeechSource source, Transcription task) {
        try {
            AmazonCalls.make(() -> client.startTranscriptionJob(request(source, task)));
            return Optional.empty();
        } catch (ConflictException begunByAnother) {
            return Optional.empty();
        } catch (BadRequestException refused) {
            return Optional.of(failure(String.valueOf(refused.getMessage()), task));
        }
    }

    private StartTranscriptionJobRequest request(SpeechSource source, Transcription task) {
        var audio = source.audio().measures();
        var name = places.name(source).toString();
        var request = StartTranscriptionJobRequest.builder()
                .transcriptionJobName(name)
                .media(media -> media.mediaFileUri(places.audio(source)))
                .mediaFormat(AmazonLimits.format(audio.format()).orElseThrow())
                .settings(settings(source, task, name))
                .outputBucketName(places.bucket())
                .outputKey(places.result(source).value())
                .outputEncryptionKMSKeyId(places.encryptionKey().orElse(null));
        task.language()
                .flatMap(AmazonLanguages::code)
                .ifPresentOrElse(request::languageCode, () -> request.identifyLanguage(true));
        return request.build();
    }

    private static Settings settings(SpeechSource source, Transcription task, String name) {
        var audio = source.audio().measures();
        var settings = Settings.builder();
        if (AmazonLimits.isHeardByChannel(audio)) {
            settings.channelIdentification(true);
        }
        AmazonLimits.speakers(audio, task)
                .ifPresent(speakers -> settings.showSpeakerLabels(true).maxSpeakerLabels(speakers));
        if (!task.vocabulary().isEmpty()) {
            settings.vocabularyName(name);
        }
        return settings.build();
    }

    /** A language that is known here may be unknown in this region. */
    private static Failure failure(String message, Transcription task) {
        var isAboutLanguage = message.toLowerCase(Locale.ROOT).contains("language");
        return task.language()
                .filter(language -> isAboutLanguage)
                .map(AmazonLanguages::unsupported)
                .orElseGet(() -> AmazonWords.failure(Optional.of(message)));
    }
}
