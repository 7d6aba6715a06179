package io.tapedeck.privacy;

import java.util.Arrays;
import java.util.List;

/** Which sounds of a sentence belong to which of its words: those that differ least from the words' own. */
final class Alignment {
    private Alignment() {}

    /**
     * For each sound the place of the expected one that it stands for; of one that nobody expects the one before it; -1 of a
     * pause.
     */
    static int[] of(List<String> said, List<String> expected, String pause) {
        var heard = said.stream().filter(sound -> !sound.equals(pause)).toList();
        var costs = costs(heard, expected);
        var places = new int[heard.size()];
        for (int i = heard.size(), j = expected.size(); i > 0; ) {
            var differs = j > 0 && !heard.get(i - 1).equals(expected.get(j - 1)) ? 1 : 0;
            if (j > 0 && costs[i][j] == costs[i - 1][j - 1] + differs) {
                places[--i] = --j;
            } else if (j > 0 && costs[i][j] == costs[i][j - 1] + 1) {
                j--;
            } else {
                places[--i] = Math.max(0, j - 1);
            }
        }
        var all = new int[said.size()];
        Arrays.fill(all, -1);
        for (int i = 0, next = 0; i < all.length; i++) {
            if (!said.get(i).equals(pause)) {
                all[i] = places[next++];
            }
        }
        return all;
    }

    private static int[][] costs(List<String> heard, List<String> expected) {
        var costs = new int[heard.size() + 1][expected.size() + 1];
        for (int i = 0; i < costs.length; i++) {
            for (int j = 0; j < costs[i].length; j++) {
                if (i == 0 || j == 0) {
                    costs[i][j] = i + j;
                } else {
                    var differs = heard.get(i - 1).equals(expected.get(j - 1)) ? 0 : 1;
                    costs[i][j] =
                            Math.min(costs[i - 1][j - 1] + differs, 1 + Math.min(costs[i - 1][j], costs[i][j - 1]));
                }
            }
        }
        return costs;
    }
}
