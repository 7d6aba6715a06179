/**
 * Secrets in AWS Secrets Manager. What speaks to it may enter.
 */
package io.tapedeck.secretsmanager;
