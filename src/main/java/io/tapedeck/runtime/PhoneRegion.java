package io.tapedeck.runtime;

import java.util.Locale;
import java.util.Set;

/**
 * Whose telephone numbers people say without a country.
 *
 * @param code of the country or territory, as ISO 3166 has it in two letters
 */
public record PhoneRegion(String code) {
    /** @throws IllegalArgumentException if there is none, which a deployment should hear when it starts */
    public PhoneRegion {
        if (!Set.of(Locale.getISOCountries()).contains(code)) {
            throw new IllegalArgumentException(
                    "PHONE_REGION must be a country or territory as ISO 3166 has it in two capitals, such as US");
        }
    }
}
