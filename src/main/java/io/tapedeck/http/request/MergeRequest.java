package io.tapedeck.http.request;

import io.tapedeck.audio.Format;
import io.tapedeck.audio.Merge;
import io.tapedeck.audio.Merge.Mode;
import io.tapedeck.http.FieldErrors;
import io.tapedeck.http.Fields;
import io.tapedeck.id.RecordingId;
import io.tapedeck.recording.Details;
import io.tapedeck.recording.Recordings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A recording that a caller wants made out of several.
 *
 * @param details what is said of the new one
 * @param retentionPeriod days
 */
public record MergeRequest(Merge merge, Details details, Optional<Integer> retentionPeriod) {
    private static final int FEWEST = 2;
    private static final int MOST = 100;
    private static final int LONGEST_ID = 64;
    private static final double LONGEST_GAP = 60;
    private static final double LONGEST_CROSSFADE = 10;

    /**
     * Reads the body of a merge.
     *
     * @throws io.tapedeck.problem.ProblemException invalid-request; not-found if it names a recording by what is no id
     */
    public static MergeRequest read(Fields fields, FieldErrors errors) {
        var names = fields.required("recordings", fields.texts("recordings", FEWEST, MOST, LONGEST_ID));
        var mode = fields.choice("mode", Mode.class).orElse(Mode.CONCATENATE);
        var gap = fields.number("gap", 0, LONGEST_GAP);
        var crossfade = fields.number("crossfade", 0, LONGEST_CROSSFADE);
        var offsets = fields.numbers("offsets", MOST, 0, TrimReader.LATEST);
        var format = fields.choice("format", Format.WRITTEN);
        var details = Details.of(DetailsReader.tags(fields), DetailsReader.metadata(fields));
        var retentionPeriod = DetailsReader.retentionPeriod(fields);
        fields.done();
        checkJoint(fields, mode);
        checkOffsets(fields, mode, names, offsets);
        errors.refuse();
        var merge = new Merge(
                ids(names.orElseThrow()),
                mode,
                gap.orElse(0.0),
                crossfade.orElse(0.0),
                offsets.orElse(List.of()),
                format);
        return new MergeRequest(merge, details, retentionPeriod);
    }

    private static void checkJoint(Fields fields, Mode mode) {
        if (mode != Mode.CONCATENATE) {
            Stream.of("gap", "crossfade")
                    .filter(fields::has)
                    .forEach(name -> fields.wrong(name, "is only for mode concatenate"));
        } else if (fields.has("gap") && fields.has("crossfade")) {
            fields.wrong("crossfade", "cannot be combined with gap");
        }
    }

    private static void checkOffsets(
            Fields fields, Mode mode, Optional<List<String>> names, Optional<List<Double>> offsets) {
        if (mode == Mode.CONCATENATE && fields.has("offsets")) {
            fields.wrong("offsets", "is only for mode mix or channels");
        } else if (names.isPresent()
                && offsets.filter(seconds -> seconds.size() != names.get().size())
                        .isPresent()) {
            fields.wrong(
                    "offsets",
                    "must have one item for each of the " + names.get().size() + " recordings");
        }
    }

    private static List<RecordingId> ids(List<String> names) {
        return names.stream()
                .map(name -> RecordingId.parse(name)
                        .orElseThrow(() -> Recordings.notFound("/recordings/" + names.indexOf(name))))
                .toList();
    }
}
