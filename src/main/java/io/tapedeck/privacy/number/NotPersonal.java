package io.tapedeck.privacy.number;

import io.tapedeck.privacy.cue.CueWords;

/** What numbers are said of that are nobody's. */
final class NotPersonal {
    private static final String NUMBERED =
            "order|ticket|case|reference|ref|confirmation|tracking|invoice|serial|model|part|policy|member"
                    + "|membership|claim|flight|error|version|build|channel|option|page|step|sku|po|p o|purchase order|item|product|catalog|job|work order"
                    + "|incident|booking|reservation|extension|store|lot|batch|bill|receipt|quote|request|service request|transaction|record|file|group";
    private static final String BY_THEMSELVES =
            "order|ticket|case|reference|confirmation|tracking|invoice|serial|model|flight|error|version|build"
                    + "|channel|press|option|sku|quantity|promo code|coupon code|discount code|coupon|error code|gate code|balance|total|price|costs"
                    + "|amount|payment|appointment|social media|social event|social work|social worker|social club|social network|social life|vin|zip file|license plate|license key|product key|policy|claim|extension|room|page|interest"
                    + "|warranty|size|deductible|invoice|lot number|po number|score|dimensions|employees";

    private NotPersonal() {}

    static void addTo(CueWords words) {
        for (var thing : NUMBERED.split("\\|")) {
            words.notPersonal(thing + " number|" + thing + " no|" + thing + " id|" + thing + " code");
        }
        words.notPersonal(BY_THEMSELVES);
    }
}
