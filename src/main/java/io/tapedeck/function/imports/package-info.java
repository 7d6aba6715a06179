/**
 * The functions that providers of calls tell of recordings, and by which tenants say how those callbacks are known. What providers
 * write is known by {@code imports}.
 */
package io.tapedeck.function.imports;
