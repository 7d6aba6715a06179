package io.tapedeck.analytics.words;

import java.util.Set;
import java.util.regex.Pattern;

/** English words that say nothing of what a call is about: those of grammar, of talk as such, and numbers. */
final class StopWords {
    private static final Set<String> WORDS = Set.of("""
            a about above across actually after afterwards again against ago ah all almost alone along already alright also although
            always am among an and another any anybody anyone anything anyway anywhere apart are around as aside ask asked asking at
            away back bad basically be became because become been before began begin behind being below beside besides best better
            between beyond big bit both bring but by bye call called calling came can cannot come comes coming could course day days
            dear definitely did different do does doing done down during each either else enough er even ever every everybody
            everyone everything everywhere exactly except far feel few fine first following for forth forward from front further
            gave get gets getting give given gives giving go goes going gone gonna good goodbye got gotten great guess had happen
            happened happens happy hardly has have having he hear heard hello help her here hers herself hey hi him himself his hold
            honest how however i if in indeed instead into is it its itself just keep kept kind knew know known knows last later
            least left less let like likely little long look looked looking looks lot lots lovely ma'am made madam make makes making
            many matter may maybe me mean means meant might mind mine minute minutes miss mister moment more most mostly mr mrs ms
            much must my myself name near necessarily need needed needs neither never new next nice nobody none nope nor not nothing
            now nowhere obviously of off often oh ok okay old on once one ones only onto or other others otherwise our ours ourselves
            out over own particular particularly people perfect perfectly perhaps person place please possible possibly pretty
            probably put quick quickly quite rather real really right round said same saw say saying says second seconds see seem
            seemed seems seen set several shall she should show side simply since sir so some somebody somehow someone something
            sometime sometimes somewhere soon sorry sort speak speaking still stuff such suppose sure take taken takes taking talk
            talking tell than thank thanks that the their theirs them themselves then there therefore these they thing things think
            thinking this those though thought through throughout time times to today together told tomorrow tonight too took
            towards tried try trying turn turned uh um under unless until up upon us use used using usually very via wait want wanted
            wants was way we week weeks month months welcome well went were what whatever when whenever where wherever whether which while who whoever whole
            whom whose why will with within without wonder wonderful won word words work would wow yeah year years yep yes yesterday
            yet you your yours yourself yourselves dot com www http https gmail yahoo hotmail outlook icloud
            monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
            november december""".split("\\s+"));
    private static final Set<String> NUMBERS =
            Set.of(("zero one two three four five six seven eight nine ten eleven twelve thirteen"
                            + " fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
                            + " hundred hundreds thousand thousands million millions billion double triple nought naught third fourth fifth"
                            + " sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth"
                            + " eighteenth nineteenth twentieth thirtieth half quarter percent pounds dollars euros pence cents")
                    .split(" "));
    private static final Pattern LETTERS = Pattern.compile("[\\p{L}][\\p{L}'\u2019]+\\p{L}");

    private StopWords() {}

    /** Whether a word may tell what a call is about: no stop word, no number, no address, three letters or more. */
    static boolean isContent(String token) {
        return LETTERS.matcher(token).matches()
                && !WORDS.contains(token)
                && !NUMBERS.contains(token)
                && !Fillers.isSound(token)
                && !isContraction(token);
    }

    private static boolean isContraction(String token) {
        var at = token.indexOf('\'');
        return at >= 0 && (token.endsWith("n't") || WORDS.contains(token.substring(0, at)));
    }
}
