package io.tapedeck.webhook;

/**
 * What came of telling webhooks.
 *
 * @param delivered how many attempts were taken
 * @param failed how many were not
 * @param disabled how many webhooks are told no more since
 */
public record Tally(int delivered, int failed, int disabled) {
    public static final Tally NOTHING = new Tally(0, 0, 0);

    /** Both together. */
    public Tally plus(Tally other) {
        return new Tally(delivered + other.delivered, failed + other.failed, disabled + other.disabled);
    }
}
