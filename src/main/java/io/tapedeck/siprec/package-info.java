/**
 * What a session recording client says of a call in RFC 7865's XML. Nothing but that form may enter; what becomes of it is
 * its readers' affair.
 */
package io.tapedeck.siprec;
