/**
 * Exports of many recordings at once: what was asked for, how far it has come, and whether its file may still be fetched. What is
 * exported of a recording belongs to {@code export}, how a file is written to {@code archive}.
 */
package io.tapedeck.bulk;
