package io.tapedeck.privacy.number;

import io.tapedeck.audio.Entity;
import io.tapedeck.privacy.cue.Cue;
import io.tapedeck.privacy.cue.CueWords;
import io.tapedeck.privacy.cue.Find;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All kinds of personal numbers. */
final class NumberShapes {
    /** Digits of the code of most cards. */
    private static final int CODE = 3;

    private static final Set<Entity> CARD = Set.of(Entity.CREDIT_CARD, Entity.CARD_EXPIRY);

    private final List<NumberShape> bare;
    private final Map<Entity, NumberShape> shapes;

    NumberShapes(String region) {
        bare = List.of(new Iban(), new Ssn(), new Phone(region), new CreditCard(), new BankAccount());
        shapes = Stream.concat(
                        bare.stream(),
                        List.of(
                                new CardCvv(),
                                new CardExpiry(),
                                new BankRouting(),
                                new Passport(),
                                new DriverId(),
                                new Pin(),
                                new PostalCode(),
                                new DateOfBirth())
                                .stream())
                .collect(Collectors.toMap(NumberShape::entity, Function.identity()));
    }

    void addTo(CueWords words) {
        shapes.values().forEach(shape -> shape.addTo(words));
        NotPersonal.addTo(words);
    }

    Optional<NumberShape> of(Entity entity) {
        return Optional.ofNullable(shapes.get(entity));
    }

    /** What a number is by its form alone, the surest first. */
    Optional<Find> bare(Candidate number) {
        Find best = null;
        for (var shape : bare) {
            var strength = shape.bare(number);
            if (strength.isPresent() && (best == null || strength.getAsDouble() > best.strength())) {
                best = new Find(
                        shape.entity(), strength.getAsDouble(), number.run().tokens());
            }
        }
        return Optional.ofNullable(best);
    }

    /** Whether "code" speaks of the one on a card: it has three digits, and somebody speaks of a card. */
    static boolean isCardCode(Candidate number, Cue cue, List<Cue> others) {
        return cue.subject().entity().filter(Entity.PIN::equals).isPresent()
                && !cue.subject().isStrong()
                && number.run().isDigits()
                && number.length() == CODE
                && others.stream()
                        .flatMap(other -> other.subject().entity().stream())
                        .anyMatch(CARD::contains);
    }

    /** The label that a checksum gives a number whose cue speaks of an account in general. */
    static Entity checked(Entity entity, String digits) {
        if (entity != Entity.BANK_ACCOUNT) {
            return entity;
        }
        return CreditCard.isCard(digits) ? Entity.CREDIT_CARD : entity;
    }
}
