package io.tapedeck.function.storages;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.function.storages.StorageRequest.Trust;
import io.tapedeck.http.Reading;
import io.tapedeck.id.StorageName;
import io.tapedeck.problem.FieldError;
import io.tapedeck.remote.RemoteStorage;
import io.tapedeck.storage.Place;
import io.tapedeck.storage.Storage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a storage that somebody brings has to be told of, for each provider and each way of getting in. */
class StorageRequestTest {
    private static final StorageName NAME = new StorageName("archive");
    private static final String ROLE =
            "'roleArn':'arn:aws:iam::111122223333:role/tapedeck/recordings','externalId':'acme-4711'";
    private static final String KEYS = "'accessKeyId':'AKIAIOSFODNN7EXAMPLE','secretAccessKey':'s3cret/of+acme'";
    private static final String ENDPOINT = "'endpoint':'https://abc.r2.cloudflarestorage.com'";
    private static final String KEY_FILE = "'serviceAccountKey':'{}'";
    private static final String POOL =
            "//iam.googleapis.com/projects/123456/locations/global/workloadIdentityPools/tapedeck/providers/aws-one";
    private static final String FEDERATION =
            "'serviceAccount':'tapedeck@acme.iam.gserviceaccount.com','workloadIdentityProvider':'" + POOL + "'";
    private static final String ACCOUNT_KEY = "'account':'acmecalls','accountKey':'c2VjcmV0'";
    private static final String CLIENT = "'account':'acmecalls','directoryId':'11111111-2222-3333-4444-555555555555',"
            + "'clientId':'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee','clientSecret':'s3cret~of.acme'";

    @Test
    void aBucketOfAwsIsEnteredByARole() {
        var request =
                read("'provider':'s3','bucket':'calls.of-acme','region':'eu-central-1','prefix':'calls/2026/'", ROLE);

        assertThat(request.storage())
                .isEqualTo(new RemoteStorage(
                        new Place(NAME, Storage.S3, "calls.of-acme", "eu-central-1"),
                        "calls/2026/",
                        Map.of(
                                "roleArn",
                                "arn:aws:iam::111122223333:role/tapedeck/recordings",
                                "externalId",
                                "acme-4711"),
                        Optional.empty()));
        assertThat(request.secret()).isEmpty();
    }

    @Test
    void orByAPairOfKeysThereOrAtAnotherServer() {
        var request = read("'provider':'s3','bucket':'calls','region':'eu-central-1'", KEYS);

        assertThat(request.storage().access()).isEqualTo(Map.of("accessKeyId", "AKIAIOSFODNN7EXAMPLE"));
        assertThat(request.secret()).hasValue("s3cret/of+acme");
        assertThat(request.storage().prefix()).isEmpty();
        assertThat(read(
                                "'provider':'s3','bucket':'calls','region':'eu-central-2'",
                                KEYS + ",'endpoint':'https://s3.eu-central-2.wasabisys.com:8443/'")
                        .storage()
                        .access())
                .containsEntry("endpoint", "https://s3.eu-central-2.wasabisys.com:8443");
    }

    @Test
    void cloudflareNeedsAnEndpointAndNoRegion() {
        var request = read("'provider':'cloudflare-r2','bucket':'calls'", ENDPOINT + "," + KEYS);

        assertThat(request.storage().place()).isEqualTo(new Place(NAME, Storage.CLOUDFLARE_R2, "calls", "auto"));
        assertThat(request.storage().access())
                .isEqualTo(Map.of(
                        "accessKeyId", "AKIAIOSFODNN7EXAMPLE", "endpoint", "https://abc.r2.cloudflarestorage.com"));
        assertThat(request.secret()).hasValue("s3cret/of+acme");
    }

    @Test
    void googleIsEnteredByAKeyOrByFederation() {
        var key = read("'provider':'gcs','bucket':'calls_of_acme','region':'europe-west3'", KEY_FILE);
        assertThat(key.storage().access()).isEmpty();
        assertThat(key.secret()).hasValue("{}");

        var federated = read("'provider':'gcs','bucket':'calls_of_acme','region':'europe-west3'", FEDERATION);
        assertThat(federated.storage().access())
                .isEqualTo(Map.of(
                        "serviceAccount", "tapedeck@acme.iam.gserviceaccount.com", "workloadIdentityProvider", POOL));
        assertThat(federated.secret()).isEmpty();
    }

