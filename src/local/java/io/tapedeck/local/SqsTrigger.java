package io.tapedeck.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Hands messages to a function as SQS does, one at a time; one that the function names as failed comes again.
 *
 * @param function its name
 */
record SqsTrigger(Functions functions, String function) implements LocalQueue.Receiver {
    @Override
    public void receive(LocalQueue.Message message) throws Exception {
        JsonNode failures = functions.invoke(function, event(message)).path("batchItemFailures");
        if (!failures.isEmpty()) {
            throw new IllegalStateException(function + " wants it again");
        }
    }

    private ObjectNode event(LocalQueue.Message message) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        ObjectNode entry = event.putArray("Records").addObject();
        entry.put("messageId", message.id()).put("receiptHandle", message.id()).put("body", message.body());
        entry.putObject("attributes").put("ApproximateReceiveCount", String.valueOf(message.receives()));
        entry.putObject("messageAttributes");
        entry.put("eventSource", "aws:sqs")
                .put("eventSourceARN", "arn:aws:sqs:us-east-1:000000000000:" + function)
                .put("awsRegion", AwsClients.REGION.id());
        return event;
    }
}
