package io.tapedeck.local;

import com.fasterxml.jackson.databind.JsonNode;

/** The deployed functions, called by name: JSON in, JSON out. */
interface Functions {

    /**
     * Calls a function and waits for its answer.
     *
     * @throws Exception what the function throws
     * @throws IllegalArgumentException when there is no such function
     */
    JsonNode invoke(String name, JsonNode event) throws Exception;
}
