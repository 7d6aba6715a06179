package io.tapedeck.local;

import java.util.Map;

/** Somebody in this process to whom the bus hands events; every bean of this type is one. Events may come twice, and come again when it throws. */
public interface EventSubscriber {

    /**
     * Takes an event.
     *
     * @param event its attributes (id, source, type, time, subject, …) and {@code data}, a JSON text
     */
    void receive(Map<String, String> event);
}
