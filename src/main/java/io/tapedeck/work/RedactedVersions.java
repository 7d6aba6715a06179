package io.tapedeck.work;

import io.tapedeck.audio.Analysis;
import io.tapedeck.audio.AudioInput;
import io.tapedeck.audio.AudioProcessor;
import io.tapedeck.audio.AudioProcessor.Production;
import io.tapedeck.audio.Encoding;
import io.tapedeck.audio.Masking;
import io.tapedeck.audio.Plan;
import io.tapedeck.audio.Redaction;
import io.tapedeck.problem.Failure;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.Recordings;
import io.tapedeck.recording.Redactions;
import io.tapedeck.redaction.CallerData;
import io.tapedeck.redaction.RedactedCall;
import io.tapedeck.storage.AudioStore;
import io.tapedeck.storage.StoredAnalytics;
import io.tapedeck.storage.StoredTranscript;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.TranscriptStore;
import io.tapedeck.work.Work.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;

/**
 * Makes redacted versions: the audio, what is said in it and the figures of the call, none of which says any more what was found.
 * That is proven before anybody can see them.
 */
public final class RedactedVersions {
    /** How much of the work is done once the audio is made, of 1. */
    private static final double MASKED = 0.7;

    private static final Outcome NOT_PROVEN = new Outcome.Impossible(new Failure(
            "redaction-not-proven", "Something of what was found would be left; nothing was published or changed."));

    private final Recordings recordings;
    private final AudioStore audio;
    private final AudioProcessor processor;
    private final NewVersions versions;
    private final TranscriptStore transcripts;
    private final RemadeAnalytics analytics;

    public RedactedVersions(
            Recordings recordings,
            AudioStore audio,
            AudioProcessor processor,
            NewVersions versions,
            TranscriptStore transcripts,
            RemadeAnalytics analytics) {
        this.recordings = recordings;
        this.audio = audio;
        this.processor = processor;
        this.versions = versions;
        this.transcripts = transcripts;
        this.analytics = analytics;
    }

    /** The redacted version. Audio out of which nothing is to be taken stays as it is, and is redacted all the same. */
    Outcome make(RedactionAttempt attempt, RedactedCall call, DoubleConsumer progress) throws IOException {
        var masking = call.plan().masking();
        if (masking.masks().isEmpty()) {
            return leave(attempt, call, progress);
        }
        return switch (masking.plan(attempt.source().measures())) {
            case Plan.Infeasible(var failure) -> new Outcome.Impossible(failure);
            case Plan.Feasible(var encoding) -> mask(attempt, call, encoding, progress);
        };
    }

    private Outcome mask(RedactionAttempt attempt, RedactedCall call, Encoding encoding, DoubleConsumer progress)
            throws IOException {
        var input = Sources.input(audio, attempt.source());
        var production = processor.mask(
                call.plan().masking(), encoding, input, attempt.folder("mask"), part -> progress.accept(part * MASKED));
        return switch (production) {
            case Production.Produced produced -> {
                var made = versions.keep(draft(attempt), produced);
                var heard = new AudioInput(made.measures(), () -> Files.newInputStream(produced.file()));
                yield finish(attempt, call, made, heard, progress);
            }
            case Production.Unchanged _ -> throw new IllegalStateException("what is to be masked must change");
            case Production.Impossible(var failure) -> new Outcome.Impossible(failure);
        };
    }

    private Outcome leave(RedactionAttempt attempt, RedactedCall call, DoubleConsumer progress) throws IOException {
        var left = attempt.isAsNew() ? versions.copy(draft(attempt)) : Optional.of(attempt.source());
        return left.isPresent()
                ? finish(attempt, call, left.get(), Sources.input(audio, attempt.source()), progress)
                : Sources.GONE;
    }

    private VersionDraft draft(RedactionAttempt attempt) {
        return versions.draft(attempt.recording(), attempt.job(), List.of(attempt.source()));
    }

    /**
     * The outcome for a version whose audio is redacted.
     *
     * @param heard its audio
     */
    private Outcome finish(
            RedactionAttempt attempt, RedactedCall call, AudioVersion audio, AudioInput heard, DoubleConsumer progress)
            throws IOException {
        var proof = new RedactionProof(call.values());
        var said = call.transcript(audio.measures().duration());
        var bare = audio.withoutAnalytics().with(redactions(attempt, call, audio));
        var spoken = said.isPresent() ? withWords(attempt, bare, said.get(), proof) : Optional.of(bare);
        if (spoken.isEmpty()) {
            return NOT_PROVEN;
        }
        var asked = analytics.request(attempt);
        var figures = asked.isEmpty()
                ? Optional.<StoredAnalytics>empty()
                : analytics.of(
                        attempt,
                        asked.get(),
                        spoken.get(),
                        heard,
                        said,
                        part -> progress.accept(MASKED + part * (1 - MASKED)));
        if (!figures.map(analytics::document).map(proof::holds).orElse(true)) {
            return NOT_PROVEN;
        }
        var categories = asked.map(Analysis::categories).orElse(List.of());
        var version = figures.map(spoken.get()::with).orElse(spoken.get());
        var result = new Redaction.Result(
                Optional.of(version.number()), call.plan().findings(), notes(attempt, call, categories));
        return new Outcome.Redacted(version, attempt.source().transcript().map(StoredTranscript::id), result);
    }

    /** The version with what is said in it; empty if something would be left in that. */
    private Optional<AudioVersion> withWords(
            RedactionAttempt attempt, AudioVersion version, Transcript said, RedactionProof proof) {
        var document = attempt.job().transcript().in(version.file().key().storage());
        var stored = transcripts.put(attempt.job().id().ulid(), document, said, recordings.now());
        return transcripts.find(stored, said.duration()).filter(proof::holds).map(_ -> version.with(stored));
    }

    /** What was taken out now, and before. */
    private static Redactions redactions(RedactionAttempt attempt, RedactedCall call, AudioVersion version) {
        var before = attempt.source().redactions().map(Redactions::spans).orElse(List.of());
        var spans = call.retimed(
                Stream.concat(before.stream(), call.plan().findings().stream()).toList());
        return new Redactions(
                version.number(), type(attempt, call), attempt.task().keepOriginal(), spans);
    }

    /** What is there instead; where nothing was cut now, what was put there before. */
    private static Masking.Style type(RedactionAttempt attempt, RedactedCall call) {
        return attempt.source()
                .redactions()
                .filter(_ -> call.plan().masking().masks().isEmpty())
                .map(Redactions::type)
                .orElse(attempt.task().type());
    }

    private static List<String> notes(RedactionAttempt attempt, RedactedCall call, List<Analysis.Category> categories) {
        var places = new CallerData(attempt.recording().details(), categories)
                .pointers(call.values()).stream()
                        .map("%s says something that was redacted; it is the caller's, and stays as it is."::formatted);
        return Stream.concat(call.notes().stream(), places).toList();
    }
}
