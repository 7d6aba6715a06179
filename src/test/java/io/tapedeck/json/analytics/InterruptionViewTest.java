package io.tapedeck.json.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.analytics.Participant;
import io.tapedeck.analytics.speech.Interruption;
import io.tapedeck.json.analytics.CallAnalyticsView.InterruptionView;
import io.tapedeck.transcript.Voice;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class InterruptionViewTest {
    private static final Interruption INTERRUPTION = new Interruption(1, 0, 4, 1, true);

    @Test
    void whoIsCalledOtherwiseThanAllOthersIsKnownByThat() {
        var view = InterruptionView.of(INTERRUPTION, List.of(named("Ann", 0), named("Ben", 0)));

        assertThat(view).isEqualTo(view("Ben", Optional.empty(), "Ann", Optional.empty()));
    }

    @Test
    void twoWhoShareALabelAreKnownByTheirChannels() {
        var view = InterruptionView.of(INTERRUPTION, List.of(named("Ann", 0), named("Ann", 1)));

        assertThat(view).isEqualTo(view("Ann", Optional.of(1), "Ann", Optional.of(0)));
    }

    @Test
    void onlyWhoHasANamesakeIsKnownByTheChannel() {
        var view = InterruptionView.of(INTERRUPTION, List.of(named("Ben", 0), named("Ann", 1), named("Ann", 2)));

        assertThat(view).isEqualTo(view("Ann", Optional.of(1), "Ben", Optional.empty()));
    }

    @Test
    void twoWithoutALabelAreKnownByTheirChannels() {
        var view = InterruptionView.of(INTERRUPTION, List.of(unnamed(0), unnamed(1)));

        assertThat(view.byChannel()).contains(1);
        assertThat(view.ofChannel()).contains(0);
    }

    private static InterruptionView view(
            String by, Optional<Integer> byChannel, String of, Optional<Integer> ofChannel) {
        return new InterruptionView(Optional.of(by), byChannel, Optional.of(of), ofChannel, 4, 1, true);
    }

    private static Participant named(String label, int channel) {
        return new Participant(new Voice(Optional.of(label), OptionalInt.of(channel)), Optional.empty());
    }

    private static Participant unnamed(int channel) {
        return new Participant(new Voice(Optional.empty(), OptionalInt.of(channel)), Optional.empty());
    }
}
