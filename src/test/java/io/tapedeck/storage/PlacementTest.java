package io.tapedeck.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.id.StorageName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** It is known of a recording where it lies, and where else something of it may lie. */
class PlacementTest {
    private static final StorageName GCS = new StorageName("gcs");
    private static final StorageName ARCHIVE = new StorageName("archive");
    private static final Place THERE = new Place(GCS, Storage.GCS, "recordings", "europe-west3");
    private static final Place ELSEWHERE = new Place(ARCHIVE, Storage.AZURE, "calls", "germanywestcentral");

    @Test
    void oneInTheOwnBucketLiesNowhereElse() {
        assertThat(Placement.OWN.storage()).isEmpty();
        assertThat(Placement.OWN.storages()).containsExactly(Optional.empty());
        assertThat(Placement.in(Optional.empty())).isEqualTo(Placement.OWN);
    }

    @Test
    void oneElsewhereCameByTheOwnBucket() {
        var placement = Placement.in(Optional.of(THERE));

        assertThat(placement.storage()).hasValue(GCS);
        assertThat(placement.storages()).containsExactly(Optional.empty(), Optional.of(GCS));
    }

    @Test
    void onItsWayItLiesInBothButStillBelongsWhereItWas() {
        var moving = Placement.in(Optional.of(THERE)).reaching(Optional.of(ELSEWHERE));

        assertThat(moving.storage()).hasValue(GCS);
        assertThat(moving.storages()).containsExactly(Optional.empty(), Optional.of(GCS), Optional.of(ARCHIVE));
    }

    @Test
    void onceItRestsThereItMayStillLieWhereItWas() {
        var moved = Placement.in(Optional.of(THERE))
                .reaching(Optional.of(ELSEWHERE))
                .moved(Optional.of(ELSEWHERE));

        assertThat(moved).isEqualTo(new Placement(Optional.of(ELSEWHERE), List.of(THERE)));
        assertThat(moved.storages()).containsExactly(Optional.empty(), Optional.of(ARCHIVE), Optional.of(GCS));
    }

    @Test
    void backInTheOwnBucketItIsForgottenNowhere() {
        var back = Placement.in(Optional.of(THERE)).reaching(Optional.empty()).moved(Optional.empty());

        assertThat(back).isEqualTo(new Placement(Optional.empty(), List.of(THERE)));
        assertThat(back.storage()).isEmpty();
        assertThat(back.storages()).containsExactly(Optional.empty(), Optional.of(GCS));
    }

    @Test
    void moreThanOneMoveNamesEachPlaceOnce() {
        var moved = Placement.OWN
                .reaching(Optional.of(THERE))
                .reaching(Optional.of(THERE))
                .moved(Optional.of(THERE))
                .reaching(Optional.of(ELSEWHERE))
                .moved(Optional.of(ELSEWHERE))
                .reaching(Optional.of(THERE))
                .moved(Optional.of(THERE));

        assertThat(moved).isEqualTo(new Placement(Optional.of(THERE), List.of(ELSEWHERE)));
    }

    @Test
    void aMoveToWhereItLiesChangesNothing() {
        var placement = Placement.in(Optional.of(THERE));

        assertThat(placement.reaching(Optional.of(THERE)).moved(Optional.of(THERE)))
                .isEqualTo(placement);
        assertThat(Placement.OWN.reaching(Optional.empty()).moved(Optional.empty()))
                .isEqualTo(Placement.OWN);
    }

    @Test
    void thePlaceOfAStorageIsKnownAsLongAsSomethingMayLieThere() {
        var moved = Placement.in(Optional.of(THERE)).moved(Optional.of(ELSEWHERE));

        assertThat(moved.find(Optional.of(ARCHIVE))).hasValue(ELSEWHERE);
        assertThat(moved.find(Optional.of(GCS))).hasValue(THERE);
        assertThat(moved.find(Optional.of(new StorageName("azure")))).isEmpty();
        assertThat(moved.find(Optional.empty())).isEmpty();
    }
}
