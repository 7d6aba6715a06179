package io.tapedeck.runtime;

import io.quarkus.arc.DefaultBean;
import io.tapedeck.access.IdempotencyStore;
import io.tapedeck.access.KeyStore;
import io.tapedeck.auth.Authenticator;
import io.tapedeck.auth.Authenticator.Operator;
import io.tapedeck.auth.Tokens;
import io.tapedeck.concurrency.Deadline;
import io.tapedeck.function.audio.AudioRequests;
import io.tapedeck.function.links.Downloads;
import io.tapedeck.function.links.LinkedFiles;
import io.tapedeck.http.Answers;
import io.tapedeck.http.Cursors;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.Idempotency;
import io.tapedeck.http.JobAnswers;
import io.tapedeck.http.Routes;
import io.tapedeck.http.Seal;
import io.tapedeck.http.SecureLinks;
import io.tapedeck.http.request.RecordingPatch;
import io.tapedeck.http.request.RecordingRequest.Rules;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.UlidSource;
import io.tapedeck.json.Json;
import io.tapedeck.json.RecordingViews;
import io.tapedeck.log.InvocationLog;
import io.tapedeck.log.Platform;
import io.tapedeck.problem.KnownProblems;
import io.tapedeck.recording.AudioFiles;
import io.tapedeck.recording.AudioJobs;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.Recordings;
import io.tapedeck.recording.RetentionPolicy;
import io.tapedeck.recording.UsageStore;
import io.tapedeck.recording.Versions;
import io.tapedeck.storage.AudioStore;
import io.tapedeck.storage.Place;
import io.tapedeck.transcript.EngineChoice;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Puts together what the functions share at the edge. A function makes only those parts that it uses. */
@Singleton
class Wiring {
    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    SecureRandom random() {
        return new SecureRandom();
    }

    @Produces
    @Singleton
    UlidSource ids(Clock clock, SecureRandom random) {
        return new UlidSource(clock, random);
    }

    @Produces
    @Singleton
    static Json json() {
        return new Json();
    }

    @Produces
    @Singleton
    RecordingViews views(Json json, Place own) {
        return new RecordingViews(json, own);
    }

    @Produces
    @Singleton
    Seal seal(Settings.Http settings, SecureRandom random) {
        return new Seal(settings.linkSecrets().orElse(List.of()), random);
    }

    @Produces
    @Singleton
    Cursors cursors(Seal seal) {
        return new Cursors(seal);
    }

    @Produces
    @Singleton
    SecureLinks links(Seal seal, Json json) {
        return new SecureLinks(seal, json);
    }

    @Produces
    @Singleton
    Answers answers(RecordingViews views, SecureLinks links, Clock clock) {
        return new Answers(views, links, clock);
    }

    @Produces
    @Singleton
    Platform platform(Settings.Runtime settings) {
        return new Lambda(settings.functionName());
    }

    @Produces
    @Singleton
    InvocationLog log(Json json, Clock clock, Platform platform) {
        return new InvocationLog(json, clock, platform);
    }

    @Produces
    @Singleton
    Idempotency idempotency(IdempotencyStore store, Seal seal, Json json, Clock clock, Deadline deadline) {
        return new Idempotency(store, seal, json, clock, deadline);
    }

    @Produces
    @Singleton
    Exchange exchange(
            Json json,
            Instance<Idempotency> idempotency,
            UlidSource ids,
            Settings.Http settings,
            KnownProblems known,
            InvocationLog log) {
        return new Exchange(json, idempotency::get, ids, settings.publicUrl(), known, log);
    }

    @Produces
    @Singleton
    Rules rules(Settings.S3 store, Settings.Egress egress, EngineChoice engines) {
        return new Rules(store.encryptionKey().isPresent(), egress.allowPrivateTargets(), engines);
    }

    @Produces
    @Singleton
    RecordingPatch patches(Json json, RetentionPolicy retention) {
        return new RecordingPatch(json, retention);
    }

    @Produces
    @Singleton
    Routes routes(Settings.Http settings) {
        return Routes.parse(settings.routes().orElse(""));
    }

    @Produces
    @Singleton
    AudioFiles files(Recordings recordings, Versions versions) {
        return new AudioFiles(recordings, versions);
    }

    @Produces
    @Singleton
    Downloads downloads(UsageStore store, Recordings recordings) {
        return new Downloads(store, recordings);
    }

    @Produces
    @Singleton
    LinkedFiles linkedFiles(Recordings recordings, RecordingStore store, AudioFiles files, AudioStore audio) {
        return new LinkedFiles(recordings, store, files, audio);
    }

    @Produces
    @Singleton
    JobAnswers jobAnswers(Answers answers, AudioJobs jobs, Recordings recordings, Deadline deadline) {
        return new JobAnswers(answers, jobs, recordings, deadline);
    }

    @Produces
    @Singleton
    AudioRequests audioRequests(AudioJobs jobs, JobAnswers answers) {
        return new AudioRequests(jobs, answers);
    }

    @Produces
    @Singleton
    Authenticator authenticator(KeyStore keys, Settings.Auth settings, Clock clock) {
        var operator = settings.operatorKey().map(key -> new Operator(key, new TenantId(settings.operatorTenant())));
        return new Authenticator(keys, tokens(settings, clock), operator, clock);
    }

    private static Optional<Tokens> tokens(Settings.Auth settings, Clock clock) {
        return settings.jwtIssuer().map(issuer -> {
            var jwks = settings.jwtJwksUrl().orElse(issuer.replaceAll("/$", "") + "/.well-known/jwks.json");
            return new Tokens(issuer, settings.jwtAudience(), URI.create(jwks), clock);
        });
    }
}
