package io.tapedeck.audio;

import io.tapedeck.id.WireNames;

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

    @Override
    public String toString() {
        return WireNames.name(this);
    }
}
