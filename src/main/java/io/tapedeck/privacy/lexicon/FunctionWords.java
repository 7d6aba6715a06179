package io.tapedeck.privacy.lexicon;

import java.util.Set;

/** Words that carry a sentence and are never a value: no name, password or host is one of them. */
public final class FunctionWords {
    private static final Set<String> WORDS =
            Set.of(("a an the and or but nor so if then than that this these those there here i im ive ill id me my"
                            + " mine myself you your yours youre youll youve he she it its we us our ours they them their his"
                            + " her hers him hes shes theyre were weve thats theres whats whos wheres hows lets dont doesnt"
                            + " didnt isnt wasnt arent cant couldnt wont wouldnt is am are was be been being do does did done"
                            + " have has had having can could will would shall should may might must of in on at to from for"
                            + " with by about as into onto over under after before between through during without within what"
                            + " which who whom whose when where why how not no yes please thanks thank sorry hello hi hey just"
                            + " still also too very really again now today tomorrow yesterday always never maybe because since"
                            + " until while going goes go gone went get gets got getting want wants need needs like know think"
                            + " said say says saying calling called call speaking speak spoke talking talk look looking find"
                            + " see seeing try trying tried make let put reach reached email emailed send sent text texted"
                            + " buy visit available correct wrong right moment second um uh okay ok yeah yep well oh good"
                            + " great fine nice ready one anything something nothing everything")
                    .split(" "));

    private FunctionWords() {}

    public static boolean contains(String word) {
        return WORDS.contains(word);
    }
}
