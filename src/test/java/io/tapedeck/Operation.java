package io.tapedeck;

/**
 * An operation of the HTTP API, in the contract or as a route of the template.
 *
 * @param id operationId or name of the function
 * @param path as in the contract; {@code $default} for what no other route takes
 * @param open whether it can be called without credentials
 */
public record Operation(String id, String method, String path, boolean open) {}
