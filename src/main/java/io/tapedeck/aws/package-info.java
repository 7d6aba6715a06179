/**
 * What the clients of AWS share: time limits, what their errors mean, and single signed requests where no client is needed. What more than one adapter of AWS needs may
 * enter.
 */
package io.tapedeck.aws;
