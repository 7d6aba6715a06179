package io.tapedeck.gcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.dynamodb.SettableClock;
import io.tapedeck.storage.StorageException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccessTokensTest {
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    private final SettableClock clock = new SettableClock(NOON);
    private final AccessTokens tokens = new AccessTokens(this::next, clock);
    private boolean isDown;
    private int number;

    @Test
    void oneThatLastsALittleLongerWillDoWhereThereIsNoNewOne() {
        var first = tokens.current();
        isDown = true;

        clock.set(NOON.plus(Duration.ofMinutes(59)));
        assertThat(tokens.current()).isEqualTo(first);

        clock.set(NOON.plus(Duration.ofHours(1)));
        assertThatThrownBy(tokens::current).isInstanceOf(StorageException.Unavailable.class);
    }

    @Test
    void oneThatIsRefusedIsReplacedOnce() {
        var first = tokens.current();

        var second = tokens.after(first);

        assertThat(second).isNotEqualTo(first);
        assertThat(tokens.after(first)).isEqualTo(second);
        assertThat(number).isEqualTo(2);
    }

    private Grant next() {
        if (isDown) {
            throw new StorageException.Unavailable("down", Optional.empty());
        }
        return new Grant("token " + ++number, clock.instant().plus(Duration.ofHours(1)));
    }
}
