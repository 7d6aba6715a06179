package io.tapedeck.local;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The row of a completed recording as the contract shows it, attribute by attribute. */
final class BareView {
    private static final List<String> MEASURED =
            List.of("format", "codec", "sampleRate", "bitrate", "channels", "duration", "quality", "loudness");

    private BareView() {}

    static JsonObject of(Map<String, AttributeValue> row, String base) {
        var audio = row.get("audio").m();
        var measures = audio.get("measures").m();
        var layout = measures.get("layout").s();
        var retention = row.get("retention").m();
        var job = new HashMap<>(row.get("job").m());
        job.keySet().removeAll(List.of("tenant", "ready"));
        var view = new JsonObject();
        MEASURED.forEach(name -> view.put(name, json(measures.get(name))));
        List.of("id", "status", "created", "updated").forEach(name -> view.put(name, json(row.get(name))));
        return view.put("url", base + "/v1/recordings/" + row.get("id").s() + "/download")
                .put("participants", participants(measures.get("speech").l()))
                .put("fileSize", json(audio.get("fileSize")))
                .put("storage", "s3")
                .put("storagePath", audio.get("object").s())
                .put("bucket", "tapedeck")
                .put("region", "us-east-1")
                .put("encrypted", audio.containsKey("encryption"))
                .put("redacted", false)
                .put("hasTranscript", false)
                .put("speakerDiarization", layout.equals("dual"))
                .put("noiseReduction", false)
                .put("volumeNormalization", false)
                .put("silenceRemoval", false)
                .put("compressionRatio", number(audio.get("originalSize")) / number(audio.get("fileSize")))
                .put("version", json(audio.get("number")))
                .put("sha256", audio.get("sha256").s())
                .put("channelLayout", layout)
                .put("retentionPeriod", json(retention.get("period")))
                .put("autoDeleteAt", json(retention.get("autoDeleteAt")))
                .put("legalHold", retention.get("legalHold").bool())
                .put("downloadCount", 0)
                .put("job", json(AttributeValue.fromM(job)));
    }

    private static JsonArray participants(List<AttributeValue> speech) {
        var participants = new JsonArray();
        for (int channel = 0; channel < speech.size(); channel++) {
            participants.add(new JsonObject()
                    .put("channel", channel)
                    .put("speaker", "ch_" + channel)
                    .put("speakingTime", json(speech.get(channel))));
        }
        return participants;
    }

    private static double number(AttributeValue value) {
        return Double.parseDouble(value.n());
    }

    private static Object json(AttributeValue value) {
        return switch (value.type()) {
            case S -> value.s();
            case N -> new BigDecimal(value.n());
            case BOOL -> value.bool();
            case M -> {
                var object = new JsonObject();
                value.m().forEach((name, member) -> object.put(name, json(member)));
                yield object;
            }
            default -> throw new IllegalArgumentException("not shown: " + value.type());
        };
    }
}
