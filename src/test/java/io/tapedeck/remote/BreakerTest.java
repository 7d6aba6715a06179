package io.tapedeck.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.dynamodb.SettableClock;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.StorageException;
import io.tapedeck.storage.UnusableKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Whoever needs a storage that is down is told so at once. */
class BreakerTest {
    private static final Instant NOON = Instant.ofEpochSecond(1_800_000_000);
    private static final Duration REST = Duration.ofSeconds(30);
    private static final ObjectKey KEY = new ObjectKey("audio/acme/rec_1/v1.wav");

    private final SettableClock clock = new SettableClock(NOON);
    private final Breaker breaker = new Breaker(clock);
    private final InMemoryBucket bucket = new InMemoryBucket();
    private final RemoteBucket guarded = new GuardedBucket(bucket, breaker);
    private int asked;

    @Test
    void whatAnswersIsAskedEachTime() {
        assertThat(breaker.call(this::answer)).isEqualTo(1);
        assertThat(breaker.call(this::answer)).isEqualTo(2);
        assertThat(breaker.isOpen()).isFalse();
    }

    @Test
    void threeFailuresInARowAreTheLastForHalfAMinute() {
        fail(2);
        assertThat(breaker.isOpen()).isFalse();
        fail(1);

        assertThat(breaker.isOpen()).isTrue();
        assertThatThrownBy(() -> breaker.call(this::answer)).isInstanceOf(StorageException.Unavailable.class);
        clock.set(NOON.plus(REST).minusMillis(1));
        assertThatThrownBy(() -> breaker.call(this::answer)).isInstanceOf(StorageException.Unavailable.class);
        assertThat(asked).isEqualTo(3);
    }

    @Test
    void whoeverIsTurnedAwayIsToldWhenToComeBack() {
        fail(3);
        clock.set(NOON.plusSeconds(10));

        assertThatThrownBy(() -> breaker.call(this::answer))
                .isInstanceOfSatisfying(
                        StorageException.Unavailable.class,
                        told -> assertThat(told.retryAfter()).hasValue(Duration.ofSeconds(20)));
    }

    @Test
    void thenOneTriesAndTheOthersWaitForWhatComesOfIt() throws Exception {
        fail(3);
        clock.set(NOON.plus(REST));
        var begun = new CountDownLatch(1);
        var others = new CountDownLatch(1);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> breaker.call(() -> {
                begun.countDown();
                await(others);
                return answer();
            }));
            begun.await();
            assertThat(breaker.isOpen()).isTrue();
            assertThatThrownBy(() -> breaker.call(this::answer)).isInstanceOf(StorageException.Unavailable.class);
            others.countDown();
            assertThat(first.get()).isEqualTo(4);
        }

        assertThat(breaker.isOpen()).isFalse();
        assertThat(breaker.call(this::answer)).isEqualTo(5);
    }

    @Test
    void oneFailureMoreIsAnotherHalfMinute() {
        fail(3);
        clock.set(NOON.plus(REST));
        fail(1);

        assertThat(breaker.isOpen()).isTrue();
        clock.set(NOON.plus(REST).plus(REST).minusMillis(1));
        assertThat(breaker.isOpen()).isTrue();
        clock.set(NOON.plus(REST).plus(REST));
        assertThat(breaker.call(this::answer)).isEqualTo(5);
    }

    @Test
    void anAnswerInBetweenStartsTheCountAnew() {
        fail(2);
        breaker.call(this::answer);
        fail(2);

        assertThat(breaker.isOpen()).isFalse();
        fail(1);
        assertThat(breaker.isOpen()).isTrue();
    }

    @Test
    void whatRefusesIsNotDown() {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> breaker.call(() -> {
                        throw new StorageException.Refused("The bucket does not exist.");
                    }))
                    .isInstanceOf(StorageException.Refused.class);
            assertThatThrownBy(() -> breaker.call(() -> {
                        throw new UnusableKeyException(null);
                    }))
                    .isInstanceOf(UnusableKeyException.class);
        }

        assertThat(breaker.isOpen()).isFalse();
    }

    @Test
    void aRefusalIsAnAnswerToo() {
        fail(3);
        clock.set(NOON.plus(REST));

        assertThatThrownBy(() -> breaker.call(() -> {
                    throw new StorageException.Refused("The bucket does not exist.");
                }))
                .isInstanceOf(StorageException.Refused.class);

        assertThat(breaker.isOpen()).isFalse();
    }

    @Test
    void signingUrlsTellsNothingOfWhoeverIsDown() {
        bucket.down(true);

        for (int i = 0; i < 3; i++) {
            assertThat(guarded.presign(KEY, "audio/wav", "inline", REST)).isNotEmpty();
            assertThatThrownBy(() -> guarded.find(KEY)).isInstanceOf(StorageException.Unavailable.class);
        }

        assertThat(breaker.isOpen()).isTrue();
        assertThatThrownBy(() -> guarded.presign(KEY, "audio/wav", "inline", REST))
                .isInstanceOf(StorageException.Unavailable.class);
    }

    @Test
    void signingUrlsDoesNotTakeTheTurnOfWhoeverTries() {
        fail(3);
        clock.set(NOON.plus(REST));

        assertThat(guarded.presign(KEY, "audio/wav", "inline", REST)).isNotEmpty();
        assertThat(guarded.find(KEY)).isEmpty();
    }

    @Test
    void signersThatDoNotAnswerAreDown() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> breaker.callLocally(this::down)).isInstanceOf(StorageException.Unavailable.class);
        }

        assertThat(breaker.isOpen()).isTrue();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThatThrownBy(() -> breaker.call(this::down)).hasMessage("It is down.");
        }
    }

    private int answer() {
        return ++asked;
    }

    private int down() {
        asked++;
        throw new StorageException.Unavailable("It is down.", Optional.empty());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
