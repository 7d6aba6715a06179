/**
 * Amazon SQS: how errands come into the queue of those who run them. What speaks its protocol may enter.
 */
package io.tapedeck.sqs;
