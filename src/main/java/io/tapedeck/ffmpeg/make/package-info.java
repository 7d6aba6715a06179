/**
 * How new audio is made: converted, cut, joined, cleaned, made to fit a size. What writes a file may enter, a class for
 * each kind of task.
 */
package io.tapedeck.ffmpeg.make;
