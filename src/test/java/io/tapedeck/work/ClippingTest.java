package io.tapedeck.work;

import static io.tapedeck.work.Workshop.ACME;
import static io.tapedeck.work.Workshop.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.audio.AudioProcessor.Production;
import io.tapedeck.dynamodb.DynamoDbLocal;
import io.tapedeck.dynamodb.Table;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.ShareId;
import io.tapedeck.problem.Failure;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.recording.AudioFiles;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.Job.State;
import io.tapedeck.s3.S3Local;
import io.tapedeck.s3.S3Server;
import io.tapedeck.s3.Trouble.Killed;
import io.tapedeck.sharing.Share;
import io.tapedeck.sharing.ShareTerms;
import io.tapedeck.sharing.SharedPart;
import io.tapedeck.sharing.SharedRecordings;
import io.tapedeck.storage.ObjectKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a share's part whatever befalls who cuts it out. */
@ExtendWith({DynamoDbLocal.class, S3Local.class})
class ClippingTest {
    private final Workshop workshop;
    private RecordingId id;

    ClippingTest(Table table, S3Server server, @TempDir Path workDir) {
        this.workshop = new Workshop(table, server, workDir);
    }

    @BeforeEach
    void record() {
        id = workshop.recorded("a call");
    }

    @Test
    void aPartLiesApartFromTheVersionsAndMakesNone() {
        var share = share();
        var job = submit(share);

        workshop.run(job);

        var clip = workshop.shares.find(share.place()).orElseThrow().clip().orElseThrow();
        assertThat(clips()).containsExactly("shares/acme/" + id + "/" + share.id() + ".ogg");
        assertThat(clip.file().key().value()).isEqualTo(clips().getFirst());
        assertThat(clip.file().size()).isEqualTo("a call, then ogg".length());
        assertThat(workshop.waveforms.find(clip.file().key())).isPresent();
        assertThat(workshop.versions(id)).hasSize(1);
        assertThat(workshop.job(job).execution().status()).isEqualTo(State.SUCCEEDED);
        assertThat(workshop.events(id)).endsWith("processing", "completed");
    }

    @Test
    void whoIsKilledAfterCuttingLeavesItToAnother() {
        var share = share();
        var job = submit(share);
        workshop.trouble.dieAfter(key -> key.startsWith("shares/"));

        assertThatThrownBy(() -> workshop.run(job)).isInstanceOf(Killed.class);
        workshop.sweep(job, Claims.LEASE);
        workshop.run(job);

        assertThat(workshop.shares.find(share.place()).orElseThrow().clip()).isPresent();
        assertThat(clips()).hasSize(1);
        assertThat(workshop.job(job).execution().attempts()).isEqualTo(2);
    }

    @Test
    void nothingStaysOfAShareThatIsRevokedWhileItsCutterIsKilled() {
        var share = share();
        var job = submit(share);
        workshop.trouble.after(key -> key.startsWith("documents/") && key.contains("shr_"), () -> {
            workshop.endedShares.revoke(share.place());
            workshop.bucket.put(new ObjectKey("shares/acme/" + id + "/" + share.id() + ".ogg"), new byte[1]);
            throw new Killed();
        });

        assertThatThrownBy(() -> workshop.run(job)).isInstanceOf(Killed.class);
        assertThat(clips()).hasSize(1);
        workshop.sweep(job, Claims.LEASE);
        workshop.run(job);

        assertNothingIsLeft(share);
        assertThat(workshop.job(job).execution().status()).isEqualTo(State.SUCCEEDED);
    }

    @Test
    void aShareThatIsRevokedMeanwhileGetsNothing() {
        var share = share();
        var job = submit(share);
        workshop.processor.then(_ -> {
            workshop.endedShares.revoke(share.place());
            return Optional.empty();
        });

        workshop.run(job);

        assertNothingIsLeft(share);
        assertThat(workshop.job(job).execution().status()).isEqualTo(State.SUCCEEDED);
        assertThat(workshop.events(id)).doesNotContain("failed");
    }

