package io.tapedeck.redaction.search;

import io.tapedeck.audio.Entity;
import io.tapedeck.privacy.lexicon.FunctionWords;
import io.tapedeck.privacy.lexicon.OrdinaryWords;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is looked for of what was found: as a whole, and what of it tells something by itself. */
record ValueForms(OrdinaryWords ordinary) {
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    /** Digits of the shortest number that is looked for. */
    private static final int SHORTEST_NUMBER = 3;
    /** Digits of the shortest number within words, as a postcode in an address. */
    private static final int SHORTEST_WITHIN = 5;
    /** Characters of the shortest phrase. */
    private static final int SHORTEST_PHRASE = 5;
    /** Words of the shortest address without a number. */
    private static final int WORDS_OF_ADDRESS = 3;

    /** Of words that are one value as far as anybody can tell. */
    List<Value> whole(Entity entity, Stretch said) {
        var symbols = said.symbols();
        if (symbols.indexOf(SpokenText.BREAK) >= 0) {
            return List.of();
        }
        var values = new ArrayList<>(numbers(entity, symbols));
        if (!isNumber(symbols) && isText(entity, said, symbols)) {
            values.add(new Value(entity, symbols, Value.Form.TEXT));
        }
        return values;
    }

    /** Of words that may be a part of a value. */
    List<Value> part(Entity entity, Stretch said) {
        var names = entity == Entity.NAME
                ? Stream.concat(said.words().stream(), said.owners().stream())
                : Stream.<String>empty();
        return Stream.concat(
                        names.filter(this::isName)
                                .flatMap(this::withPlural)
                                .map(name -> new Value(entity, name, Value.Form.TEXT)),
                        numbers(entity, said.symbols()).stream())
                .toList();
    }

    /** A name, and those who have it: "the Okonkwos", "the Joneses". */
    private Stream<String> withPlural(String name) {
        return Stream.concat(
                Stream.of(name), Stream.of(name + "s", name + "es").filter(plural -> !ordinary.contains(plural)));
    }

    private List<Value> numbers(Entity entity, String symbols) {
        var shortest = isNumber(symbols) ? SHORTEST_NUMBER : SHORTEST_WITHIN;
        return NUMBER.matcher(symbols)
                .results()
                .map(found -> found.group())
                .filter(number -> number.length() >= shortest)
                .map(number -> new Value(entity, number, form(number)))
                .toList();
    }

    private static Value.Form form(String number) {
        return number.length() < ValueIndex.LONG ? Value.Form.SHORT_NUMBER : Value.Form.LONG_NUMBER;
    }

    private boolean isText(Entity entity, Stretch said, String symbols) {
        var words = said.words();
        var hasDigits = symbols.chars().anyMatch(Character::isDigit);
        return switch (entity) {
            case NAME ->
                words.size() == 1
                        ? isName(symbols)
                        : symbols.length() >= SHORTEST_PHRASE
                                && words.stream().anyMatch(Predicate.not(FunctionWords::contains));
            case ADDRESS -> symbols.length() >= SHORTEST_PHRASE && (hasDigits || words.size() >= WORDS_OF_ADDRESS);
            case PASSWORD, USERNAME -> symbols.length() > SHORTEST_NUMBER && !FunctionWords.contains(symbols);
            case EMAIL, URL -> symbols.length() >= SHORTEST_PHRASE;
            default -> symbols.length() >= SHORTEST_PHRASE && hasDigits;
        };
    }

    /** Whether it names somebody by itself; "will" does not. */
    private boolean isName(String word) {
        return word.length() >= ValueIndex.SHORTEST && word.indexOf(SpokenText.BREAK) < 0 && !ordinary.contains(word);
    }

    private static boolean isNumber(String symbols) {
        return NUMBER.matcher(symbols).matches();
    }
}
