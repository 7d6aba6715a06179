/**
 * The ports that need rows, on one DynamoDB table. What speaks of rows, keys, indexes and transactions may enter; no
 * attribute's name leaves.
 */
package io.tapedeck.dynamodb;
