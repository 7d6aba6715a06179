package io.tapedeck.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ActionTest {
    @Test
    void everyTaskHasOneOfItsOwn() {
        var named = Arrays.stream(Action.values()).<Class<?>>map(Action::task).toList();

        assertThat(named).containsExactlyInAnyOrderElementsOf(kinds(Task.class).toList());
        assertThat(new Ingest().action()).isEqualTo(Action.INGEST);
        assertThat(new Merge(List.of(), Merge.Mode.MIX, 0, 0, List.of(), Optional.empty()).action())
                .isEqualTo(Action.MERGE);
    }

    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(ActionTest::kinds)
                : Stream.of(type);
    }
}
