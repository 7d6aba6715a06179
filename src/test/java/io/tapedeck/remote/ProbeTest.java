package io.tapedeck.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.dynamodb.SettableClock;
import io.tapedeck.id.Ulid;
import io.tapedeck.problem.Failure;
import io.tapedeck.remote.RemoteBucket.Remnant;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.SourceFetcher;
import io.tapedeck.storage.SourceFetcher.Fetch;
import io.tapedeck.storage.StorageException;
import io.tapedeck.storage.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A storage is tried as it will be used, and whoever brought it is told what does not work. */
class ProbeTest {
    private static final Instant NOON = Instant.ofEpochSecond(1_800_000_000);
    private static final Ulid ID = Ulid.first(NOON);
    private static final StorageException DOWN = new StorageException.Unavailable("It is down.", Optional.empty());
    private static final StorageException FORBIDDEN = new StorageException.Refused("It allows no deletion.");

    private final List<String> fetched = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();
    private InMemoryBucket bucket = new InMemoryBucket();

    @Test
    void whatWorksIsUsableAndNothingIsLeftOfTheProbe() {
        assertThat(check()).isEqualTo(new StorageCheck(NOON, List.of(), Optional.empty()));

        assertThat(fetched).containsExactly("https://elsewhere.example/probes/" + ID + ".txt");
        assertThat(bucket.names()).isEmpty();
    }

    @Test
    void whatKeepsDeletedObjectsIsTold() {
        bucket = new InMemoryBucket() {
            @Override
            public Set<Remnant> remnants() {
                return Set.of(Remnant.VERSIONING);
            }
        };

        assertThat(check()).isEqualTo(new StorageCheck(NOON, List.of(Remnant.VERSIONING), Optional.empty()));
    }

    @Test
    void whatCannotBeOpenedSaysWhy() {
        var check = probe(this::fetch).check(() -> fail(new StorageException.Refused("The secret is not there.")), ID);

        assertThat(check.problem()).hasValue("The secret is not there.");
        assertThat(check.at()).isEqualTo(NOON);
        assertThat(check.isUsable()).isFalse();
    }

    @Test
    void whatIsDownSaysSo() {
        bucket.down(true);

        assertThat(check().problem()).hasValue("The storage is down.");
        assertThat(fetched).isEmpty();
    }

    @Test
    void whatCannotBeWrittenIsToldNotThatItCannotBeDeletedEither() {
        bucket = new InMemoryBucket() {
            @Override
            public Optional<StoredObject> put(
                    ObjectKey key, Content content, String type, Optional<String> encryption) {
                return fail(new StorageException.Refused("It allows no writing."));
            }

            @Override
            public void delete(ObjectKey key) {
                fail(FORBIDDEN);
            }
        };

        assertThat(check().problem()).hasValue("It allows no writing.");
    }

    @Test
    void whatIsWrittenHasToBeKept() {
        bucket = new InMemoryBucket() {
            @Override
            public Optional<StoredObject> put(
                    ObjectKey key, Content content, String type, Optional<String> encryption) {
                return Optional.empty();
            }
        };

        assertProblem("What is written is not kept.");
    }

    @Test
    void whatIsReadHasToBeWhatWasWritten() {
        bucket.lossy(true);

        assertProblem("What is read is not what was written.");
    }

    @Test
    void whatWasWrittenHasToBeFound() {
        bucket = reading(Optional::empty);

        assertProblem("What was written cannot be found.");
    }

    @Test
    void whatBreaksOffInTheMiddleCannotBeRead() {
        bucket = reading(() -> Optional.of(new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("The connection ended");
            }
        }));

        assertProblem("What was written could not be read.");
    }

    @Test
    void whoeverAnswersWithoutEndIsNotListenedToForLong() {
        bucket = reading(() -> Optional.of(new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        }));

        assertProblem("What is read is not what was written.");
    }

    @Test
    void whatCannotBeSignedIsTold() {
        bucket = new InMemoryBucket() {
            @Override
            public String presign(ObjectKey key, String contentType, String disposition, Duration validity) {
                return fail(new StorageException.Refused("It allows no signing."));
            }
        };

        assertProblem("It allows no signing.");
    }

    @Test
    void aUrlHasToLeadToWhatWasWritten() {
        var problem = problem((_, _, file) -> write(file, "<html>Sign in</html>"));

        assertThat(problem).hasValue("A signed URL leads to other bytes.");
    }

    @Test
    void aUrlThatIsRefusedOrLeadsNowhereIsToldWithTheReason() {
        var failure = new Failure("source-refused", "The source answered 403.");

        assertThat(problem((_, _, _) -> new Fetch.Refused(failure)))
                .hasValue("A signed URL does not work: The source answered 403.");
        assertThat(problem((_, _, _) -> new Fetch.Unreachable(failure, Optional.of(Duration.ofSeconds(5)))))
                .hasValue("A signed URL does not work: The source answered 403.");
    }

    @Test
    void whatCannotBeDeletedIsNotUsable() {
        bucket = new InMemoryBucket() {
            @Override
            public void delete(ObjectKey key) {
                fail(FORBIDDEN);
            }
        };

        assertThat(check().problem()).hasValue("It allows no deletion.");
    }

    @Test
    void whatIsStillThereWhenItHasBeenDeletedIsNotUsable() {
        bucket = new InMemoryBucket() {
            @Override
            public void delete(ObjectKey key) {
                // says that it is gone
            }
        };

        assertThat(check().problem()).hasValue("What was deleted is still there.");
    }

    @Test
    void settingsThatCannotBeReadAreToldOnceNothingIsLeft() {
        bucket = new InMemoryBucket() {
            @Override
            public Set<Remnant> remnants() {
                return fail(DOWN);
            }
        };

        assertProblem("It is down.");
    }

    /** It is told, and nothing is left. */
    private void assertProblem(String problem) {
        assertThat(check().problem()).hasValue(problem);
        assertThat(bucket.names()).isEmpty();
        assertThat(files).noneMatch(Files::exists);
    }

    private Optional<String> problem(SourceFetcher fetcher) {
        var check = probe(fetcher).check(() -> bucket, ID);
        assertThat(bucket.names()).isEmpty();
        return check.problem();
    }

    private StorageCheck check() {
        return probe(this::fetch).check(() -> bucket, ID);
    }

    private static Probe probe(SourceFetcher fetcher) {
        return new Probe(fetcher, fetcher, new SettableClock(NOON));
    }

    private Fetch fetch(String url, Optional<String> authorization, Path file) {
        fetched.add(url);
        files.add(file);
        try (var content = bucket.open(new ObjectKey(url.substring("https://elsewhere.example/".length())))
                .orElseThrow()) {
            return write(file, new String(content.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Fetch write(Path file, String text) {
        try {
            Files.writeString(file, text);
            return new Fetch.Fetched(text.length(), "ab".repeat(32));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InMemoryBucket reading(Supplier<Optional<InputStream>> content) {
        return new InMemoryBucket() {
            @Override
            public Optional<InputStream> open(ObjectKey key) {
                return content.get();
            }
        };
    }

    private static <T> T fail(StorageException failure) {
        throw failure;
    }
}
