/**
 * What the clients of AWS share: time limits, and what their errors mean. What more than one adapter of AWS needs may
 * enter.
 */
package io.tapedeck.aws;
