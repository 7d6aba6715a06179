package io.tapedeck.transcript.format;

import io.tapedeck.transcript.HeardWords;
import io.tapedeck.transcript.Voice;
import java.util.regex.Pattern;

/**
 * A caption of WebVTT.
 *
 * @param payload its lines in a row, with their tags
 */
record VttCue(CueTimes times, String payload) {
    private static final Pattern TAG = Pattern.compile("<([^<>]*)>");
    private static final Pattern VOICE = Pattern.compile("v(?:\\.[^\\s]*)?\\s+(.+)");

    /** @throws IllegalArgumentException with what is wrong */
    void addTo(HeardWords words) {
        var voice = Voice.UNKNOWN;
        var text = new CueText();
        var start = times.start();
        var from = 0;
        for (var tags = TAG.matcher(payload); tags.find(); from = tags.end()) {
            text.add(voice, Entities.decode(payload.substring(from, tags.start())));
            voice = voice(tags.group(1), voice);
            var next = CueTimes.seconds(tags.group(1));
            if (next >= start && next <= times.end()) {
                text.addTo(words, start, next);
                text = new CueText();
                start = next;
            }
        }
        text.add(voice, Entities.decode(payload.substring(from)));
        text.addTo(words, start, times.end());
    }

    private static Voice voice(String tag, Voice before) {
        var voice = VOICE.matcher(tag);
        if (voice.matches()) {
            return Voice.labelled(Entities.decode(voice.group(1)));
        }
        return tag.equals("/v") ? Voice.UNKNOWN : before;
    }
}
