/**
 * Servers that hear audio as OpenAI's does, wherever the operator has one. What speaks to them may enter.
 */
package io.tapedeck.openai;
