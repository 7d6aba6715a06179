/** The functions of exports of many recordings. A class for an operation under {@code /v1/exports}, or for their links, may enter. */
package io.tapedeck.function.exports;
