/** The ports that need rows, on one DynamoDB table. */
package io.tapedeck.dynamodb;
