/**
 * How ffmpeg and ffprobe are run: with limits, in time, and with their last words kept. Whatever starts, bounds or
 * reads a process may enter, and nothing that knows what the process is for.
 */
package io.tapedeck.ffmpeg.process;
