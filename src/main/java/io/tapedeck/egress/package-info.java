/**
 * How this program fetches from addresses that callers name, without reaching what only it may reach. Whatever goes out
 * to an address that is not ours may enter, so that all of it passes the same guard; of its client, addresses that the operator names
 * are called as well.
 */
package io.tapedeck.egress;
