package io.tapedeck.azure;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What links are signed with. */
interface SasKeys {
    /** A key that is good until then at least. */
    SasKey until(Instant end);

    /**
     * A key.
     *
     * @param secret to sign with
     * @param signed what says which one it is in the text that is signed, in its order
     * @param parameters the same in the link
     */
    record SasKey(byte[] secret, List<String> signed, Map<String, String> parameters) {
        public SasKey {
            requireNonNull(secret);
            signed = List.copyOf(signed);
            parameters = Map.copyOf(parameters);
        }

        @Override
        public String toString() {
            return "SasKey[hidden]";
        }
    }
}
