package io.tapedeck.storage;

import static java.util.Objects.requireNonNull;

import io.tapedeck.problem.Failure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Fetches audio from an address that a caller gave. */
public interface SourceFetcher {
    /** Writes what the address answers to the file. */
    default Fetch fetch(String url, Path target) {
        return fetch(url, Optional.empty(), target);
    }

    /**
     * Writes what the address answers to the file.
     *
     * @param authorization what the header of this name tells the address, and none to which that redirects
     */
    Fetch fetch(String url, Optional<String> authorization, Path target);

    /** What became of fetching. */
    sealed interface Fetch {
        /**
         * It is in the file.
         *
         * @param size bytes
         * @param sha256 lower-case hexadecimal
         */
        record Fetched(long size, String sha256) implements Fetch {
            public Fetched {
                requireNonNull(sha256);
            }
        }

        /** It must not or can never be fetched: a private address, too large, 410. */
        record Refused(Failure failure) implements Fetch {
            public Refused {
                requireNonNull(failure);
            }
        }

        /**
         * It could not be fetched this time.
         *
         * @param retryAfter when the source asks to be asked again, from now on; absent where it does not say
         */
        record Unreachable(Failure failure, Optional<Duration> retryAfter) implements Fetch {
            public Unreachable {
                requireNonNull(failure);
                requireNonNull(retryAfter);
            }
        }
    }
}
