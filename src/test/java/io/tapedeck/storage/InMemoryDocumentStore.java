package io.tapedeck.storage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Documents as long as a test lives. */
public final class InMemoryDocumentStore implements DocumentStore {
    private final Map<String, byte[]> documents = new ConcurrentHashMap<>();

    @Override
    public void put(ObjectKey key, byte[] document, String contentType) {
        documents.put(key.value(), document.clone());
    }

    @Override
    public Optional<byte[]> read(ObjectKey key) {
        return Optional.ofNullable(documents.get(key.value())).map(byte[]::clone);
    }

    @Override
    public List<ObjectKey> list(KeyPrefix prefix) {
        return documents.keySet().stream()
                .filter(prefix::holds)
                .sorted()
                .map(ObjectKey::new)
                .toList();
    }

    @Override
    public int deleteAll(KeyPrefix prefix) {
        var before = documents.size();
        documents.keySet().removeIf(prefix::holds);
        return before - documents.size();
    }
}
