package io.tapedeck.bench;

/**
 * One of those that do the same.
 *
 * @param name what the table calls it
 * @param round does it once, or a number of times, and gives the figures of that, the same ones in the same order and
 *     units as the other sides
 */
public record Side(String name, Round round) {

    /** Something that is measured. */
    @FunctionalInterface
    public interface Round {
        double[] figures() throws Exception;
    }

    /** Something that is timed. */
    @FunctionalInterface
    public interface Action {
        void run() throws Exception;
    }

    /** A side whose figure is the time that it takes, in milliseconds, at the mean of so many times a round. */
    public static Side timed(String name, int times, Action action) {
        return new Side(name, () -> {
            var start = System.nanoTime();
            for (int i = 0; i < times; i++) {
                action.run();
            }
            return new double[] {(System.nanoTime() - start) / 1e6 / times};
        });
    }
}
