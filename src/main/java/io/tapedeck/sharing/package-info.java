/**
 * Links by which people hear a recording, or a part of it, without a key: what they open, for how long and how often. What decides
 * that a link opens nothing any more may enter; how it is asked for and shown belongs to {@code function.shares}.
 */
package io.tapedeck.sharing;
