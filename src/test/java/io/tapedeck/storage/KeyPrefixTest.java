package io.tapedeck.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyPrefixTest {
    @ParameterizedTest
    @CsvSource({
        "audio/acme/rec_1/, audio/acme/rec_1/v1.wav, true",
        "audio/acme/rec_1/, audio/acme/rec_10/v1.wav, false",
        "uploads/acme/rec_1, uploads/acme/rec_1, true",
        "uploads/acme/rec_1, uploads/acme/rec_1/part, true",
        "uploads/acme/rec_1, uploads/acme/rec_1-copy.wav, false",
        "audio/acme/rec_1/job-1., audio/acme/rec_1/job-1.wav, true",
        "audio/acme/rec_1/job-1., audio/acme/rec_1/job-10.wav, false"
    })
    void whatItMeansIsWhatItHolds(String prefix, String key, boolean isMeant) {
        assertThat(new KeyPrefix(prefix).holds(key)).isEqualTo(isMeant);
    }

    @Test
    void nothingMeansAllKeys() {
        assertThatThrownBy(() -> new KeyPrefix("")).isInstanceOf(IllegalArgumentException.class);
    }
}
