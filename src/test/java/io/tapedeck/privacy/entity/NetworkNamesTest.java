package io.tapedeck.privacy.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.privacy.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkNamesTest {
    private final NetworkNames names = new NetworkNames();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            it is sam dot rivers at example dot com        | email: sam dot rivers at example dot com
            write to m_tanaka@mail.example.net please      | email: m_tanaka@mail.example.net
            it's bluebird forty two at outlook dot com     | email: bluebird forty two at outlook dot com
            send it to k as in kilo ross at example dot com | email: k as in kilo ross at example dot com
            accounts at harbor light dot co dot uk         | email: accounts at harbor light dot co dot uk
            you can email me at kofi at mensah dot example | email: kofi at mensah dot example
            i went to www dot quick fix dot com            | url: www dot quick fix dot com
            email is j o h n dot s m i t h at g m a i l dot c o m thanks | email: j o h n dot s m i t h at g m a i l dot c o m
            it is J-O-H-N dot S-M-I-T-H at G-M-A-I-L dot C-O-M | email: j-o-h-n dot s-m-i-t-h at g-m-a-i-l dot c-o-m
            it is smith at acme dot c o m, i think         | email: smith at acme dot c o m
            it is smith at acme dot c o m i think          | email: smith at acme dot c o m
            it is smith at acme dot oh r g                 | email: smith at acme dot oh r g
            it is smith at acme dot co dot u k             | email: smith at acme dot co dot u k
            my e-mail is john at acme dot museum thanks    | email: john at acme dot museum
            the email is john at mail dot acme dot m u s e u m | email: john at mail dot acme dot m u s e u m
            the email is john at acme.museum               | email: john at acme.museum
            it is j.smith @ gmail.com                      | email: j.smith at gmail.com
            it is j.smith@ gmail.com                       | email: j.smith at gmail.com
            it is j.smith @gmail.com                       | email: j.smith at gmail.com
            it is j.smith @ gmail .com                     | email: j.smith at gmail dot com
            it is j.smith@gmail dot com                    | email: j.smith at gmail dot com
            it is at linkedin dot com slash in slash r patel | url: linkedin dot com slash in slash r patel
            you can do that at acme.com/account            | url: acme.com/account
            h t t p s colon slash slash shop dot linden dot com | url: h t t p s colon slash slash shop dot linden dot com
            the link was https://login.example.net/reset?id=5521 | url: https://login.example.net/reset?id=5521
            """)
    void spokenAndWrittenOnesAreFound(String said, String found) {
        assertThat(Found.in(names, "B: " + said)).contains(found);
    }

    @Test
    void onesThatGoOnInTheNextTurnAreFound() {
        assertThat(Found.in(names, "B: d u b o i s", "A: okay", "B: at icloud dot com"))
                .containsExactly("email: d u b o i s at icloud dot com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "this dot com bubble",
                "there is a dot at the end",
                "look at the dot",
                "one at a time",
                "at 5.30 or 6",
                "i will email you at the dot we agreed on",
                "there was an email at noon point taken",
                "look at the chart dot museum"
            })
    void otherDotsStay(String said) {
        assertThat(Found.in(names, "B: " + said)).isEmpty();
    }

    @Test
    void addressesOfMachinesAreFound() {
        var addresses = new IpAddresses();
        assertThat(Found.in(addresses, "B: 10.20.30.40 or 2001:db8::7334"))
                .containsExactly("ip-address: 10.20.30.40", "ip-address: 2001:db8::7334");
        assertThat(Found.in(addresses, "B: one ninety two dot one sixty eight dot one dot fourteen"))
                .containsExactly("ip-address: one ninety two dot one sixty eight dot one dot fourteen");
        assertThat(Found.in(addresses, "B: version two point zero point one, 17.4.1, and 10:15"))
                .isEmpty();
    }
}
