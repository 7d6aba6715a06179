package io.tapedeck.privacy.number;

import io.tapedeck.audio.Entity;
import io.tapedeck.privacy.cue.Cue;
import io.tapedeck.privacy.cue.CueWords;
import io.tapedeck.privacy.cue.Cues;
import io.tapedeck.privacy.cue.Find;
import io.tapedeck.privacy.cue.Recogniser;
import io.tapedeck.privacy.token.Conversation;
import io.tapedeck.privacy.token.Kind;
import io.tapedeck.privacy.token.Run;
import io.tapedeck.privacy.token.Runs;
import io.tapedeck.privacy.token.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds personal numbers. What a number is, the nearest phrase tells whose kind it fits; where nobody said one, its form; and
 * where it is said again, what it was the first time.
 */
public final class NumberRecogniser implements Recogniser {
    private static final int LONGEST_CARD = 19;

    private final NumberShapes shapes;
    private final CueWords words = new CueWords();

    /** @param region whose telephone numbers are said without a country, as "US" */
    public NumberRecogniser(String region) {
        shapes = new NumberShapes(region);
        shapes.addTo(words);
    }

    @Override
    public List<Find> find(Conversation conversation) {
        var cues = Cues.of(conversation, words);
        var search = new Search(conversation, cues);
        runs(conversation, cues).forEach(search::look);
        var finds = new ArrayList<>(search.finds);
        finds.addAll(new Dates(cues).find(conversation));
        conversation.tokens().stream().filter(NumberRecogniser::isGlued).forEach(token -> finds.add(glued(token)));
        return finds;
    }

    /** Whether it is written as a word and has the digits of a card inside: "see.4111.1111.1111.1111". */
    private static boolean isGlued(Token token) {
        return token.is(Kind.WORD)
                && token.text().length() >= CreditCard.SHORTEST_CARD
                && token.text().chars().filter(Character::isDigit).count() >= CreditCard.SHORTEST_CARD;
    }

    private static Find glued(Token token) {
        return new Find(Entity.CREDIT_CARD, Find.BARE, List.of(token));
    }

    private static List<Run> runs(Conversation conversation, Cues cues) {
        return conversation.lines().stream()
                .flatMap(line -> Stream.concat(
                        Runs.ofCodes(line, cues::isBetween).stream(), Runs.ofDigits(line, cues::isBetween).stream()))
                .sorted(Comparator.comparingInt(run -> run.first().order()))
                .toList();
    }

    /** One pass over a conversation. */
    private final class Search {
        private final Conversation conversation;
        private final Cues cues;
        private final List<Find> finds = new ArrayList<>();
        private final Repeats repeats = new Repeats();
        /** By the cues of what is not personal: the last word of the number that each spoke of. */
        private final Map<Cue, Integer> spent = new HashMap<>();

        Search(Conversation conversation, Cues cues) {
            this.conversation = conversation;
            this.cues = cues;
        }

        void look(Run run) {
            var number = new Candidate(conversation, run);
            if (number.isCounted()) {
                return;
            }
            var found = found(number);
            found.or(() -> repeats.of(run)).ifPresent(find -> {
                finds.add(find);
                finds.addAll(companions(find, run));
            });
            found.or(() -> repeats.goingOn(run)).ifPresent(find -> repeats.add(find, run));
        }

        private Optional<Find> found(Candidate number) {
            var run = number.run();
            var isOther = false;
            var before = cues.before(run.first());
            for (var cue : before) {
                if (!cue.subject().isPersonal()) {
                    isOther = spent.computeIfAbsent(cue, each -> run.last().order())
                            >= run.first().order();
                    if (isOther) {
                        break;
                    }
                } else if (NumberShapes.isCardCode(number, cue, before)) {
                    return Optional.of(new Find(Entity.CARD_CVV, Find.WEAK, run.tokens()));
                } else if (isAccepted(number, cue)) {
                    return Optional.of(find(number, cue));
                }
            }
            if (isOther) {
                return Optional.empty();
            }
            return cues.after(run.last())
                    .filter(cue -> cue.subject().isPersonal() && isAccepted(number, cue))
                    .map(cue -> find(number, cue))
                    .or(() -> shapes.bare(number));
        }

        private boolean isAccepted(Candidate number, Cue cue) {
            var entity = cue.subject().entity().orElseThrow();
            if (number.isPartOfDate() && entity != Entity.DATE_OF_BIRTH) {
                return false;
            }
            return shapes.of(entity).filter(shape -> shape.accepts(number, cue)).isPresent();
        }

        private Find find(Candidate number, Cue cue) {
            var entity = NumberShapes.checked(cue.subject().entity().orElseThrow(), number.characters());
            var strength = cue.subject().isStrong() ? Find.STRONG : Find.WEAK;
            return new Find(entity, strength, number.run().tokens());
        }

        /** A card's number with more behind it may hold the other two as well. */
        private List<Find> companions(Find find, Run run) {
            return find.entity() == Entity.CREDIT_CARD && run.isDigits() && run.length() > LONGEST_CARD
                    ? List.of(
                            new Find(Entity.CARD_EXPIRY, Find.BARE, find.tokens()),
                            new Find(Entity.CARD_CVV, Find.BARE, find.tokens()))
                    : List.of();
        }
    }
}
