package io.tapedeck.egress;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which addresses audio may be fetched from: https on its own port, a host name or a plain address, no credentials.
 *
 * @param anywhere plain http, other ports and hosts of the own network are allowed as well
 */
public record SourceRules(boolean anywhere) {
    private static final int HTTPS = 443;
    private static final Pattern LOCALHOST = Pattern.compile("(.*\\.)?localhost\\.?");
    /** Many programs read names like {@code 127.1}, {@code 2130706433} and {@code 0x7f.1} as IPv4 addresses. */
    private static final Pattern LIKE_IPV4 = Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)\\.?");

    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");

    /** Why it may not be fetched, as one sentence; empty if it may. */
    Optional<String> objection(URI source) {
        if (source.getHost() == null) {
            return Optional.of("The source is not a valid URL with a host name.");
        } else if (!schemeIsAllowed(source.getScheme())) {
            return Optional.of("The source must be an https URL.");
        } else if (source.getRawUserInfo() != null) {
            return Optional.of("The source must not contain a user name or password.");
        } else if (!anywhere && source.getPort() != -1 && source.getPort() != HTTPS) {
            return Optional.of("The source must use port 443.");
        } else if (!anywhere && isMisleading(source.getHost().toLowerCase(Locale.ROOT))) {
            return Optional.of(GuardedResolver.NOT_PUBLIC);
        }
        return Optional.empty();
    }

    private boolean schemeIsAllowed(String scheme) {
        return "https".equalsIgnoreCase(scheme) || anywhere && "http".equalsIgnoreCase(scheme);
    }

    private static boolean isMisleading(String host) {
        return LOCALHOST.matcher(host).matches()
                || host.contains("%")
                || LIKE_IPV4.matcher(host).matches() && !IPV4.matcher(host).matches();
    }
}
