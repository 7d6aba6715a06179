package io.tapedeck.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.access.IdempotencyStore.Claim;
import io.tapedeck.access.IdempotencyStore.Claim.Answered;
import io.tapedeck.access.IdempotencyStore.Claim.Claimed;
import io.tapedeck.access.IdempotencyStore.Claim.InProgress;
import io.tapedeck.access.IdempotencyStore.Claim.OtherRequest;
import io.tapedeck.dynamodb.SideBySide;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.Ulid;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What everything does that remembers requests. */
public abstract class IdempotencyStoreContract {
    /** 2100-01-01T12:00:00Z, far enough for no store to take anything for expired. */
    private static final Instant NOON = Instant.ofEpochSecond(4_102_488_000L);

    private static final Duration DAY = Duration.ofDays(1);
    private static final TenantId ACME = new TenantId("acme");
    private static final Ulid FIRST = Ulid.first(Instant.ofEpochMilli(1));
    private static final Ulid SECOND = Ulid.first(Instant.ofEpochMilli(2));
    private static final byte[] REPLY = {1, 0, -1};

    private final IdempotencyStore store;

    protected IdempotencyStoreContract(IdempotencyStore store) {
        this.store = store;
    }

    @Test
    void ofManyAtOnceOneHoldsTheKey() {
        var seeds = new AtomicLong();

        var claims = SideBySide.run(
                50, () -> claim("request", Ulid.first(Instant.ofEpochMilli(seeds.incrementAndGet())), NOON));

        assertThat(claims).filteredOn(Claimed.class::isInstance).hasSize(1);
        assertThat(claims).filteredOn(InProgress.class::isInstance).hasSize(49);
    }

    @Test
    void whoAsksAgainGetsTheAnswer() {
        claim("request", FIRST, NOON);
        store.complete(ACME, "key", REPLY);

        assertThat(claim("request", SECOND, NOON.plusSeconds(1)))
                .isInstanceOfSatisfying(
                        Answered.class, answered -> assertThat(answered.reply()).isEqualTo(REPLY));
    }

    @Test
    void anAnswerOfThreeHundredKilobytesIsKept() {
        var reply = new byte[300 * 1024];
        claim("request", FIRST, NOON);
        store.complete(ACME, "key", reply);

        assertThat(claim("request", SECOND, NOON))
                .isInstanceOfSatisfying(
                        Answered.class, answered -> assertThat(answered.reply()).isEqualTo(reply));
    }

    @Test
    void theFirstAnswerStays() {
        claim("request", FIRST, NOON);
        store.complete(ACME, "key", REPLY);
        store.complete(ACME, "key", new byte[] {9});

        assertThat(claim("request", SECOND, NOON))
                .isInstanceOfSatisfying(
                        Answered.class, answered -> assertThat(answered.reply()).isEqualTo(REPLY));
    }

    @Test
    void anotherRequestUnderTheSameKeyIsToldSo() {
        claim("request", FIRST, NOON);
        assertThat(claim("other", SECOND, NOON.plusSeconds(61))).isEqualTo(new OtherRequest());

        store.complete(ACME, "key", REPLY);
        assertThat(claim("other", SECOND, NOON)).isEqualTo(new OtherRequest());
    }

    @Test
    void aReleasedKeyIsFree() {
        claim("request", FIRST, NOON);
        store.release(ACME, "key");

        assertThat(claim("other", SECOND, NOON)).isEqualTo(new Claimed(SECOND));
    }

    @Test
    void anAnsweredKeyIsNotReleased() {
        claim("request", FIRST, NOON);
        store.complete(ACME, "key", REPLY);
        store.release(ACME, "key");

        assertThat(claim("request", SECOND, NOON)).isInstanceOf(Answered.class);
    }

    @Test
    void whoFollowsADeadHolderGetsItsSeed() {
        claim("request", FIRST, NOON);

        assertThat(claim("request", SECOND, NOON.plusSeconds(59))).isEqualTo(new InProgress());
        assertThat(claim("request", SECOND, NOON.plusSeconds(60))).isEqualTo(new Claimed(FIRST));
        assertThat(claim("request", SECOND, NOON.plusSeconds(61))).isEqualTo(new InProgress());
    }

    @Test
    void whoseOwnEarlierAttemptTookTheKeyHoldsIt() {
        claim("request", FIRST, NOON);

        assertThat(claim("request", FIRST, NOON.plusSeconds(1))).isEqualTo(new Claimed(FIRST));
        assertThat(claim("request", SECOND, NOON.plusSeconds(1))).isEqualTo(new InProgress());
    }

    @Test
    void ofManyWhoFollowADeadHolderOneHoldsTheKey() {
        claim("request", FIRST, NOON);

        var claims = SideBySide.run(20, () -> claim("request", SECOND, NOON.plusSeconds(60)));

        assertThat(claims).filteredOn(new Claimed(FIRST)::equals).hasSize(1);
        assertThat(claims).filteredOn(InProgress.class::isInstance).hasSize(19);
    }

    @Test
    void anAnswerMayBeWantedForLonger() {
        claim("request", FIRST, NOON);
        store.complete(ACME, "key", REPLY, NOON.plus(DAY.multipliedBy(30)));
        store.complete(ACME, "key", new byte[] {9}, NOON.plus(DAY.multipliedBy(2)));

        assertThat(claim("request", SECOND, NOON.plus(DAY.multipliedBy(29))))
                .isInstanceOfSatisfying(
                        Answered.class, answered -> assertThat(answered.reply()).isEqualTo(REPLY));
        assertThat(claim("request", SECOND, NOON.plus(DAY.multipliedBy(30)))).isEqualTo(new Claimed(SECOND));
    }

    @Test
    void aKeyIsFreeAfterADay() {
        claim("request", FIRST, NOON);
        store.complete(ACME, "key", REPLY);

        assertThat(claim("other", SECOND, NOON.plus(DAY))).isEqualTo(new Claimed(SECOND));
        assertThat(claim("other", FIRST, NOON.plus(DAY))).isEqualTo(new InProgress());
    }

    @Test
    void anAnswerWithoutAClaimIsNotKept() {
        store.complete(ACME, "key", REPLY);

        assertThat(claim("request", FIRST, NOON)).isEqualTo(new Claimed(FIRST));
    }

    @Test
    void keysOfOtherTenantsAreOtherKeys() {
        claim("request", FIRST, NOON);

        assertThat(store.claim(new TenantId("other"), "key", "request", SECOND, NOON, NOON.plusSeconds(60)))
                .isEqualTo(new Claimed(SECOND));
    }

    private Claim claim(String request, Ulid seed, Instant now) {
        return store.claim(ACME, "key", request, seed, now, now.plusSeconds(60));
    }
}
