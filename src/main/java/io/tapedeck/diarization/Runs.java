package io.tapedeck.diarization;

/** Finds the likeliest course of speakers in which each speaks for a while at least: Viterbi's search. */
final class Runs {
    private final int shortest;
    private final double costOfChange;

    /**
     * @param shortest frames that one speaks at least
     * @param costOfChange by which another must be likelier in all
     */
    Runs(int shortest, double costOfChange) {
        this.shortest = shortest;
        this.costOfChange = costOfChange;
    }

    /**
     * The speaker of each frame.
     *
     * @param likelihoods by speaker and frame, logarithms
     */
    int[] likeliest(double[][] likelihoods) {
        var speakers = likelihoods.length;
        var frames = likelihoods[0].length;
        var sums = sums(likelihoods);
        var best = new double[speakers][frames + 1];
        var begun = new int[speakers][frames + 1];
        for (int end = 1; end <= frames; end++) {
            for (int speaker = 0; speaker < speakers; speaker++) {
                best[speaker][end] = best[speaker][end - 1] + likelihoods[speaker][end - 1];
                begun[speaker][end] = begun[speaker][end - 1];
                var start = end - shortest;
                if (start > 0) {
                    var before = likeliest(best, start, speaker);
                    var changed = before - costOfChange + sums[speaker][end] - sums[speaker][start];
                    if (changed > best[speaker][end]) {
                        best[speaker][end] = changed;
                        begun[speaker][end] = start;
                    }
                }
            }
        }
        return traceBack(best, begun, frames);
    }

    private static double[][] sums(double[][] likelihoods) {
        var sums = new double[likelihoods.length][likelihoods[0].length + 1];
        for (int speaker = 0; speaker < sums.length; speaker++) {
            for (int i = 0; i < likelihoods[speaker].length; i++) {
                sums[speaker][i + 1] = sums[speaker][i] + likelihoods[speaker][i];
            }
        }
        return sums;
    }

    private static double likeliest(double[][] best, int end, int except) {
        var most = Double.NEGATIVE_INFINITY;
        for (int speaker = 0; speaker < best.length; speaker++) {
            most = speaker == except ? most : Math.max(most, best[speaker][end]);
        }
        return most;
    }

    private static int[] traceBack(double[][] best, int[][] begun, int frames) {
        var course = new int[frames];
        for (int end = frames, speaker = likeliestOf(best, end, -1); end > 0; ) {
            var start = begun[speaker][end];
            for (int i = start; i < end; i++) {
                course[i] = speaker;
            }
            end = start;
            speaker = likeliestOf(best, end, speaker);
        }
        return course;
    }

    private static int likeliestOf(double[][] best, int end, int except) {
        var likeliest = except == 0 && best.length > 1 ? 1 : 0;
        for (int speaker = 0; speaker < best.length; speaker++) {
            if (speaker != except && best[speaker][end] > best[likeliest][end]) {
                likeliest = speaker;
            }
        }
        return likeliest;
    }
}
