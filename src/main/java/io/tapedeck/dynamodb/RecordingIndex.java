package io.tapedeck.dynamodb;

import io.tapedeck.id.TenantId;

/** The indexes that recordings are listed by, each in the order of ids. */
enum RecordingIndex {
    LISTING("listing"),
    CALL("call"),
    ASSISTANT("assistant"),
    PHONE_NUMBER("phoneNumber"),
    PHONE_NUMBER_ID("phoneNumberId");

    private final String index;

    RecordingIndex(String index) {
        this.index = index;
    }

    /** The index's name. */
    String index() {
        return index;
    }

    /** The attribute that it is partitioned by. */
    String key() {
        return index + "Key";
    }

    /** The partition of what a tenant has under a value, alike in each index. */
    static String partition(TenantId tenant, String value) {
        return tenant + "#" + value;
    }
}
