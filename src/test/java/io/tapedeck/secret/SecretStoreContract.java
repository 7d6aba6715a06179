package io.tapedeck.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** What every store of secrets does. */
public abstract class SecretStoreContract {
    private static final SecretName NAME = new SecretName("storages/acme/own");
    private static final SecretName OTHER = new SecretName("storages/acme/own.2");

    protected abstract SecretStore store();

    @Test
    void whatWasNotPutThereIsEmpty() {
        assertThat(store().find(NAME)).isEmpty();
        store().delete(NAME);
    }

    @Test
    void aSecretComesBackAsItWas() {
        var secret = "{\"key\": \"Grüße\\n\"}\n";
        store().put(NAME, secret);

        assertThat(store().find(NAME)).hasValue(secret);
        assertThat(store().find(OTHER)).isEmpty();
    }

    @Test
    void theLastOneIsFound() {
        store().put(NAME, "first");
        assertThat(store().find(NAME)).hasValue("first");
        store().put(NAME, "second");
        assertThat(store().find(NAME)).hasValue("second");
    }

    @Test
    void aSecretThatWasDeletedIsNotFound() {
        store().put(NAME, "first");
        store().put(OTHER, "other");
        store().find(NAME);

        store().delete(NAME);

        assertThat(store().find(NAME)).isEmpty();
        assertThat(store().find(OTHER)).hasValue("other");
    }

    @Test
    void aSecretHasSixtyFourKibibytesAtMost() {
        store().put(NAME, "é".repeat(1 << 15));
        assertThat(store().find(NAME)).hasValue("é".repeat(1 << 15));
        assertThatIllegalArgumentException().isThrownBy(() -> store().put(NAME, "é".repeat((1 << 15) + 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> store().put(NAME, ""));
    }
}
