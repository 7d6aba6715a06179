/**
 * What is in a file: its tracks, its time line, its completeness, and how to read it. What must be known of a file
 * before it is decoded may enter.
 */
package io.tapedeck.ffmpeg.probe;
