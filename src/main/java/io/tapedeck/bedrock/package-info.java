/**
 * Amazon Bedrock, of which a model says what a call comes to. What speaks to it may enter.
 */
package io.tapedeck.bedrock;
