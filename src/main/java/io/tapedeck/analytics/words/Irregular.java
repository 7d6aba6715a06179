package io.tapedeck.analytics.words;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** English words whose forms do not follow the rules, and words that look like forms and are none. */
final class Irregular {
    /** A base, then its forms. */
    private static final String FORMS = """
            be am is are was were been being
            have has had having
            do does did done doing
            go went gone goes going
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
            leave left leaves
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
            lie lying lied lies lay lain
            tie tying tied ties
            arise arose arisen
            awake awoke awoken
            bear bore borne born
            beat beaten
            become became
            bend bent
            beseech besought
            bind bound
            bite bit bitten
            bleed bled
            blow blew blown
            breed bred
            burn burnt
            bus buses busses bused bussed busing bussing
            cling clung
            creep crept
            deal dealt
            dig dug
            dive dove
            dream dreamt
            dwell dwelt
            dye dyed dyeing
            feed fed
            fight fought
            flee fled
            fling flung
            forbid forbade forbidden
            forecast forecasted
            foresee foresaw foreseen
            forgive forgave forgiven
            forsake forsook forsaken
            gas gases gasses gassed gassing
            grind ground
            hang hung
            hide hid hidden
            kneel knelt
            knit knitted
            lay laid
            lean leant
            leap leapt
            learn learnt
            lend lent
            light lit
            mislead misled
            mistake mistook mistaken
            misunderstand misunderstood
            mow mown
            outgrow outgrew outgrown
            overcome overcame
            overdo overdid overdone
            overhear overheard
            overpay overpaid
            oversee oversaw overseen
            oversleep overslept
            overtake overtook overtaken
            overthrow overthrew overthrown
            prepay prepaid
            prove proven
            quiz quizzes quizzed quizzing
            rebuild rebuilt
            redo redid redone
            repay repaid
            resell resold
            resend resent
            retake retook retaken
            rethink rethought
            rewrite rewrote rewritten
            ride rode ridden
            run ran
            saw sawn
            seek sought
            sew sewn
            shake shook shaken
            shave shaven
            shear shorn
            shine shone
            shoot shot
            show shown
            shrink shrank shrunk shrunken
            sink sank sunk sunken
            slay slew slain
            slide slid
            sling slung
            smell smelt
            smite smote smitten
            sow sown
            speed sped
            spell spelt
            spill spilt
            spin spun span
            spit spat
            spoil spoilt
            spring sprang sprung
            stick stuck
            sting stung
            stink stank stunk
            strew strewn
            stride strode stridden
            strike struck stricken
            string strung
            strive strove striven
            sweep swept
            swell swollen
            swim swam swum
            swing swung
            tear tore torn
            tread trod trodden
            undergo underwent undergone undergoes
            undertake undertook undertaken
            undo undid undone undoes
            unwind unwound
            uphold upheld
            vie vying vied vies
            wake woke woken
            weave wove woven
            weep wept
            wind wound
            withhold withheld
            withstand withstood
            wring wrung
            butt butted butting
            focus focused focusses focussed focusing focussing foci
            ski skis skied skiing
            taxi taxis taxied taxiing
            man men
            woman women
            child children
            person people
            foot feet
            tooth teeth
            goose geese
            mouse mice
            louse lice
            ox oxen
            penny pence pennies
            grandchild grandchildren
            stepchild stepchildren
            salesperson salespeople
            knife knives
            wife wives
            midwife midwives
            housewife housewives
            life lives
            live lives
            half halves
            halve halves
            calf calves
            leaf leaves
            loaf loaves
            thief thieves
            thieve thieves
            shelf shelves
            shelve shelves
            self selves
            yourself yourselves
            elf elves
            wolf wolves
            scarf scarves
            hoof hooves
            wharf wharves
            dwarf dwarves
            sheaf sheaves
            analysis analyses
            analyse analyses
            crisis crises
            basis bases
            base bases
            thesis theses
            hypothesis hypotheses
            diagnosis diagnoses
            diagnose diagnoses
            oasis oases
            emphasis emphases
            synthesis syntheses
            parenthesis parentheses
            prognosis prognoses
            axis axes
            axe axes
            neurosis neuroses
            criterion criteria
            phenomenon phenomena
            automaton automata
            datum data
            medium media
            bacterium bacteria
            memorandum memoranda
            addendum addenda
            curriculum curricula
            millennium millennia
            symposium symposia
            referendum referenda
            spectrum spectra
            erratum errata
            stratum strata
            alumnus alumni
            cactus cacti
            fungus fungi
            nucleus nuclei
            radius radii
            stimulus stimuli
            syllabus syllabi
            terminus termini
            formula formulae
            antenna antennae
            larva larvae
            vertebra vertebrae
            index indices
            appendix appendices
            vertex vertices
            matrix matrices
            vortex vortices
            bureau bureaux
            plateau plateaux
            menu menus
            guru gurus
            emu emus
            alibi alibis
            bikini bikinis
            kiwi kiwis
            safari safaris
            ad ads
            id ids
            tv tvs
            pc pcs
            cd cds
            hr hrs
            yr yrs
            good better best
            shy shyer shyest
            grey greyer greyest
            dry dryer
            well better best
            bad worse worst
            far farther farthest further furthest
            old elder eldest
            """;

