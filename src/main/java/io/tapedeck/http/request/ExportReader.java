package io.tapedeck.http.request;

import io.tapedeck.audio.Export;
import io.tapedeck.audio.Export.Part;
import io.tapedeck.audio.Export.TranscriptFormat;
import io.tapedeck.audio.Format;
import io.tapedeck.http.Fields;
import java.util.EnumSet;
import java.util.Set;

/** Reads what is to be exported. */
public final class ExportReader {
    private ExportReader() {}

    /** Of the body of a request, or of its part that says this; all that there is by default. */
    public static Export read(Fields fields) {
        return new Export(
                some(fields, "include", Part.class),
                some(fields, "transcriptFormats", TranscriptFormat.class),
                fields.choice("audioFormat", Format.WRITTEN),
                fields.integer("expiresIn", Export.SHORTEST, Export.LONGEST)
                        .map(Long::intValue)
                        .orElse(Export.DAY));
    }

    private static <E extends Enum<E>> Set<E> some(Fields fields, String name, Class<E> constants) {
        return fields.choices(name, 0, constants).map(Set::copyOf).orElseGet(() -> EnumSet.allOf(constants));
    }
}
