/** What is particular to ffmpeg and ffprobe as programs: where they are, and what they say. Nothing that knows audio may enter. */
package io.tapedeck.ffmpeg.process;
