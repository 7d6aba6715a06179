package io.tapedeck.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.id.ShareId;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.EventName;
import io.tapedeck.sharing.Password;
import io.tapedeck.sharing.Share;
import io.tapedeck.sharing.ShareStore;
import io.tapedeck.sharing.ShareTerms;
import io.tapedeck.sharing.ShareUseStore;
import io.tapedeck.sharing.ShareUseStore.Attempt;
import io.tapedeck.sharing.ShareUseStore.Counted;
import io.tapedeck.sharing.SharedPart;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoDbLocal.class)
class DynamoShareUseStoreTest {
    private final Samples samples = new Samples();
    private final Table table;
    private final ShareStore shares;
    private final ShareUseStore store;
    private final CallRecording recording;

    DynamoShareUseStoreTest(Table table) {
        this.table = table;
        this.shares = new DynamoShareStore(table, Samples.ROWS);
        this.store = samples.shareUse(table);
        var change = samples.change(samples.recording(), EventName.CREATED);
        samples.store(table).commit(change);
        this.recording = change.written();
    }

    @Test
    void ofManyOpeningsAtOnceAsManyAreCountedAsThereMayBe() {
        var share = share(Optional.of(10));
        var openings = new AtomicInteger();

        var counted = SideBySide.run(64, () -> count(share, "opening" + openings.incrementAndGet()));

        assertThat(counted).filteredOn(Counted.COUNTED::equals).hasSize(10);
        assertThat(counted).filteredOn(Counted.USED_UP::equals).hasSize(54);
        assertThat(shares.find(share.place()).orElseThrow().views()).isEqualTo(10);
        assertThat(downloads()).isEqualTo(10);
        assertThat(table.rows(Keys.partition(recording.tenant(), recording.id()), Keys.EVENTS))
                .filteredOn(event -> event.get("type").s().equals("recording.downloaded"))
                .hasSize(10);
    }

    @Test
    void anOpeningIsCountedOnceHoweverOftenItAsks() {
        var share = share(Optional.of(10));

        var counted = SideBySide.run(16, () -> count(share, "one"));

        assertThat(counted).containsOnly(Counted.COUNTED);
        assertThat(shares.find(share.place()).orElseThrow().views()).isEqualTo(1);
        assertThat(downloads()).isEqualTo(1);
        assertThat(store.isCounted(share, "one")).isTrue();
        assertThat(store.isCounted(share, "other")).isFalse();
    }

    @Test
    void withoutALimitAllAreCounted() {
        var share = share(Optional.empty());

        for (int i = 0; i < 12; i++) {
            assertThat(count(share, "opening" + i)).isEqualTo(Counted.COUNTED);
        }
        assertThat(shares.find(share.place()).orElseThrow().views()).isEqualTo(12);
    }

    @Test
    void whatHasEndedIsNotCounted() {
        var share = share(Optional.empty());
        var revoked = share(Optional.empty());
        shares.revoke(revoked.place(), samples.now());

        assertThat(count(revoked, "one")).isEqualTo(Counted.GONE);
        samples.clock.set(share.terms().expiresAt());
        assertThat(count(share, "one")).isEqualTo(Counted.GONE);
        assertThat(downloads()).isZero();
    }

    @Test
    void ofManyGuessesAtOnceFiveAreLookedAt() {
        var share = share(Optional.empty());

        var looked = SideBySide.run(64, () -> {
            var attempt = store.begin(share, samples.now());
            if (attempt instanceof Attempt.Allowed) {
                store.end(share, samples.now(), false);
            }
            return attempt;
        });

        assertThat(looked).filteredOn(Attempt.Allowed.class::isInstance).hasSize(5);
        assertThat(shares.find(share.place()).orElseThrow().tries().wrong()).hasSize(5);
    }

    @Test
    void howeverManyKnowThePasswordAtOnceAllGetIn() {
        var share = share(Optional.empty());

        var looked = SideBySide.run(16, () -> {
            var attempt = store.begin(share, samples.now());
            store.end(share, samples.now(), true);
            return attempt;
        });

        assertThat(looked).hasOnlyElementsOfType(Attempt.Allowed.class);
        assertThat(shares.find(share.place()).orElseThrow().tries().wrong()).isEmpty();
    }

    private Counted count(Share share, String opening) {
        var event = samples.event(recording, EventName.DOWNLOADED);
        return store.count(recording, share, opening, event, samples.now());
    }

    private long downloads() {
        return samples.store(table)
                .find(recording.tenant(), recording.id())
                .orElseThrow()
                .usage()
                .downloadCount();
    }

    private Share share(Optional<Integer> maxViews) {
        var id = new ShareId(samples.ids.next());
        var share = Share.create(
                new Share.Place(recording.tenant(), recording.id(), id),
                "%064x".formatted(id.hashCode()),
                samples.now(),
                new SharedPart(Optional.of(1), Optional.empty(), Optional.empty(), 0),
                new ShareTerms(samples.now().plus(Samples.DAY), maxViews, false, false),
                Optional.of(new Password(600_000, "ab".repeat(16), "cd".repeat(32))));
        shares.put(share);
        return share;
    }
}
