/**
 * Amazon Comprehend, which tells how sentences feel. What speaks to it may enter.
 */
package io.tapedeck.comprehend;