    /** Those whose forms end in "-er" and "-est": of other words, these endings make others ("number", "letter"). */
    private static final String ADJECTIVES = """
            angry big black bold brave brief bright broad busy calm cheap clean clear clever close cold cool
            crazy cruel cute damp dark dead deaf dear deep dense dirty dry dull dumb early easy fair faint fancy
            fast fat few fierce fine firm fit flat free fresh friendly full funny fussy gentle glad grand grave
            great green greedy guilty hairy handy happy hard harsh healthy heavy high hot huge humble hungry
            keen kind large late lazy light likely lively lonely long loose loud lovely low loyal lucky mad mean
            mild messy muddy naive narrow nasty near neat new nice noble noisy odd old pale plain pleasant
            polite poor pretty proud pure quick quiet rare ready red rich ripe risky rough round rude sad safe
            salty sane scary severe shallow sharp shiny short shy sick silly simple sincere skinny sleepy slim
            slow small smart smelly smooth soft soon sore sorry steady steep sticky stiff strange strict strong
            stupid sunny sure sweet tall tasty thick thin thirsty tight tiny tired tough tricky true ugly
            unhappy unlucky vague vast warm weak wealthy weird wet white wide wild windy wise worthy yellow
            young yummy""";

    private static final Set<String> BASES =
            Set.of(("this his its us yes news always perhaps thus plus bus gas lens series species less"
                            + " unless besides sometimes overseas mathematics morning evening nothing something anything everything during"
                            + " ceiling king thing string spring wedding hundred need seed feed speed indeed embed red bed sacred"
                            + " hers ours yours theirs mrs herring pudding breed bleed weed reed deed heed greed creed steed rugged"
                            + " ragged wicked crooked naked")
                    .split(" "));
    private static final Set<String> UNCHANGING = Set.of(
            ("a an the i you he she it we they me him us them my your his her its our their this that these those who whom whose which"
                            + " what and or but nor so yet if as than of in on at by to for from with up out off over into no not"
                            + " is am are was were thus")
                    .split(" "));
    /** "Drier", but "shyer" is as well "shier". */
    private static final int SHORTEST_IN_IER = 2;

    private static final Pattern DOUBLING = Pattern.compile("[^aeiou]*[aeiou][^aeiouywx]");
    private static final Map<String, Set<String>> BY_FORM = byForm();

    private Irregular() {}

    /** What a word is an irregular form of; empty for most. */
    static Set<String> bases(String form) {
        return BY_FORM.getOrDefault(form, Set.of());
    }

    /** Whether it is no form of any other word. */
    static boolean isBase(String word) {
        return BASES.contains(word) || UNCHANGING.contains(word);
    }

    /** Whether no other word is a regular form of it. */
    static boolean isUnchanging(String word) {
        return UNCHANGING.contains(word);
    }

    private static Map<String, Set<String>> byForm() {
        var bases = new HashMap<String, Set<String>>();
        FORMS.lines().map(line -> line.split(" ")).forEach(words -> {
            for (int i = 1; i < words.length; i++) {
                bases.computeIfAbsent(words[i], _ -> new LinkedHashSet<>()).add(words[0]);
            }
        });
        for (var adjective : ADJECTIVES.split("\\s+")) {
            var stem = stem(adjective);
            for (var ending : List.of("er", "est")) {
                bases.computeIfAbsent(stem + ending, _ -> new LinkedHashSet<>()).add(adjective);
            }
        }
        return Map.copyOf(bases);
    }

    private static String stem(String adjective) {
        var cut = adjective.substring(0, adjective.length() - 1);
        if (adjective.endsWith("e")) {
            return cut;
        } else if (adjective.endsWith("y") && adjective.length() > SHORTEST_IN_IER) {
            return cut + "i";
        }
        var last = adjective.substring(adjective.length() - 1);
        return DOUBLING.matcher(adjective).matches() ? adjective + last : adjective;
    }
}
