package io.tapedeck.imports;

import io.tapedeck.problem.ProblemException;

/** How a provider signs its callbacks and what it writes in them. */
public interface CallbackFormat {
    /** Whether it was sent by somebody who has the secrets. What is compared with secrets takes the same time whatever it is. */
    boolean isGenuine(Callback callback, ProviderSecrets secrets);

    /**
     * What a genuine one says.
     *
     * @throws ProblemException invalid-request if it is not in the provider's form
     */
    Told read(Callback callback);

    /** That of a provider. */
    static CallbackFormat of(Provider provider) {
        return switch (provider) {
            case VAPI -> new VapiFormat();
            case TWILIO -> new TwilioFormat();
            case TELNYX -> new TelnyxFormat();
            case LIVEKIT -> new LiveKitFormat();
        };
    }
}
