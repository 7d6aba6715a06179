/**
 * What is packed of a recording to be handed on: which files, under which names, and what each of them says. What is true of one
 * recording may enter; who asked, and where the file goes, others know.
 */
package io.tapedeck.export;
