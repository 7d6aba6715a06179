package io.tapedeck.analytics.words;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds what somebody says will be done: "I'll send you …", "you will receive …", "we're going to call back on …". That is somebody,
 * a form of "will" or "going to", and a verb of a kept list, with little in between; it is no question, not denied, and bound to
 * no {@linkplain Conditions condition}.
 */
final class Commitments {
    private static final String WILL = "'ll";
    private static final String IS = "'s";
    private static final Set<String> INTENDING = words("i'm we're you're they're am are");
    private static final Set<String> WHILE_GOING =
            words("also now just definitely certainly personally still then both all");
    private static final Set<String> NOBODY = words("no neither nor");
    private static final Set<String> BETWEEN = words(
            "also then just definitely certainly personally be go ahead and have has been make sure that to try now still gladly"
                    + " happily probably someone somebody them him her you get it");
    private static final Set<String> DEEDS = words(
            "send email mail phone text post ship deliver refund credit return replace cancel book schedule reschedule arrange"
                    + " organise organize contact forward update confirm file submit raise escalate order pay sign complete notify"
                    + " inform prepare provide process issue fix resolve receive call ring callback e-mail reply respond write remove"
                    + " activate deactivate upgrade renew install repair apply waive reimburse transfer dispatch review");
    private static final Set<String> ORDERS = words(
            "pay send return sign confirm cancel call ring email reply book tell bring fill enter submit upload complete provide");
    private static final Set<String> POLITE = words("please just so then okay ok well and");
    private static final Set<String> VERBS = words("is are was were has have had will would can could i we");
    private static final Set<String> THEN = words("and then");
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

    private final Subjects subjects;

    private Commitments(Subjects subjects) {
        this.subjects = subjects;
    }

    /** In the order of their times. */
    static List<Quote> in(List<Sentence> sentences, Questions questions) {
        var commitments = new Commitments(Subjects.in(sentences));
        return sentences.stream()
                .filter(sentence -> commitments.isCommitment(sentence) && !questions.isQuestion(sentence))
                .map(Sentence::quote)
                .toList();
    }

    private boolean isCommitment(Sentence sentence) {
        for (int i = 0; i < sentence.tokens().size(); i++) {
            var deed = afterFuture(sentence, i);
            if (deed > 0 && isPromised(sentence, deed) && !Conditions.bind(sentence, i) && !isInReturn(sentence, i)) {
                return true;
            }
        }
        return false;
    }

    /** Where what will be done may begin; 0 where nothing is said to be. */
    private int afterFuture(Sentence sentence, int at) {
        var token = sentence.token(at);
        var isConditional = Set.of("if", "when", "unless", "that").contains(sentence.token(at - 1));
        if (isConditional || isNobody(sentence, at)) {
            return 0;
        } else if (subjects.isSomebodyWith(sentence, at, WILL)) {
            return at + 1;
        } else if (subjects.isSomebody(sentence, at) && Set.of("will", "shall").contains(sentence.token(at + 1))) {
            return at + 2;
        }
        var isIntending = INTENDING.contains(token)
                || subjects.isSomebodyWith(sentence, at, IS)
                || token.equals("is") && subjects.isSomebody(sentence, at - 1);
        return isIntending ? afterGoing(sentence, at + 1) : 0;
    }

    private static int afterGoing(Sentence sentence, int at) {
        var going = WHILE_GOING.contains(sentence.token(at)) ? at + 1 : at;
        if (sentence.token(going).equals("gonna")) {
            return going + 1;
        }
        var isGoing = sentence.token(going).equals("going")
                && sentence.token(going + 1).equals("to");
        return isGoing ? going + 2 : 0;
    }

    /** "Pay and I'll refund you": whether the other side is told to do something first. */
    private static boolean isInReturn(Sentence sentence, int promise) {
        var order = POLITE.contains(sentence.token(0)) ? 1 : 0;
        if (!ORDERS.contains(sentence.token(order))) {
            return false;
        }
        for (int i = order + 1; i < promise; i++) {
            if (VERBS.contains(sentence.token(i))) {
                return false;
            }
            if (THEN.contains(sentence.token(i)) && promise - i <= Subjects.LONGEST) {
                return true;
            }
        }
        return false;
    }

    /** "No one will", "no technician is", "none of us are". */
    private static boolean isNobody(Sentence sentence, int at) {
        var subject = Set.of("is", "are", "am").contains(sentence.token(at)) ? at - 1 : at;
        var before = sentence.token(subject - 1);
        if (NOBODY.contains(before)) {
            return !Marks.part(sentence.tokens().get(subject - 1).word());
        }
        var isNone = before.equals("of") && Set.of("none", "neither").contains(sentence.token(subject - 2));
        return isNone || Set.of("nobody", "none").contains(sentence.token(subject));
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
