package io.tapedeck.comprehend;

import static java.util.Map.entry;

import io.tapedeck.audio.Entity;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What Amazon Comprehend's types of personal data are called here. Numbers that other states give for the same purpose as the United States
 * their social security number count as one. Not taken is what has no counterpart, and DATE_TIME: it is the date of an appointment as well as
 * that of a birth.
 */
final class PiiTypes {
    private static final Map<String, Entity> ENTITIES = Map.ofEntries(
            entry("ADDRESS", Entity.ADDRESS),
            entry("BANK_ACCOUNT_NUMBER", Entity.BANK_ACCOUNT),
            entry("BANK_ROUTING", Entity.BANK_ROUTING),
            entry("CA_SOCIAL_INSURANCE_NUMBER", Entity.SSN),
            entry("CREDIT_DEBIT_CVV", Entity.CARD_CVV),
            entry("CREDIT_DEBIT_EXPIRY", Entity.CARD_EXPIRY),
            entry("CREDIT_DEBIT_NUMBER", Entity.CREDIT_CARD),
            entry("DRIVER_ID", Entity.DRIVER_ID),
            entry("EMAIL", Entity.EMAIL),
            entry("INTERNATIONAL_BANK_ACCOUNT_NUMBER", Entity.IBAN),
            entry("IP_ADDRESS", Entity.IP_ADDRESS),
            entry("NAME", Entity.NAME),
            entry("PASSPORT_NUMBER", Entity.PASSPORT),
            entry("PASSWORD", Entity.PASSWORD),
            entry("PHONE", Entity.PHONE),
            entry("PIN", Entity.PIN),
            entry("SSN", Entity.SSN),
            entry("UK_NATIONAL_INSURANCE_NUMBER", Entity.SSN),
            entry("URL", Entity.URL),
            entry("USERNAME", Entity.USERNAME),
            entry("US_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER", Entity.SSN));

    private PiiTypes() {}

    /** Empty for what is not taken, and for what Amazon adds to its types. */
    static Optional<Entity> entity(String type) {
        return Optional.ofNullable(ENTITIES.get(type));
    }

    /** Whether it finds any of these. */
    static boolean haveAny(Set<Entity> entities) {
        return !Collections.disjoint(entities, ENTITIES.values());
    }
}
