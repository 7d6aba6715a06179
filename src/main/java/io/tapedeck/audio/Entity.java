package io.tapedeck.audio;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be personal in what people say. */
public enum Entity {
    CREDIT_CARD,
    CARD_CVV,
    CARD_EXPIRY,
    BANK_ACCOUNT,
    BANK_ROUTING,
    IBAN,
    SSN,
    PASSPORT,
    DRIVER_ID,
    PHONE,
    EMAIL,
    ADDRESS,
    NAME,
    DATE_OF_BIRTH,
    PIN,
    PASSWORD,
    IP_ADDRESS,
    URL,
    USERNAME;

    private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As on the wire. */
    public String label() {
        return label;
    }

    /** The one of that name on the wire. */
    public static Optional<Entity> labelled(String label) {
        return Arrays.stream(values())
                .filter(entity -> entity.label.equals(label))
                .findFirst();
    }
}
