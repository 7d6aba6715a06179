/**
 * The functions of shares: those that make, list and end them, and those that their links open. A class for an operation on shares, or
 * under {@code /s}, may enter.
 */
package io.tapedeck.function.shares;
