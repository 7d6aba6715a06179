package io.tapedeck.function.shares;

import io.tapedeck.http.Seal;
import io.tapedeck.id.Sha256;
import io.tapedeck.id.ShareId;
import io.tapedeck.id.Ulid;
import io.tapedeck.id.UlidSource;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What links are made of. A token is 128 random bits, of which a hash is kept, and a tag that only this program can make: one that was
 * guessed is refused without a look into the table.
 */
public final class ShareTokens {
    private static final String PURPOSE = "share";
    private static final String OPENING = "opening\n";
    private static final int BYTES = 16;
    private static final int SECRET_LENGTH = 22;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{44}");

    private final Seal seal;
    private final SecureRandom random;
    private final UlidSource ids;

    public ShareTokens(Seal seal, SecureRandom random, UlidSource ids) {
        this.seal = seal;
        this.random = random;
        this.ids = ids;
    }

    /** A new one. */
    String create() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return secret + seal.fingerprint(PURPOSE, secret);
    }

    /** What is kept of a token: SHA-256 in lower-case hexadecimal. */
    static String hash(String token) {
        return Sha256.hex(token.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether this program made a token. */
    boolean isOurs(String token) {
        return FORM.matcher(token).matches()
                && seal.isFingerprint(PURPOSE, token.substring(0, SECRET_LENGTH), token.substring(SECRET_LENGTH));
    }

    /** Something by which the audio of this share can be asked for until then. */
    String newOpening(ShareId share, Instant until) {
        return seal.sign(OPENING + share, ids.next() + " " + until.getEpochSecond());
    }

    /** The opening that was made for this share; empty for anything else. */
    Optional<Opening> opening(ShareId share, String text) {
        return seal.verify(OPENING + share, text)
                .map(signed -> signed.split(" ", 2))
                .map(parts -> new Opening(new Ulid(parts[0]), Instant.ofEpochSecond(Long.parseLong(parts[1]))));
    }

    /**
     * Somebody has opened a link, and may ask for the audio for a while.
     *
     * @param id tells it apart from other times
     */
    record Opening(Ulid id, Instant until) {}
}
