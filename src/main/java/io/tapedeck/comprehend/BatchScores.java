package io.tapedeck.comprehend;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The scores in an answer of Amazon Comprehend.
 *
 * @param scores by the places of the sentences, 0 for the first
 * @param missing places of those that it could not do
 */
record BatchScores(Map<Integer, Double> scores, SortedSet<Integer> missing) {
    /**
     * Those of a number of sentences, each of which is answered once.
     *
     * @throws IllegalArgumentException if that is not what the answer holds
     */
    static BatchScores read(byte[] body, int count) {
        var scores = new TreeMap<Integer, Double>();
        var missing = new TreeSet<Integer>();
        var answer = StrictJson.tree(body);
        answer.path("ResultList").forEach(result -> scores.put(place(result, count), score(result)));
        answer.path("ErrorList").forEach(error -> missing.add(place(error, count)));
        var all = new TreeSet<>(scores.keySet());
        all.addAll(missing);
        var answers =
                answer.path("ResultList").size() + answer.path("ErrorList").size();
        if (all.size() != count || answers != count) {
            throw new IllegalArgumentException("must have an answer for each sentence");
        }
        return new BatchScores(scores, missing);
    }

    private static int place(JsonNode answer, int count) {
        var place = answer.path("Index");
        if (!place.isInt() || place.intValue() < 0 || place.intValue() >= count) {
            throw new IllegalArgumentException("must have an Index of a sentence");
        }
        return place.intValue();
    }

    private static double score(JsonNode result) {
        var shares = result.path("SentimentScore");
        return StrictJson.share(shares, "Positive") - StrictJson.share(shares, "Negative");
    }

    /** Whether every sentence has one. */
    boolean isComplete() {
        return missing.isEmpty();
    }

    /** Of all sentences, those that are missing. */
    List<String> missing(List<String> sentences) {
        return missing.stream().map(sentences::get).toList();
    }

    /** The same with the scores of what is missing, all of them and in their order. */
    BatchScores with(BatchScores others) {
        var all = new TreeMap<>(scores);
        var places = List.copyOf(missing);
        others.scores().forEach((place, score) -> all.put(places.get(place), score));
        return new BatchScores(all, Collections.emptySortedSet());
    }

    /** Those of all sentences, in their order. */
    List<Double> all() {
        return List.copyOf(new TreeMap<>(scores).values());
    }
}
