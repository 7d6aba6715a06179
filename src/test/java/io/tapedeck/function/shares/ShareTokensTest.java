package io.tapedeck.function.shares;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.http.Seal;
import io.tapedeck.id.ShareId;
import io.tapedeck.id.UlidSource;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShareTokensTest {
    private final SecureRandom random = new SecureRandom();
    private final UlidSource ids = new UlidSource(Clock.systemUTC(), random);
    private final ShareTokens tokens = tokens("one");

    @Test
    void itsOwnAreKnownAndEachIsAnother() {
        var made = IntStream.range(0, 1000).mapToObj(_ -> tokens.create()).toList();

        assertThat(made).doesNotHaveDuplicates().allMatch(tokens::isOurs).allMatch(token -> token.length() == 44);
    }

    @Test
    void guessedOnesAreNot() {
        var token = tokens.create();

        for (int i = 0; i < token.length(); i++) {
            var other = token.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(tokens.isOurs(token.substring(0, i) + other + token.substring(i + 1)))
                    .as("at %d", i)
                    .isFalse();
        }
        assertThat(List.of(
                        "", "A", token + "A", token.substring(1), "A".repeat(44), token.replace(token.charAt(3), '.')))
                .noneMatch(tokens::isOurs);
        assertThat(tokens("two").isOurs(token)).isFalse();
    }

    @Test
    void thoseOfAnEarlierSecretAreKnownUntilItIsGone() {
        var token = tokens.create();

        assertThat(tokens("two", "one").isOurs(token)).isTrue();
        assertThat(tokens("two").isOurs(token)).isFalse();
    }

    @Test
    void anOpeningIsGoodForItsShareOnly() {
        var share = new ShareId(ids.next());
        var until = Instant.ofEpochSecond(4_102_488_000L);

        var opening = tokens.newOpening(share, until);

        assertThat(tokens.opening(share, opening))
                .hasValueSatisfying(found -> assertThat(found.until()).isEqualTo(until));
        assertThat(tokens.opening(new ShareId(ids.next()), opening)).isEmpty();
        assertThat(tokens.opening(share, opening + "A")).isEmpty();
        assertThat(tokens.opening(share, "")).isEmpty();
    }

    private ShareTokens tokens(String... secrets) {
        return new ShareTokens(new Seal(List.of(secrets), random), random, ids);
    }
}
