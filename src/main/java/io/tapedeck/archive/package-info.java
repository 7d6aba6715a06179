/**
 * Writing a ZIP as one object, front to back, however large. What is in it is for others to say.
 */
package io.tapedeck.archive;
