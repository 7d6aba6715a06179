/**
 * The functions that serve what pages are made of. A class for what is the same for everybody may enter.
 */
package io.tapedeck.function.pages;
