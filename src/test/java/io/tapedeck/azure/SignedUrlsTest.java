package io.tapedeck.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.azure.SasKeys.SasKey;
import io.tapedeck.storage.ObjectKey;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Against the texts that Microsoft's pages on shared access signatures say are signed, signed elsewhere. */
class SignedUrlsTest {
    private static final ObjectKey KEY = new ObjectKey("audio/ü b.wav");
    private static final String DISPOSITION = "attachment; filename=\"a b.wav\"";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:03:05.999Z"), ZoneOffset.UTC);

    private final AzureContainer container = AzureContainer.of("myaccount", "recordings", "calls/", Azurite.KEY);

    @Test
    void aLinkIsSignedWithTheAccountsKeyForOneBlobAndToTheSecond() {
        var urls = new SignedUrls(container, new SharedKey("myaccount", Azurite.KEY), CLOCK);

        assertThat(urls.to(KEY, "audio/mpeg", DISPOSITION, Duration.ofMinutes(1)))
                .isEqualTo("https://myaccount.blob.core.windows.net/recordings/calls/audio/%C3%BC%20b.wav"
                        + "?rscd=attachment%3B%20filename%3D%22a%20b.wav%22&rsct=audio%2Fmpeg&se=2026-01-02T03%3A04%3A05Z"
                        + "&sig=NMbaK%2B561%2BHFPiJwhVDw5VVjvHMZuV8lOB2QFoMPifw%3D&sp=r&spr=https&sr=b&sv=2025-01-05");
    }

    @Test
    void aLinkIsSignedWithAKeyThatWasDelegated() {
        var signed = List.of(
                "the-oid", "the-tid", "2026-01-01T00:00:00Z", "2026-01-03T00:00:00Z", "b", "2025-01-05", "", "", "");
        var key = new SasKey(Azurite.KEY.bytes(), signed, Map.of("skoid", "the-oid"));
        var urls = new SignedUrls(container, _ -> key, CLOCK);

        assertThat(urls.to(KEY, "audio/mpeg", DISPOSITION, Duration.ofMinutes(1)))
                .contains("&skoid=the-oid&")
                .contains("&sig=YnyIF6rrCvly%2BRzd9GA3HadMFjCBMM95Gqdj6IempxU%3D&");
    }

    @Test
    void aLinkGoesOverTlsOnlyUnlessThereIsNone() {
        var plain = Containers.container(URI.create("http://127.0.0.1:10000/devstoreaccount1"), "recordings");
        var urls = new SignedUrls(plain, new SharedKey(Azurite.ACCOUNT, Azurite.KEY), CLOCK);

        assertThat(urls.to(KEY, "audio/mpeg", DISPOSITION, Duration.ofMinutes(1)))
                .startsWith("http://127.0.0.1:10000/devstoreaccount1/recordings/recordings/audio/")
                .doesNotContain("spr=");
    }
}