    @Test
    void azureIsEnteredByAKeyOrByAClient() {
        var key = read("'provider':'azure','bucket':'calls','region':'germanywestcentral'", ACCOUNT_KEY);
        assertThat(key.storage().access()).isEqualTo(Map.of("account", "acmecalls"));
        assertThat(key.secret()).hasValue("c2VjcmV0");

        var client = read("'provider':'azure','bucket':'calls','region':'germanywestcentral'", CLIENT);
        assertThat(client.storage().access())
                .isEqualTo(Map.of(
                        "account",
                        "acmecalls",
                        "directoryId",
                        "11111111-2222-3333-4444-555555555555",
                        "clientId",
                        "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee"));
        assertThat(client.secret()).hasValue("s3cret~of.acme");
    }

    @Test
    void nothingSecretIsPrinted() {
        for (var access : List.of(KEYS, KEYS + ",'endpoint':'https://s3.example.com'")) {
            assertThat(read("'provider':'s3','bucket':'calls','region':'eu-central-1'", access))
                    .asString()
                    .contains("AKIAIOSFODNN7EXAMPLE")
                    .doesNotContain("s3cret/of+acme");
        }
        assertThat(read("'provider':'azure','bucket':'calls','region':'x'", CLIENT))
                .asString()
                .doesNotContain("s3cret");
        assertThat(read("'provider':'azure','bucket':'calls','region':'x'", ACCOUNT_KEY))
                .asString()
                .doesNotContain("c2VjcmV0");
        assertThat(read("'provider':'gcs','bucket':'calls','region':'x'", "'serviceAccountKey':'private key'"))
                .asString()
                .doesNotContain("private key");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                                                                  | /provider /bucket /access
                    {'provider':null,'bucket':null,'access':null}                                       | /provider /bucket /access
                    {'provider':'ftp','bucket':'calls','region':'x','access':{}}                        | /provider
                    {'provider':'S3','bucket':'calls','region':'x','access':{}}                         | /provider
                    {'provider':'gcs','bucket':'calls','region':'x'}                                    | /access
                    {'provider':'gcs','bucket':'calls','region':'x','access':'key'}                     | /access
                    {'provider':'gcs','bucket':'calls','region':'x','access':{'serviceAccountKey':''}}  | /access/serviceAccountKey
                    {'provider':'gcs','bucket':'calls','region':'x','access':{'serviceAccountKey':{}}}  | /access/serviceAccountKey
                    {'provider':'gcs','bucket':'calls','access':{'serviceAccountKey':'{}'}}             | /region
                    {'provider':'gcs','bucket':'calls','region':'x','name':'a','access':{'serviceAccountKey':'{}'}} | /name
                    {'provider':'gcs','bucket':'calls','region':'EU','access':{'serviceAccountKey':'{}'}}  | /region
                    {'provider':'gcs','bucket':'calls','region':'x','prefix':7,'access':{'serviceAccountKey':'{}'}} | /prefix
                    """)
    void whatIsWrongAroundItIsNamed(String body, String pointers) {
        assertThat(wrong(body, Trust.PUBLIC)).containsExactly(pointers.split(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    s3            | {} | /access/accessKeyId /access/secretAccessKey
                    s3            | {'accessKeyId':'AKIA'} | /access/secretAccessKey
                    s3            | {'secretAccessKey':'s'} | /access/accessKeyId
                    s3            | {'accessKeyId':'A K','secretAccessKey':7} | /access/accessKeyId /access/secretAccessKey
                    s3            | {'roleArn':'arn:aws:iam::111122223333:role/a'} | /access/externalId
                    s3            | {'externalId':'acme'} | /access/accessKeyId /access/secretAccessKey /access/externalId
                    s3            | {'roleArn':'arn:aws:iam::1:role/a','externalId':'x'} | /access/roleArn /access/externalId
                    s3            | {'roleArn':'arn:aws:iam::111122223333:user/a','externalId':'acme'} | /access/roleArn
                    s3            | {'serviceAccountKey':'{}'} | /access/accessKeyId /access/secretAccessKey /access/serviceAccountKey
                    cloudflare-r2 | {} | /access/endpoint /access/accessKeyId /access/secretAccessKey
                    cloudflare-r2 | {'roleArn':'arn:aws:iam::111122223333:role/a','externalId':'acme'} | /access/endpoint /access/accessKeyId /access/secretAccessKey /access/roleArn /access/externalId
                    gcs           | {} | /access/serviceAccountKey
                    gcs           | {'serviceAccount':'a@b.iam.gserviceaccount.com'} | /access/serviceAccountKey /access/serviceAccount
                    gcs           | {'workloadIdentityProvider':'projects/1'} | /access/serviceAccount /access/workloadIdentityProvider
                    gcs           | {'accessKeyId':'AKIA','secretAccessKey':'s'} | /access/serviceAccountKey /access/accessKeyId /access/secretAccessKey
                    azure         | {} | /access/account /access/accountKey
                    azure         | {'account':'Acme-Calls','accountKey':'c2VjcmV0'} | /access/account
                    azure         | {'account':'acmecalls','clientId':'one'} | /access/directoryId /access/clientId /access/clientSecret
                    azure         | {'account':'acmecalls','directoryId':'11111111-2222-3333-4444-555555555555'} | /access/accountKey /access/directoryId
                    azure         | {'account':'acmecalls','sas':'sv=1'} | /access/accountKey /access/sas
                    """)
    void eachProviderIsEnteredInItsOwnWays(String provider, String access, String pointers) {
        var body = "{'provider':'%s','bucket':'calls','region':'x','access':%s}".formatted(provider, access);

        assertThat(wrong(body, Trust.PUBLIC)).containsExactlyInAnyOrder(pointers.split(" "));
    }

