package io.tapedeck.aws;

import java.util.regex.Pattern;

/**
 * A role in another account of AWS, which lets whoever says the external id act for it.
 *
 * @param arn such as {@code arn:aws:iam::111122223333:role/calls}
 * @param externalId 2 to 1224 letters, digits and {@code _+=,.@:/-}
 */
public record Role(String arn, String externalId) {
    private static final Pattern ARN =
            Pattern.compile("arn:aws(-[a-z]{1,16}){0,2}:iam::[0-9]{12}:role/[A-Za-z0-9_+=,.@/-]{1,576}");
    private static final Pattern EXTERNAL_ID = Pattern.compile("[A-Za-z0-9_+=,.@:/-]{2,1224}");

    public Role {
        if (!ARN.matcher(arn).matches()) {
            throw new IllegalArgumentException("must be the ARN of a role");
        }
        if (!EXTERNAL_ID.matcher(externalId).matches()) {
            throw new IllegalArgumentException("must have an external id");
        }
    }
}
