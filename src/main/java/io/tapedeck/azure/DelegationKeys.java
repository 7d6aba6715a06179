package io.tapedeck.azure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.tapedeck.storage.StorageException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.http.SdkHttpMethod;

/** Keys that the service gives to whoever has a token, to sign links with; one serves for a day. */
final class DelegationKeys implements SasKeys {
    private static final Duration LIFE = Duration.ofDays(1);

    /** By which the service's clock may be behind. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private static final Duration LONGEST = Duration.ofDays(7);
    private static final String VALUE = "Value";

    /** What a link says of the key, in the order in which that is signed. */
    private static final SequencedMap<String, String> FIELDS = fields();

    private static final Set<String> PATHS = Stream.concat(FIELDS.values().stream(), Stream.of(VALUE))
            .map(DelegationKeys::path)
            .collect(Collectors.toSet());

    private final BlobService service;
    private final URI endpoint;
    private final Clock clock;
    private Optional<Known> known = Optional.empty();

    DelegationKeys(BlobService service, URI endpoint, Clock clock) {
        this.service = requireNonNull(service);
        this.endpoint = requireNonNull(endpoint);
        this.clock = requireNonNull(clock);
    }

    private record Known(SasKey key, Instant end) {}

    /** @throws IllegalArgumentException if no key is good for so long, which is seven days */
    @Override
    public synchronized SasKey until(Instant end) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        if (end.isAfter(now.plus(LONGEST))) {
            throw new IllegalArgumentException("Azure signs links for seven days at most");
        }
        var fitting = known.filter(there -> !there.end().isBefore(end)).orElseGet(() -> fetch(now, end));
        known = Optional.of(fitting);
        return fitting.key();
    }

    private Known fetch(Instant now, Instant wanted) {
        var usual = now.plus(LIFE);
        var end = usual.isAfter(wanted) ? usual : wanted;
        var reply = service.ask(Call.of(SdkHttpMethod.POST, endpoint.getRawPath() + "/")
                .query("restype", "service")
                .query("comp", "userdelegationkey")
                .header("Content-Type", "application/xml")
                .body(
                        ("<?xml version=\"1.0\" encoding=\"utf-8\"?><KeyInfo><Start>%s</Start><Expiry>%s</Expiry></KeyInfo>"
                                        .formatted(now.minus(SKEW), end))
                                .getBytes(UTF_8)));
        if (!reply.isSuccessful()) {
            throw Refusals.of(reply);
        }
        return new Known(key(reply.body()), end);
    }

    private static SasKey key(byte[] document) {
        var leaves = Xml.leaves(document, PATHS);
        var parameters = new TreeMap<String, String>();
        var signed = new ArrayList<String>();
        FIELDS.forEach((parameter, element) -> {
            parameters.put(parameter, value(leaves, element));
            signed.add(value(leaves, element));
        });
        // Nobody else is named whom the link is for, and no correlation id.
        signed.addAll(List.of("", "", ""));
        return new SasKey(Base64.getDecoder().decode(value(leaves, VALUE)), signed, parameters);
    }

    private static String value(List<Xml.Leaf> leaves, String name) {
        return Xml.text(leaves, path(name))
                .orElseThrow(() ->
                        new StorageException.Unavailable("Azure gives no key to sign links with.", Optional.empty()));
    }

    private static SequencedMap<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("skoid", "SignedOid");
        fields.put("sktid", "SignedTid");
        fields.put("skt", "SignedStart");
        fields.put("ske", "SignedExpiry");
        fields.put("sks", "SignedService");
        fields.put("skv", "SignedVersion");
        return Collections.unmodifiableSequencedMap(fields);
    }

    private static String path(String name) {
        return "UserDelegationKey/" + name;
    }
}
