package io.tapedeck.analytics.words;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds what somebody says will be done: "I'll send you …", "you will receive …", "we're going to call back on …". That is somebody,
 * a form of "will" or "going to", and a verb of a kept list, with little in between; it is no question and not denied.
 */
final class Commitments {
    private static final Set<String> SHORT = words("i'll we'll you'll they'll she'll he'll it'll");
    private static final Set<String> SOMEBODY = words(
            "i we you they he she it someone somebody engineer technician agent colleague manager supervisor team driver doctor nurse"
                    + " representative specialist department office");
    private static final Set<String> INTENDING = words("i'm we're you're they're am are");
    private static final Set<String> BETWEEN = words(
            "also then just definitely certainly personally be go ahead and have has been make sure that to try now still gladly"
                    + " happily probably someone somebody them him her you get it");
    private static final Set<String> DEEDS = words(
            "send email mail phone text post ship deliver refund credit return replace cancel book schedule reschedule arrange"
                    + " organise organize contact forward update confirm file submit raise escalate order pay sign complete notify"
                    + " inform prepare provide process issue fix resolve receive call ring callback e-mail reply respond write remove"
                    + " activate deactivate upgrade renew install repair apply waive reimburse transfer dispatch review");
    /** Verbs that promise something only with one of these after them. */
    private static final Map<String, Set<String>> PHRASES = Map.of(
            "get", words("back a an your the"),
            "come", words("back out"),
            "look", words("into"),
            "follow", words("up"),
            "reach", words("out"),
            "hear", words("from back"),
            "be", words("contacted charged refunded credited with there sent notified back"),
            "bring", words("it them the your my"),
            "speak", words("to with"),
            "talk", words("to with"));

    private static final int REACH = 4;

    private Commitments() {}

    /** In the order of their times. */
    static List<Quote> in(List<Sentence> sentences, Questions questions) {
        return sentences.stream()
                .filter(sentence -> isCommitment(sentence) && !questions.isQuestion(sentence))
                .map(Sentence::quote)
                .toList();
    }

    private static boolean isCommitment(Sentence sentence) {
        for (int i = 0; i < sentence.tokens().size(); i++) {
            var deed = afterFuture(sentence, i);
            if (deed > 0 && isPromised(sentence, deed)) {
                return true;
            }
        }
        return false;
    }

    /** Where what will be done may begin; 0 where nothing is said to be. */
    private static int afterFuture(Sentence sentence, int at) {
        var token = sentence.token(at);
        var isConditional = Set.of("if", "when", "unless", "that").contains(sentence.token(at - 1));
        if (isConditional) {
            return 0;
        } else if (SHORT.contains(token)) {
            return at + 1;
        } else if (SOMEBODY.contains(token) && Set.of("will", "shall").contains(sentence.token(at + 1))) {
            return at + 2;
        }
        var isGoing =
                INTENDING.contains(token) && (sentence.token(at + 1) + " " + sentence.token(at + 2)).equals("going to");
        return isGoing ? at + 3 : 0;
    }

    private static boolean isPromised(Sentence sentence, int from) {
        for (int i = from; i < from + REACH; i++) {
            if (isDeed(sentence, i)) {
                return true;
            }
            if (!BETWEEN.contains(sentence.token(i))) {
                return false;
            }
        }
        return false;
    }

    private static boolean isDeed(Sentence sentence, int at) {
        var bases = Inflection.bases(sentence.token(at));
        var next = sentence.token(at + 1);
        return bases.stream()
                .anyMatch(base -> DEEDS.contains(base)
                        || PHRASES.getOrDefault(base, Set.of()).contains(next));
    }

    private static Set<String> words(String text) {
        return Set.of(text.split(" "));
    }
}
