package io.tapedeck.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.audio.Format;
import io.tapedeck.id.ShareId;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.EventName;
import io.tapedeck.retention.DueStore.Due.DueShare;
import io.tapedeck.sharing.Password;
import io.tapedeck.sharing.Share;
import io.tapedeck.sharing.ShareStore;
import io.tapedeck.sharing.ShareTerms;
import io.tapedeck.sharing.SharedAudio;
import io.tapedeck.sharing.SharedPart;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.StoredAudio;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoDbLocal.class)
class DynamoShareStoreTest {
    private static final String TOKEN = "ab".repeat(32);
    private static final SharedPart ALL = new SharedPart(Optional.of(1), Optional.empty(), Optional.empty(), 0);
    private static final SharedPart PART = new SharedPart(Optional.of(1), Optional.of(1.5), Optional.of(2.25), 0);

    private final Samples samples = new Samples();
    private final Table table;
    private final ShareStore store;
    private final CallRecording recording = samples.recording();

    DynamoShareStoreTest(Table table) {
        this.table = table;
        this.store = new DynamoShareStore(table, Samples.ROWS);
    }

    @Test
    void whatIsKeptIsFoundByItsPlaceAndByItsToken() {
        var share = share(PART, TOKEN);
        store.put(share);

        assertThat(store.find(share.place())).contains(share);
        assertThat(store.locate(TOKEN)).contains(share.place());
        assertThat(store.locate("cd".repeat(32))).isEmpty();
        assertThat(store.list(recording.tenant(), recording.id())).containsExactly(share);
    }

    @Test
    void oneThatIsMadeAgainGetsTheNewTokenOnly() {
        var share = share(PART, TOKEN);
        store.put(share);
        store.clipped(share.place(), clip(share), samples.now());

        store.put(share(share.id(), PART, "cd".repeat(32)));

        assertThat(store.locate(TOKEN)).isEmpty();
        assertThat(store.locate("cd".repeat(32))).contains(share.place());
        assertThat(store.find(share.place())).hasValueSatisfying(kept -> {
            assertThat(kept.token()).isEqualTo("cd".repeat(32));
            assertThat(kept.clip()).contains(clip(share));
        });
    }

    @Test
    void whatIsCutOutIsNotedUntilTheShareHasEnded() {
        var live = share(PART, TOKEN);
        var expired = share(PART, "cd".repeat(32));
        var revoked = share(PART, "ef".repeat(32));
        List.of(live, expired, revoked).forEach(store::put);
        store.revoke(revoked.place(), samples.now());

        assertThat(store.clipped(live.place(), clip(live), samples.now())).isTrue();
        assertThat(store.clipped(expired.place(), clip(expired), expired.terms().expiresAt()))
                .isFalse();
        assertThat(store.clipped(revoked.place(), clip(revoked), samples.now())).isFalse();
        assertThat(store.find(live.place()).orElseThrow().clip()).contains(clip(live));
        assertThat(store.find(revoked.place()).orElseThrow().clip()).isEmpty();
    }

    @Test
    void oneThatIsGoneCannotBeRevokedAndDoesNotComeBack() {
        var share = share(ALL, TOKEN);

        assertThat(store.revoke(share.place(), samples.now())).isEmpty();
        assertThat(store.find(share.place())).isEmpty();

        store.put(share);
        assertThat(store.revoke(share.place(), samples.now()).orElseThrow().revoked())
                .isTrue();
        store.remove(share);
        assertThat(store.find(share.place())).isEmpty();
        assertThat(store.locate(TOKEN)).isEmpty();
    }

    @Test
    void theClockTouchesWhatSomethingWasCutOutForWhenItEnds() {
        var part = share(PART, TOKEN);
        store.put(part);
        store.put(share(ALL, "cd".repeat(32)));
        var due = new DynamoDueStore(table);
        var end = part.terms().expiresAt();

        assertThat(due.due(end.minusSeconds(1)).hasNext()).isFalse();
        assertThat(due.due(end.plusSeconds(1)).next()).isEqualTo(new DueShare(part.place(), end));

        store.settle(part);
        assertThat(due.due(end.plusSeconds(1)).hasNext()).isFalse();
        assertThat(store.find(part.place())).isPresent();
    }

    @Test
    void theClockTouchesWhateverIsRevoked() {
        var share = share(ALL, TOKEN);
        store.put(share);

        store.revoke(share.place(), samples.now());

        assertThat(new DynamoDueStore(table).due(samples.now().plusSeconds(1)).next())
                .isEqualTo(new DueShare(share.place(), samples.now()));
    }

    @Test
    void theyGoWithTheRecordingButForWhatTellsThatItWasDeleted() {
        var share = share(PART, TOKEN);
        samples.store(table).commit(samples.change(recording, EventName.CREATED));
        store.put(share);

        samples.store(table).erase(recording.tenant(), recording.id());

        assertThat(store.find(share.place())).isEmpty();
        assertThat(store.locate(TOKEN)).contains(share.place());
    }

    @Test
    void theTableForgetsThemAMonthAfterTheirEnd() {
        var share = share(ALL, TOKEN);
        store.put(share);
        var forgotten = Attributes.time(share.terms().expiresAt().plus(Duration.ofDays(30)));

        assertThat(table.get(Keys.share(share.place())).orElseThrow()).containsEntry("ttl", forgotten);
        assertThat(table.get(Keys.shareToken(TOKEN)).orElseThrow()).containsEntry("ttl", forgotten);
    }

    private Share share(SharedPart part, String token) {
        return share(new ShareId(samples.ids.next()), part, token);
    }

    private Share share(ShareId id, SharedPart part, String token) {
        var terms = new ShareTerms(samples.now().plus(Samples.DAY), Optional.of(3), true, false);
        var password = new Password(600_000, "ab".repeat(16), "cd".repeat(32));
        return Share.create(
                new Share.Place(recording.tenant(), recording.id(), id),
                token,
                samples.now(),
                part,
                terms,
                Optional.of(password));
    }

    private static SharedAudio clip(Share share) {
        var key = ObjectKey.clip(share.tenant(), share.recording(), share.id(), Format.WAV);
        return new SharedAudio(StoredAudio.planned(key, 9, "ab".repeat(32)), Format.WAV, 0.75);
    }
}
