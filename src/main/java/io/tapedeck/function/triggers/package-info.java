/**
 * The functions that no caller calls: ingest, work, transcribed, sweep. A class for an event of S3, SQS, EventBridge or the
 * scheduler may enter, which knows no HTTP.
 */
package io.tapedeck.function.triggers;
