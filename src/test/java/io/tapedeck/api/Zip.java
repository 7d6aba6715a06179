package io.tapedeck.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;

/** The files of a ZIP, in their order. */
record Zip(Map<String, byte[]> files) {
    static Zip of(byte[] archive) {
        var files = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Zip(files);
    }

    String text(String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    JsonNode json(String name) {
        try {
            return new ObjectMapper().readTree(files.get(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Size and SHA-256 of each file but the manifest. */
    Map<String, String> fingerprints() {
        var all = new LinkedHashMap<String, String>();
        files.forEach((name, bytes) -> all.put(name, bytes.length + " " + Audio.sha256(bytes)));
        all.remove("manifest.json");
        return all;
    }

    /** The same as the manifest says it. */
    Map<String, String> manifest() {
        var all = new LinkedHashMap<String, String>();
        json("manifest.json")
                .path("files")
                .forEach(file -> all.put(
                        file.path("path").asText(),
                        file.path("size").asText() + " " + file.path("sha256").asText()));
        return all;
    }
}
