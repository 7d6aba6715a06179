/**
 * How files of audio are built, byte by byte: headers, chunks, boxes, edit lists. What is read from a file's own bytes,
 * without a tool, may enter.
 */
package io.tapedeck.container;
