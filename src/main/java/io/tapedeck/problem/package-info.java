/**
 * What can go wrong, as a closed list, and the one exception that tells of it. A type of problem that the contract
 * names may enter, and nothing that knows what it happened to.
 */
package io.tapedeck.problem;