    @Test
    void whatCannotBeCutEndsTheShare() {
        var share = share();
        var job = submit(share);
        workshop.processor.thenAnswer(new Production.Impossible(new Failure("odd", "It is odd.")));

        workshop.run(job);

        assertNothingIsLeft(share);
        assertThat(workshop.job(job).execution().status()).isEqualTo(State.FAILED);
        assertThat(workshop.find(id).audio()).isPresent();
    }

    @Test
    void whatLosesItsWorkerThreeTimesEndsTheShare() {
        var share = share();
        var job = submit(share);
        for (int attempt = 1; attempt <= Job.MAX_ATTEMPTS; attempt++) {
            workshop.trouble.dieAfter(key -> key.contains("shr_"));
            assertThatThrownBy(() -> workshop.run(job)).isInstanceOf(Killed.class);
            workshop.sweep(job, Claims.LEASE);
        }

        assertThat(workshop.job(job).execution().status()).isEqualTo(State.FAILED);
        assertNothingIsLeft(share);
    }

    @Test
    void aRevokedShareThatNobodyFinishedIsClearedByTheSweep() {
        var share = share();
        workshop.run(submit(share));
        workshop.shares.revoke(share.place(), workshop.now());
        assertThat(clips()).hasSize(1);

        workshop.endedShares.clear(share.place());

        assertNothingIsLeft(share);
    }

    @Test
    void anExpiredShareLosesItsPartAndIsRemembered() {
        var share = share();
        workshop.run(submit(share));
        workshop.endedShares.clear(share.place());
        assertThat(clips()).hasSize(1);

        workshop.clock.set(share.terms().expiresAt());
        workshop.endedShares.clear(share.place());

        assertThat(clips()).isEmpty();
        assertThat(workshop.shares.find(share.place())).isPresent();
    }

    @Test
    void deletionTakesThePartsAlong() {
        var share = share();
        workshop.run(submit(share));

        workshop.deletions.delete(ACME, id, ANN, _ -> {});

        assertNothingIsLeft(share);
    }

    @Test
    void aLinkOpensNothingUntilItsPartIsCutOutNorIfThatFails() {
        var share = share();
        var links = new SharedRecordings(
                workshop.shares,
                workshop.store,
                new AudioFiles(workshop.recordings, workshop.versions),
                workshop.clock);
        var job = submit(share);

        assertThatThrownBy(() -> links.audio(links.find(share.token())))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.type()).isEqualTo(ProblemType.NOT_READY);
                    assertThat(problem.retryAfter()).isPresent();
                });
        var before = links.find(share.token());
        workshop.processor.thenAnswer(new Production.Impossible(new Failure("odd", "It is odd.")));
        workshop.run(job);
        assertThatThrownBy(() -> links.audio(before))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.GONE));
        assertThatThrownBy(() -> links.find(share.token()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.NOT_FOUND));
    }

    private void assertNothingIsLeft(Share share) {
        assertThat(workshop.shares.find(share.place())).isEmpty();
        assertThat(clips()).isEmpty();
        assertThat(workshop.objects("documents/acme/" + id)).noneMatch(key -> key.contains("shr_"));
    }

    private List<String> clips() {
        return workshop.objects("shares/acme/" + id);
    }

    private Job submit(Share share) {
        var version = workshop.find(id).audio().orElseThrow();
        var task = share.part().task(share.id());
        return workshop.jobs.submit(ACME, id, task, version, ANN, share.job()).job();
    }

    private Share share() {
        var share = Share.create(
                new Share.Place(ACME, id, new ShareId(workshop.ids.next())),
                "ab".repeat(32),
                workshop.now(),
                new SharedPart(Optional.of(1), Optional.of(1.0), Optional.of(2.0), 0),
                new ShareTerms(workshop.now().plus(Duration.ofDays(1)), Optional.empty(), false, false),
                Optional.empty());
        workshop.shares.put(share);
        return share;
    }
}
