package io.tapedeck.function.shares;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.concurrency.Deadline;
import io.tapedeck.dynamodb.DynamoDbLocal;
import io.tapedeck.dynamodb.RowReads;
import io.tapedeck.dynamodb.Table;
import io.tapedeck.http.Seal;
import io.tapedeck.id.UlidSource;
import io.tapedeck.local.DynamoDbInMemory;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.recording.AudioFiles;
import io.tapedeck.s3.S3Local;
import io.tapedeck.s3.S3Server;
import io.tapedeck.sharing.SharedRecordings;
import io.tapedeck.work.Workshop;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What it costs when somebody guesses links. */
@ExtendWith({DynamoDbLocal.class, S3Local.class})
class GuessesTest {
    private static final int GUESSES = 10_000;

    private final RowReads reads = new RowReads();
    private final SecureRandom random = new SecureRandom();
    private final ShareTokens tokens;
    private final SharedLinks links;

    GuessesTest(DynamoDbInMemory server, S3Server bucket, @TempDir Path workDir) {
        var table = new Table(server.client(List.of(reads)), server.createTable(), Deadline.NONE);
        var workshop = new Workshop(table, bucket, workDir);
        var recordings = new SharedRecordings(
                workshop.shares,
                workshop.store,
                new AudioFiles(workshop.recordings, workshop.versions),
                workshop.clock);
        this.tokens =
                new ShareTokens(new Seal(List.of("secret"), random), random, new UlidSource(workshop.clock, random));
        this.links = new SharedLinks(tokens, recordings);
    }

    @Test
    void tenThousandGuessesGiveNothingAndReadNothing() {
        for (int i = 0; i < GUESSES; i++) {
            assertUnknown(guess(i % 2 == 0 ? 33 : i % 60));
        }

        assertThat(reads.all()).isZero();
    }

    @Test
    void oneThatThisProgramMadeAndNobodyKeepsIsReadOnce() {
        assertUnknown(tokens.create());

        assertThat(reads.all()).isEqualTo(1);
    }

    private String guess(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private void assertUnknown(String token) {
        assertThatThrownBy(() -> links.find(token))
                .isInstanceOf(ProblemException.class)
                .hasMessage("This link does not exist.");
    }
}
