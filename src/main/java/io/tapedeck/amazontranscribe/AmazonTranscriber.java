package io.tapedeck.amazontranscribe;

import io.tapedeck.audio.Transcription;
import io.tapedeck.problem.Failure;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.TemporaryFailureException;
import io.tapedeck.storage.DocumentStore;
import io.tapedeck.transcript.OutsideName;
import io.tapedeck.transcript.SpeechSource;
import io.tapedeck.transcript.Transcriber;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import software.amazon.awssdk.services.transcribe.TranscribeClient;
import software.amazon.awssdk.services.transcribe.model.LimitExceededException;
import software.amazon.awssdk.services.transcribe.model.TranscriptionJob;

/**
 * Has Amazon Transcribe hear a recording where it lies. Nothing is remembered here: what was begun is found by its name, so
 * that whoever asks again, however often and after whatever was lost on the way, goes on where it is.
 */
public final class AmazonTranscriber implements Transcriber {
    private static final Logger LOG = System.getLogger(AmazonTranscriber.class.getName());
    private static final Duration SHORTEST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);
    /** By how much Amazon is faster than the recording, or so. */
    private static final double SPEED = 4;
    /** After so long, what has not been done will not be. */
    private static final Duration PATIENCE = Duration.ofHours(24);

    private final AmazonPlaces places;
    private final AmazonJobs jobs;
    private final AmazonVocabularies vocabularies;
    private final DocumentStore documents;
    private final Clock clock;

    /** @param documents where Amazon writes what it heard, and this reads it */
    public AmazonTranscriber(TranscribeClient client, AmazonPlaces places, DocumentStore documents, Clock clock) {
        this.places = places;
        this.jobs = new AmazonJobs(client, places);
        this.vocabularies = new AmazonVocabularies(client);
        this.documents = documents;
        this.clock = clock;
    }

    @Override
    public Answer transcribe(SpeechSource source, Transcription request, Path folder, DoubleConsumer progress) {
        var refusal = AmazonLimits.refusal(source, request);
        if (refusal.isPresent()) {
            return new Answer.Failed(refusal.get());
        }
        var audio = source.audio().measures();
        if (AmazonLimits.isSilent(audio)) {
            return new Answer.Done(AmazonResult.silence(request.language(), audio.duration()));
        }
        var name = places.name(source);
        return jobs.find(name)
                .map(job -> goOn(job, name, source, request))
                .orElseGet(() -> begin(name, source, request));
    }

    private Answer begin(OutsideName name, SpeechSource source, Transcription request) {
        try {
            return request.vocabulary().isEmpty()
                    ? start(name, source, request)
                    : startWithVocabulary(name, source, request);
        } catch (LimitExceededException full) {
            return notYet(name);
        }
    }

    /** It waits for room, or for its vocabulary, and holds nobody meanwhile; after a day it counts as an attempt. */
    private Answer notYet(OutsideName name) {
        if (isLate(name.job().ulid().time())) {
            throw AmazonCalls.temporary(
                    "transcriber-busy",
                    "Amazon Transcribe had no room for this job for a day; its quotas can be raised.",
                    Optional.empty());
        }
        return new Answer.Handed(SHORTEST_WAIT);
    }

    private Answer startWithVocabulary(OutsideName name, SpeechSource source, Transcription request) {
        var language = request.language().flatMap(AmazonLanguages::code).orElseThrow();
        return switch (vocabularies.prepare(name, language, request.vocabulary())) {
            case PREPARED -> notYet(name);
            case READY -> start(name, source, request);
            case UNUSABLE -> failed(name, request, AmazonWords.failure(Optional.of("vocabulary")));
        };
    }

    private Answer start(OutsideName name, SpeechSource source, Transcription request) {
        return jobs.start(source, request)
                .map(failure -> failed(name, request, failure))
                .orElseGet(() -> new Answer.Handed(whileItIsHeard(source)));
    }

    private Answer goOn(TranscriptionJob job, OutsideName name, SpeechSource source, Transcription request) {
        return switch (job.transcriptionJobStatus()) {
            case QUEUED, IN_PROGRESS, UNKNOWN_TO_SDK_VERSION -> wait(job, name, source, request);
            case COMPLETED -> complete(job, name, source, request);
            case FAILED -> fail(Optional.ofNullable(job.failureReason()), name, request);
        };
    }

    private Answer wait(TranscriptionJob job, OutsideName name, SpeechSource source, Transcription request) {
        var began =
                Optional.ofNullable(job.creationTime()).orElse(name.job().ulid().time());
        return isLate(began)
                ? failed(
                        name,
                        request,
                        new Failure("transcriber-failed", "Amazon Transcribe has not come to an end for a day."))
                : new Answer.Handed(whileItIsHeard(source));
    }

    private Answer complete(TranscriptionJob job, OutsideName name, SpeechSource source, Transcription request) {
        var document = documents.read(places.result(source));
        if (document.isEmpty()) {
            jobs.forget(name);
            throw AmazonCalls.temporary(
                    "transcriber-failed", "What Amazon Transcribe heard is not where it was to be.", Optional.empty());
        }
        var answer = read(document.get(), job, source, request);
        removeVocabulary(name, request);
        return answer;
    }

    private static Answer read(byte[] document, TranscriptionJob job, SpeechSource source, Transcription request) {
        var language = Optional.ofNullable(job.languageCodeAsString()).or(request::language);
        try {
            var duration = source.audio().measures().duration();
            return new Answer.Done(AmazonResult.read(document, language, duration));
        } catch (ProblemException | IllegalArgumentException unreadable) {
            return new Answer.Failed(new Failure(
                    "transcriber-failed",
                    "What Amazon Transcribe wrote cannot be read as a transcript: %s."
                            .formatted(AmazonWords.bounded(unreadable.getMessage()))));
        }
    }

    /** What is Amazon's own trouble is tried again, for which the job must be gone. */
    private Answer fail(Optional<String> reason, OutsideName name, Transcription request) {
        if (AmazonWords.isInternal(reason)) {
            jobs.forget(name);
            throw AmazonCalls.temporary(
                    "transcriber-failed", "Amazon Transcribe failed for a reason of its own.", Optional.empty());
        }
        return failed(name, request, AmazonWords.failure(reason));
    }

    private Answer failed(OutsideName name, Transcription request, Failure failure) {
        removeVocabulary(name, request);
        return new Answer.Failed(failure);
    }

    /** What stays when that fails is no reason to hear it all again. */
    private void removeVocabulary(OutsideName name, Transcription request) {
        if (request.vocabulary().isEmpty()) {
            return;
        }
        try {
            vocabularies.remove(name);
        } catch (TemporaryFailureException e) {
            LOG.log(Level.WARNING, "the vocabulary {0} could not be removed: {1}", name, e.getMessage());
        }
    }

    private boolean isLate(Instant began) {
        return began.plus(PATIENCE).isBefore(clock.instant());
    }

    private static Duration whileItIsHeard(SpeechSource source) {
        var seconds = Math.round(source.audio().measures().duration() / SPEED);
        return Duration.ofSeconds(Math.clamp(seconds, SHORTEST_WAIT.toSeconds(), LONGEST_WAIT.toSeconds()));
    }
}
