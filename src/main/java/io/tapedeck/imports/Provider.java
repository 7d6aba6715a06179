package io.tapedeck.imports;

import io.tapedeck.id.WireNames;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who makes calls and tells of their recordings. */
public enum Provider {
    VAPI("secret"),
    TWILIO("accountSid", "authToken"),
    TELNYX("publicKey"),
    LIVEKIT("apiKey", "apiSecret");

    private static final Pattern ACCOUNT = Pattern.compile("AC[0-9a-f]{32}");

    private final List<String> secrets;

    Provider(String... secrets) {
        this.secrets = List.of(secrets);
    }

    /** The one of this name, as paths have it. */
    public static Optional<Provider> parse(String name) {
        return Arrays.stream(values())
                .filter(provider -> provider.toString().equals(name))
                .findFirst();
    }

    /** The names of what its callbacks are checked with, all of which are needed. */
    public List<String> secrets() {
        return secrets;
    }

    /** Whether a secret has the form that this provider gives it. */
    public boolean accepts(String name, String value) {
        return switch (this) {
            case TELNYX -> TelnyxFormat.isKey(value);
            case TWILIO -> !name.equals("accountSid") || ACCOUNT.matcher(value).matches();
            case VAPI, LIVEKIT -> true;
        };
    }

    @Override
    public String toString() {
        return WireNames.name(this);
    }
}
