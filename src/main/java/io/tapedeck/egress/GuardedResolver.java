package io.tapedeck.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Gives the connection the addresses it may use. They are looked up once and connected to as they are, so a name that
 * means another address a moment later gains nothing; one that is not allowed spoils the others.
 */
public record GuardedResolver(Resolver resolver, Predicate<InetAddress> allowed) implements DnsResolver {
    /** That of this machine. Addresses that are not public are allowed in tests, or for what the deployment names itself. */
    public static GuardedResolver of(boolean allowPrivateTargets) {
        return new GuardedResolver(
                InetAddress::getAllByName, address -> allowPrivateTargets || PublicAddress.isPublic(address));
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = resolver.resolve(host);
        if (!Stream.of(addresses).allMatch(allowed)) {
            throw new NotPublicException();
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** The host has an address that is not public. */
    static final class NotPublicException extends UnknownHostException {
        private static final long serialVersionUID = 1;

        NotPublicException() {
            super("not a public address");
        }
    }
}
