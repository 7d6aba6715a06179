/**
 * The functions by which callers see, bring and choose storages, and move recordings between them. What they ask of storages is known
 * by {@code remote}.
 */
package io.tapedeck.function.storages;
