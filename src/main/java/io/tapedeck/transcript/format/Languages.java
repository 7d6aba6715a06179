package io.tapedeck.transcript.format;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Whisper's English names of languages. */
final class Languages {
    private static final String NAMES = """
            af afrikaans|ar arabic|hy armenian|az azerbaijani|be belarusian|bs bosnian|bg bulgarian|ca catalan|zh chinese|\
            hr croatian|cs czech|da danish|nl dutch|en english|et estonian|fi finnish|fr french|gl galician|de german|\
            el greek|he hebrew|hi hindi|hu hungarian|is icelandic|id indonesian|it italian|ja japanese|kn kannada|kk kazakh|\
            ko korean|lv latvian|lt lithuanian|mk macedonian|ms malay|mr marathi|mi maori|ne nepali|no norwegian|fa persian|\
            pl polish|pt portuguese|ro romanian|ru russian|sr serbian|sk slovak|sl slovenian|es spanish|sw swahili|sv swedish|\
            tl tagalog|ta tamil|th thai|tr turkish|uk ukrainian|ur urdu|vi vietnamese|cy welsh""";

    private static final Map<String, String> CODES = Arrays.stream(NAMES.split("\\|"))
            .map(pair -> pair.split(" "))
            .collect(Collectors.toUnmodifiableMap(pair -> pair[1], pair -> pair[0]));

    private Languages() {}

    /** The code of a language, or what was given where that is no name that Whisper has. */
    static String code(String language) {
        return CODES.getOrDefault(language.toLowerCase(Locale.ROOT), language);
    }
}
