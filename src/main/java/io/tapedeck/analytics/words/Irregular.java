package io.tapedeck.analytics.words;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** English words whose forms do not follow the rules, and words that look like forms and are none. */
final class Irregular {
    /** A base, then its forms. */
    private static final String FORMS = """
            be am is are was were been being
            have has had having
            do does did done
            go went gone goes
            say said says
            get got gotten
            make made
            know knew known
            think thought
            take took taken
            see saw seen
            come came
            give gave given
            find found
            tell told
            feel felt
            leave left
            bring brought
            begin began begun
            keep kept
            hold held
            write wrote written
            stand stood
            hear heard
            mean meant
            meet met
            pay paid
            sit sat
            speak spoke spoken
            lead led
            grow grew grown
            lose lost
            fall fell fallen
            send sent
            build built
            understand understood
            draw drew drawn
            break broke broken
            spend spent
            rise rose risen
            drive drove driven
            buy bought
            wear wore worn
            choose chose chosen
            sell sold
            catch caught
            teach taught
            fly flew flown
            forget forgot forgotten
            freeze froze frozen
            throw threw thrown
            win won
            withdraw withdrew withdrawn
            steal stole stolen
            swear swore sworn
            ring rang rung
            sing sang sung
            drink drank drunk
            eat ate eaten
            sleep slept
            die dying died dies
            lie lying lied lies
            tie tying tied ties
            man men
            woman women
            child children
            person people
            foot feet
            tooth teeth
            """;

    private static final Set<String> BASES =
            Set.of(("this his its us yes news always perhaps thus plus bus gas lens series species less"
                            + " unless besides sometimes overseas mathematics morning evening nothing something anything everything during"
                            + " ceiling king thing string spring wedding hundred need seed feed speed indeed embed red bed sacred")
                    .split(" "));
    private static final Map<String, String> BY_FORM = byForm();

    private Irregular() {}

    static Optional<String> base(String form) {
        return Optional.ofNullable(BY_FORM.get(form));
    }

    /** Whether it is no form of any other word. */
    static boolean isBase(String word) {
        return BASES.contains(word);
    }

    private static Map<String, String> byForm() {
        var bases = new HashMap<String, String>();
        FORMS.lines().map(line -> line.split(" ")).forEach(words -> {
            for (int i = 1; i < words.length; i++) {
                bases.put(words[i], words[0]);
            }
        });
        return Map.copyOf(bases);
    }
}
