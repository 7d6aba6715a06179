/**
 * What audio is and what may be asked of it: formats, codecs, measures, tasks, plans, and the port of whoever does
 * them. What is true of sound without a recording, a store or a tool may enter.
 */
package io.tapedeck.audio;
