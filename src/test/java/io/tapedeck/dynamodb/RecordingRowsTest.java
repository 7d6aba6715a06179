package io.tapedeck.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.recording.CallRecording;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordingRowsTest {
    @Test
    void aChangeRemovesWhateverARecordingMayLack() {
        var optional = Arrays.stream(CallRecording.class.getRecordComponents())
                .filter(component -> component.getType() == Optional.class)
                .map(RecordComponent::getName)
                .toList();

        assertThat(new RecordingRows(Samples.ROWS).optionalAttributes(new Samples().recording()))
                .containsAll(optional);
    }
}
