package io.tapedeck.egress;

import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which addresses of callers may be reached: https on its own port, a host name or a plain address, no credentials.
 *
 * @param target what is there, in the sentences that object
 * @param anywhere plain http, other ports and hosts of the own network are allowed as well
 */
public record TargetRules(String target, boolean anywhere) {
    private static final int HTTPS = 443;
    private static final Pattern LOCALHOST = Pattern.compile("(.*\\.)?localhost\\.?");
    /** Many programs read names like {@code 127.1}, {@code 2130706433} and {@code 0x7f.1} as IPv4 addresses. */
    private static final Pattern LIKE_IPV4 = Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)\\.?");

    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");

    /** For what audio is fetched from. */
    public static TargetRules ofSources(boolean anywhere) {
        return new TargetRules("source", anywhere);
    }

    /** For what is told of events. */
    public static TargetRules ofWebhooks(boolean anywhere) {
        return new TargetRules("webhook", anywhere);
    }

    /** Why it may not be reached, as one sentence; empty if it may. */
    Optional<String> objection(URI address) {
        if (address.getHost() == null) {
            return object("is not a valid URL with a host name");
        } else if (!schemeIsAllowed(address.getScheme())) {
            return object("must be an https URL");
        } else if (address.getRawUserInfo() != null) {
            return object("must not contain a user name or password");
        } else if (!anywhere && address.getPort() != -1 && address.getPort() != HTTPS) {
            return object("must use port 443");
        } else if (!anywhere && isPrivate(address.getHost().toLowerCase(Locale.ROOT))) {
            return Optional.of(notPublic());
        }
        return Optional.empty();
    }

    /** What is said of one that turns out to be in somebody's own network. */
    String notPublic() {
        return "The %s must be at a public address.".formatted(target);
    }

    private Optional<String> object(String objection) {
        return Optional.of("The %s %s.".formatted(target, objection));
    }

    private boolean schemeIsAllowed(String scheme) {
        return "https".equalsIgnoreCase(scheme) || anywhere && "http".equalsIgnoreCase(scheme);
    }

    /** An address that is written out is judged at once; what a name means is seen when it is connected to. */
    private static boolean isPrivate(String host) {
        return LOCALHOST.matcher(host).matches()
                || host.contains("%")
                || LIKE_IPV4.matcher(host).matches() && !IPV4.matcher(host).matches()
                || isLiteral(host) && !PublicAddress.isPublic(InetAddress.ofLiteral(host));
    }

    private static boolean isLiteral(String host) {
        return host.startsWith("[") || IPV4.matcher(host).matches();
    }
}