    @Test
    void nobodyGetsInBothWaysAtOnce() {
        assertThat(wrong("s3", ROLE + "," + KEYS))
                .containsExactlyInAnyOrder("/access/accessKeyId", "/access/secretAccessKey");
        assertThat(wrong("s3", ROLE + "," + ENDPOINT)).containsExactly("/access/endpoint");
        assertThat(wrong("gcs", FEDERATION + "," + KEY_FILE)).containsExactly("/access/serviceAccountKey");
        assertThat(wrong("azure", CLIENT + ",'accountKey':'c2VjcmV0'")).containsExactly("/access/accountKey");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://s3.example.com",
                "ftp://s3.example.com",
                "s3.example.com",
                "https:s3.example.com",
                "https://",
                "https:///calls",
                "https://key:secret@s3.example.com",
                "https://key@s3.example.com",
                "https://s3.example.com/calls",
                "https://s3.example.com//",
                "https://s3.example.com?x=1",
                "https://s3.example.com/?",
                "https://s3.example.com#x",
                "https://s3.example.com:port",
                "https://s3 example.com",
                "file:///etc/passwd",
                ""
            })
    void anEndpointIsAHostThatIsReachedByHttps(String endpoint) {
        for (var provider : List.of("s3", "cloudflare-r2")) {
            assertThat(wrong(provider, KEYS + ",'endpoint':'" + endpoint + "'"))
                    .as(provider)
                    .containsExactly("/access/endpoint");
        }
        assertThat(wrong("azure", ACCOUNT_KEY + ",'endpoint':'" + endpoint + "'"))
                .containsExactly("/access/endpoint");
    }

    @Test
    void whoeverRunsTheDeploymentMayChooseAnyEndpointAndKeepSecretsElsewhere() {
        var endpoint = "'endpoint':'http://127.0.0.1:10000/devstoreaccount1'";
        var body =
                "{'provider':'azure','bucket':'calls','region':'x','access':{'account':'acmecalls'," + endpoint + "}}";

        assertThat(Reading.of(body, (fields, _) -> StorageRequest.read(NAME, fields, Trust.OPERATOR))
                        .secret())
                .isEmpty();
        assertThat(wrong(body, Trust.PRIVATE)).containsExactly("/access/accountKey");
        assertThat(wrong(body, Trust.PUBLIC)).containsExactlyInAnyOrder("/access/accountKey", "/access/endpoint");
        assertThat(wrong(body.replace("http://", "http://key:secret@"), Trust.OPERATOR))
                .containsExactly("/access/endpoint");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    s3            | 3  | 63  | a.b_c-d | ab,Calls,calls/x,../x,-calls,calls-,calls?x,ca lls
                    cloudflare-r2 | 3  | 63  | a-b     | ab,Calls,calls/x,-calls,calls-
                    gcs           | 3  | 222 | a.b_c-d | ab,Calls,calls/x,_calls,calls.
                    azure         | 3  | 63  | a-b-1   | ab,Calls,calls/x,-calls,calls-,a--b,a.b,a_b
                    """)
    void eachProviderHasBucketsOfItsOwnNames(String provider, int shortest, int longest, String odd, String wrong) {
        var access = switch (provider) {
            case "s3" -> KEYS;
            case "cloudflare-r2" -> ENDPOINT + "," + KEYS;
            case "gcs" -> KEY_FILE;
            default -> ACCOUNT_KEY;
        };
        var form = "{'provider':'" + provider + "','region':'x','bucket':'%s','access':{" + access + "}}";

        for (var bucket : List.of("a".repeat(shortest), "a".repeat(longest), odd)) {
            var read =
                    Reading.of(form.formatted(bucket), (fields, _) -> StorageRequest.read(NAME, fields, Trust.PUBLIC));
            assertThat(read.storage().place().bucket()).isEqualTo(bucket);
        }
        for (var bucket : List.of((wrong + ",,a" + "a".repeat(longest)).split(","))) {
            assertThat(wrong(form.formatted(bucket), Trust.PUBLIC)).as(bucket).containsExactly("/bucket");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"calls/", "a/b/c/d/e/", "a.b_C-1/"})
    void aPrefixIsOneToFiveFolders(String prefix) {
        var body = "'provider':'s3','bucket':'calls','region':'x','prefix':'" + prefix + "'";

        assertThat(read(body, KEYS).storage().prefix()).isEqualTo(prefix);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "calls",
                "/calls/",
                "calls//",
                "../",
                "./",
                "calls/../",
                "calls/./x/",
                "calls./",
                "a/b/c/d/e/f/",
                "ca lls/",
                "ca%2Flls/",
                "calls?/",
                "ümlaut/"
            })
    void whatLeadsOutOfTheFolderIsNoPrefix(String prefix) {
        var body = "{'provider':'s3','bucket':'calls','region':'x','prefix':'" + prefix + "','access':{" + KEYS + "}}";

        assertThat(wrong(body, Trust.PUBLIC)).containsExactly("/prefix");
    }

    @Test
    void foldersRegionsAndSecretsAreBounded() {
        var form = "{'provider':'s3','bucket':'calls','region':'%s','prefix':'%s','access':"
                + "{'accessKeyId':'AKIA','secretAccessKey':'%s'}}";

        assertThat(Reading.of(
                                form.formatted("r".repeat(32), "f".repeat(100) + "/", "s".repeat(16_384)),
                                (fields, _) -> StorageRequest.read(NAME, fields, Trust.PUBLIC))
                        .secret())
                .hasValue("s".repeat(16_384));
        assertThat(wrong(form.formatted("r".repeat(33), "f".repeat(101) + "/", "s".repeat(16_385)), Trust.PUBLIC))
                .containsExactly("/region", "/prefix", "/access/secretAccessKey");
    }

    @Test
    void whatIsWrongIsSaidWithoutWhatIsSecret() {
        var refusals = Reading.refusal(
                "{'provider':'s3','bucket':'calls','region':'x','access':{'accessKeyId':'AKIA','secretAccessKey':"
                        + "['s3cret'],'sessionToken':'t0ken'}}",
                (fields, _) -> StorageRequest.read(NAME, fields, Trust.PUBLIC));

        assertThat(refusals).extracting(FieldError::field).contains("/access/secretAccessKey", "/access/sessionToken");
        assertThat(refusals.toString()).doesNotContain("s3cret", "t0ken");
    }

    private static StorageRequest read(String fields, String access) {
        return Reading.of(
                "{" + fields + ",'access':{" + access + "}}",
                (tree, _) -> StorageRequest.read(NAME, tree, Trust.PUBLIC));
    }

    private static List<String> wrong(String provider, String access) {
        var body = "{'provider':'%s','bucket':'calls','region':'x','access':{%s}}".formatted(provider, access);
        return wrong(body, Trust.PUBLIC);
    }

    private static List<String> wrong(String body, Trust trust) {
        return Reading.refusal(body, (fields, _) -> StorageRequest.read(NAME, fields, trust)).stream()
                .map(FieldError::field)
                .toList();
    }
}
