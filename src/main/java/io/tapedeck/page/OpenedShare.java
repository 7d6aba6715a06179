package io.tapedeck.page;

import static java.util.stream.Collectors.joining;

import io.tapedeck.json.OpenedShareView;
import io.tapedeck.json.SharedTranscriptView;
import io.tapedeck.json.SharedTranscriptView.Turn;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What an opened share fills its page with. */
record OpenedShare(OpenedShareView view, Length length) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final double THOUSANDTHS = 1000;
    private static final List<List<Double>> SILENCE = List.of(List.of(0.0));

    OpenedShare(OpenedShareView view) {
        this(view, new Length(view.duration()));
    }

    Values values() {
        return new Values(texts(), parts());
    }

    private Map<String, String> texts() {
        return Map.ofEntries(
                Map.entry("title", view.title()),
                Map.entry("audio", view.audio().url()),
                Map.entry("length", length.text()),
                Map.entry("seconds", String.valueOf((long) Math.floor(view.duration()))),
                Map.entry("duration", String.valueOf(view.duration())),
                Map.entry("peaks", peaks()),
                Map.entry("created", text(view.created())),
                Map.entry("createdAt", view.created().toString()),
                Map.entry("expires", text(view.expiresAt())),
                Map.entry("expiresAt", view.expiresAt().toString()));
    }

    private Map<String, List<Values>> parts() {
        var parts = new HashMap<String, List<Values>>();
        var lanes = Speakers.lanes(lanes().size(), view.transcript());
        if (!lanes.isEmpty()) {
            var each =
                    lanes.stream().map(name -> Values.of(Map.of("name", name))).toList();
            parts.put("lanes", List.of(new Values(Map.of(), Map.of("lane", each))));
        }
        view.download().ifPresent(link -> parts.put("download", List.of(Values.of(Map.of("url", link.url())))));
        view.transcript()
                .ifPresent(transcript -> parts.put(
                        transcript.segments().isEmpty() ? "silence" : "transcript", List.of(values(transcript))));
        return parts;
    }

    private Values values(SharedTranscriptView transcript) {
        return new Values(
                Map.of("language", transcript.language().orElse("")),
                Map.of("turn", transcript.segments().stream().map(this::values).toList()));
    }

    private Values values(Turn turn) {
        return Values.of(Map.of(
                "start", String.valueOf(turn.start()),
                "lane",
                        turn.channel().isPresent()
                                ? String.valueOf(turn.channel().getAsInt())
                                : "",
                "speaker", Speakers.name(turn),
                "time", length.text(turn.start()),
                "text", turn.text()));
    }

    private List<List<Double>> lanes() {
        var peaks = view.waveform().peaks();
        return peaks.isEmpty() || peaks.stream().anyMatch(List::isEmpty) ? SILENCE : peaks;
    }

    private String peaks() {
        return lanes().stream().map(OpenedShare::lane).collect(joining(",", "[", "]"));
    }

    private static String lane(List<Double> peaks) {
        return peaks.stream()
                .map(peak -> String.valueOf(Math.round(peak * THOUSANDTHS) / THOUSANDTHS))
                .collect(joining(",", "[", "]"));
    }

    private static String text(Instant time) {
        return TIME.format(time);
    }
}
