package io.tapedeck.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.id.JobId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.Ulid;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideNameTest {
    private static final RecordingId RECORDING = new RecordingId(Ulid.first(Instant.ofEpochSecond(1)));
    private static final JobId JOB = new JobId(Ulid.first(Instant.ofEpochSecond(2)));

    @Test
    void itIsReadAsItIsWritten() {
        var name = new OutsideName("tapedeck-2", new TenantId("a-b"), RECORDING, JOB);

        assertThat(OutsideName.parse("tapedeck-2", name.toString())).contains(name);
        assertThat(OutsideName.parse("tapedeck", name.toString())).isEmpty();
    }

    @Test
    void theLongestHasCharactersAndALengthThatAnyEngineTakes() {
        var name = new OutsideName("d".repeat(64), new TenantId("t".repeat(63)), RECORDING, JOB);

        assertThat(name.toString()).matches("[0-9a-zA-Z._-]{1,200}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tapedeck",
                "...",
                "tapedeck.acme.01J.01J",
                "tapedeck.ACME.00000000Z80000000000000000.00000001YG0000000000000000",
                "tapedeck.acme.00000000Z80000000000000000.00000001YG0000000000000000.x",
                "backup-of-tapedeck.acme.00000000Z80000000000000000.00000001YG0000000000000000"
            })
    void namesOfOthersAreNone(String text) {
        assertThat(OutsideName.parse("tapedeck", text)).isEmpty();
    }
}
