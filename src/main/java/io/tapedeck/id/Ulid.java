package io.tapedeck.id;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 48 bits of milliseconds and 80 random bits as 26 characters that sort as text in the order of time.
 *
 * @see <a href="https://github.com/ulid/spec">the ULID specification</a>
 */
public record Ulid(String value) implements Comparable<Ulid> {
    /** What one looks like. */
    public static final Pattern FORM = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int RANDOM_BITS = 80;
    private static final int LENGTH = 26;

    public Ulid {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a ULID");
        }
    }

    /** Empty where the text is no ULID. */
    public static Optional<Ulid> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new Ulid(text)) : Optional.empty();
    }

    /** The ULID of a moment, to the millisecond, with the given 10 random bytes. */
    public static Ulid of(Instant moment, byte[] random) {
        return of(
                BigInteger.valueOf(moment.toEpochMilli()).shiftLeft(RANDOM_BITS).or(new BigInteger(1, random)));
    }

    /** The smallest ULID of a moment, to the millisecond. */
    public static Ulid first(Instant moment) {
        return of(moment, new byte[RANDOM_BITS / 8]);
    }

    /** The next one after this, of the same moment unless its random part overflows. */
    public Ulid next() {
        return of(number().add(BigInteger.ONE));
    }

    /** The greatest one that is smaller than this; of the smallest, itself. */
    public Ulid previous() {
        return of(number().subtract(BigInteger.ONE).max(BigInteger.ZERO));
    }

    /** Its moment, in whole milliseconds. */
    public Instant time() {
        return Instant.ofEpochMilli(number().shiftRight(RANDOM_BITS).longValueExact());
    }

    @Override
    public int compareTo(Ulid other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private BigInteger number() {
        var number = BigInteger.ZERO;
        for (var c : value.toCharArray()) {
            number = number.shiftLeft(5).or(BigInteger.valueOf(ALPHABET.indexOf(c)));
        }
        return number;
    }

    private static Ulid of(BigInteger number) {
        var text = new char[LENGTH];
        for (int i = LENGTH - 1; i >= 0; i--) {
            text[i] = ALPHABET.charAt(number.intValue() & 31);
            number = number.shiftRight(5);
        }
        return new Ulid(new String(text));
    }
}
