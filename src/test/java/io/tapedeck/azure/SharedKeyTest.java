package io.tapedeck.azure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpMethod;

/** Against the text that Microsoft's page "Authorize with Shared Key" gives, signed elsewhere with the emulator's key. */
class SharedKeyTest {
    private final SharedKey key = new SharedKey("myaccount", Azurite.KEY);

    @Test
    void aRequestIsSignedAsMicrosoftSays() {
        var call = Call.of(SdkHttpMethod.GET, "/mycontainer")
                .query("timeout", "20")
                .query("restype", "container")
                .query("comp", "metadata")
                .header("x-ms-version", "2015-02-21")
                .header("x-ms-date", "Fri, 26 Jun 2015 23:39:12 GMT");

        assertThat(key.stringToSign(call)).isEqualTo("""
                GET











                x-ms-date:Fri, 26 Jun 2015 23:39:12 GMT
                x-ms-version:2015-02-21
                /myaccount/mycontainer
                comp:metadata
                restype:container
                timeout:20""");
        assertThat(key.authorization(call))
                .isEqualTo("SharedKey myaccount:1u9lui2jDxj0+fpbHjQ5m5NnastJRSYM+PSmfi8TXx4=");
    }

    @Test
    void lengthTypeAndConditionAreSignedAndThePathAsItIsSent() {
        var call = put(new byte[4]);

        assertThat(key.authorization(call))
                .isEqualTo("SharedKey myaccount:4L5toWCPlNNAwMuW7lHoni+znyC9hri66ZbiwhQFxCM=");
    }

    @Test
    void aLengthOfNothingIsNotSigned() {
        assertThat(key.stringToSign(put(new byte[0]))).startsWith("PUT\n\n\n\n\naudio/wav\n");
    }

    private static Call put(byte[] body) {
        return Call.put("/mycontainer/a%20b.wav")
                .header("x-ms-blob-type", "BlockBlob")
                .header("x-ms-version", "2025-01-05")
                .header("x-ms-date", "Fri, 26 Jun 2015 23:39:12 GMT")
                .header("Content-Type", "audio/wav")
                .header("If-None-Match", "*")
                .body(body);
    }
}
