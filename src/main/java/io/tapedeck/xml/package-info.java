/**
 * How XML is read that somebody else wrote, so that it can do no harm. What it says is its readers' affair, and none of it may
 * enter.
 */
package io.tapedeck.xml;
