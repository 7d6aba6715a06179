package io.tapedeck.redaction.search;

import io.tapedeck.audio.Entity;
import io.tapedeck.privacy.Span;
import io.tapedeck.transcript.Spacing;
import io.tapedeck.transcript.Transcript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The values of what was found in a transcript, to be looked for elsewhere. It tells where they are, never what. */
public final class FoundValues {
    /** Nothing was found. */
    public static final FoundValues NONE = new FoundValues(Set.of());

    private final ValueIndex index;

    private FoundValues(Set<Value> values) {
        this.index = new ValueIndex(values);
    }

    static FoundValues of(SpokenTranscript spoken, List<Span> spans, ValueForms forms) {
        var values = new LinkedHashSet<Value>();
        Map<SpokenText, Chain> chains = new HashMap<>();
        for (var span : spans) {
            var said = spoken.stretch(span);
            values.addAll(forms.part(span.entity(), said));
            var chain = chains.get(said.text());
            if (chain != null && chain.entity == span.entity() && chain.said.continues(said)) {
                chains.put(said.text(), new Chain(span.entity(), chain.said.to(said)));
            } else {
                chains.put(said.text(), new Chain(span.entity(), said));
                if (chain != null) {
                    values.addAll(forms.whole(chain.entity, chain.said));
                }
            }
        }
        chains.values().forEach(chain -> values.addAll(forms.whole(chain.entity, chain.said)));
        return new FoundValues(values);
    }

    /** Whether a text says one. */
    public boolean isIn(String text) {
        return text.lines()
                .anyMatch(line -> !line.isBlank() && !hits(Spacing.split(line)).isEmpty());
    }

    /** Where words say one. */
    List<ValueIndex.Hit> hits(List<String> words) {
        return hits(SpokenText.of(words));
    }

    List<ValueIndex.Hit> hits(SpokenText text) {
        return index.search(text);
    }

    /**
     * Where a JSON document of what was said still says one: a transcript, or figures of a call. Numbers in it are times and
     * counts and are not looked at, nor are labels and what the caller named.
     *
     * @return JSON pointers
     */
    public List<String> inDocument(byte[] json) {
        return new JsonTexts(json).saidWhere(this::isIn);
    }

    /**
     * Where JSON that somebody else wrote says one, in numbers and names of properties too.
     *
     * @return JSON pointers
     */
    public List<String> inForeign(byte[] json) {
        return new JsonTexts(json).where(this::isIn);
    }

    /**
     * Where captions, or a transcript as text, still say one. Short numbers are not looked for, since captions part numbers
     * anywhere; those are looked for in segments.
     *
     * @param transcript that they were made of, which tells whose names stand in front
     * @return numbers of lines, from 1
     */
    public List<Integer> inCaptions(String captions, Transcript transcript) {
        var lines = new ArrayList<Integer>();
        for (var said : CaptionWords.of(captions, transcript)) {
            for (var hit : hits(said.text())) {
                if (hit.value().form() != Value.Form.SHORT_NUMBER) {
                    lines.add(said.line(said.text().firstWord(hit.from())));
                }
            }
        }
        return lines.stream().distinct().sorted().toList();
    }

    @Override
    public String toString() {
        return "FoundValues";
    }

    /** Spans of one kind with nothing but fillers between them. */
    private record Chain(Entity entity, Stretch said) {}
}
