package io.tapedeck.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
    @TempDir
    Path folder;

    private Template template;

    @BeforeEach
    void write() throws IOException {
        Path file = Files.writeString(folder.resolve("template.yaml"), """
                Parameters:
                  Origins: {Type: CommaDelimitedList, Default: 'https://a.example,https://b.example'}
                Resources:
                  Api:
                    Type: AWS::Serverless::HttpApi
                    Properties:
                      CorsConfiguration: {AllowOrigins: !Ref Origins, AllowMethods: [GET], AllowHeaders: [X], ExposeHeaders: [ETag], MaxAge: 600}
                  Unmatched:
                    Type: AWS::Serverless::Function
                    Properties:
                      Environment: {Variables: {QUARKUS_FUNQY_EXPORT: unmatched}}
                      Events: {Rest: {Type: HttpApi, Properties: {ApiId: !Ref Api, Auth: {Authorizer: NONE}}}}
                  A:
                    Type: AWS::Serverless::Function
                    Properties:
                      Environment: {Variables: {QUARKUS_FUNQY_EXPORT: a, SECRET: !Sub '${X}'}}
                      Events: {Route: {Type: HttpApi, Properties: {Method: GET, Path: /z}}, Other: {Type: S3}}
                  B:
                    Type: AWS::Serverless::Function
                    Properties:
                      Environment: {Variables: {QUARKUS_FUNQY_EXPORT: b}}
                      Events: {Route: {Type: HttpApi, Properties: {Method: POST, Path: /a}}}
                """);
        template = Template.read(file.toString());
    }

    @Test
    void routesAreThoseOfTheFunctionsEvents() {
        assertThat(template.routes())
                .containsExactly(
                        new Route("POST", "/a", "b", true),
                        new Route("GET", "/z", "a", true),
                        new Route("ANY", Route.DEFAULT, "unmatched", false));
    }

    @Test
    void aReferenceStandsForItsParametersDefault() {
        assertThat(template.cors().orElseThrow().origins()).containsExactly("https://a.example", "https://b.example");
    }

    @Test
    void unmatchedIsToldTheRoutesInTheTemplatesOrder() {
        assertThat(template.routesSetting()).isEqualTo("GET /z;POST /a");
    }

    @Test
    void whatIsDeployedLetsAnyPageCallUnlessOriginsAreNamed() {
        assertThat(real("*").cors().orElseThrow().origins()).containsExactly("*");
        assertThat(Template.read("template.yaml").cors()).isEqualTo(real("*").cors());
        assertThat(real("https://a.example,https://b.example")
                        .cors()
                        .orElseThrow()
                        .origins())
                .containsExactly("https://a.example", "https://b.example");
        assertThat(real("").cors()).isEmpty();
    }

    @Test
    void whatIsDeployedLetsAnyPageReadFromTheBucketAndThoseNamedWriteToIt() {
        assertThat(real("https://a.example").bucketCors().rules())
                .extracting(BucketCors.Rule::methods, BucketCors.Rule::origins)
                .containsExactly(
                        tuple(List.of("GET", "HEAD"), List.of("*")),
                        tuple(List.of("PUT"), List.of("https://a.example")));
        assertThat(real("").bucketCors().rules())
                .extracting(BucketCors.Rule::methods)
                .containsExactly(List.of("GET", "HEAD"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    !If [IsOn, [a], [b]]                              | a
                    !If [IsOff, [a], [b]]                             | b
                    !If [IsNotOff, [a], [b]]                          | a
                    !Split [',', 'a,b']                               | a b
                    !Split [',', !Ref Text]                           | on off
                    !Split ['-', !Sub '${Number}-${Text}-${!Text}']   | 5 on,off ${Text}
                    !Split ['-', !Sub ['${a}-b', {a: !Ref Number}]]   | 5 b
                    {'Fn::Split': [',', {Ref: Text}]}                 | on off
                    [!Ref Number, !Ref AWS::NoValue, a]               | 5 a
                    !Ref List                                         | x y
                    """)
    void functionsAreCalledAsCloudFormationDoes(String value, String result) throws IOException {
        assertThat(withOrigins(value).cors().orElseThrow().origins()).containsExactly(result.split(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    !GetAtt A.Arn                       | !GetAtt A.Arn
                    !Split [',', !GetAtt A.Arn]         | !GetAtt A.Arn
                    !Split [',', !Sub '${A}']           | !Sub ${A}
                    !If [IsWhere, [a], [b]]             | !Ref AWS::Region
                    !Ref Nothing                        | !Ref Nothing
                    [!Ref Nothing]                      | AllowOrigins
                    {a: b}                              | AllowOrigins
                    !If [IsMissing, [a], [b]]           | no condition IsMissing
                    !Split [',']                        | !Split takes 2 arguments
                    !If [IsOff, !Foo x, [b]]            | !Foo
                    !Cidr [a, b]                        | !Cidr
                    {'Fn::ImportValue': a}              | ImportValue
                    """)
    void whatCannotBeKnownEndsTheStart(String value, String reason) {
        assertThatThrownBy(() -> withOrigins(value).cors())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void anUnknownFunctionEndsTheStartWhereverItStands() throws IOException {
        var file = Files.writeString(folder.resolve("other.yaml"), "Outputs: {A: {Value: !Base64 a}}");

        assertThatThrownBy(() -> Template.read(file.toString())).hasMessageContaining("!Base64");
    }

    @Test
    void whatIsNotMadeHasNoRoutes() throws IOException {
        var file = Files.writeString(folder.resolve("other.yaml"), """
                Conditions: {Never: !Equals [a, b]}
                Resources:
                  A:
                    Type: AWS::Serverless::Function
                    Condition: Never
                    Properties: {Events: {Route: {Type: HttpApi, Properties: {Method: GET, Path: /a}}}}
                """);

        assertThat(Template.read(file.toString()).routes()).isEmpty();
    }

    private Template withOrigins(String value) throws IOException {
        return Template.read(Files.writeString(folder.resolve("other.yaml"), """
                Parameters:
                  Text: {Type: String, Default: 'on,off'}
                  Number: {Type: Number, Default: 5}
                  List: {Type: CommaDelimitedList, Default: 'x,y'}
                  Nothing: {Type: String}
                Conditions:
                  IsOn: !Equals [!Ref Number, '5']
                  IsOff: !Not [!Condition IsOn]
                  IsNotOff: !Not [!Condition IsOff]
                  IsWhere: !Equals [!Ref AWS::Region, here]
                Resources:
                  Api: {Type: AWS::Serverless::HttpApi, Properties: {CorsConfiguration: {AllowOrigins: %s, MaxAge: 1}}}
                """.formatted(value))
                .toString());
    }

    private static Template real(String origins) {
        return Template.read("template.yaml", Map.of("AllowedOrigins", origins));
    }

    @Test
    void aTemplateThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> Template.read("no-such.yaml")).hasMessageContaining("no-such.yaml");
    }
}
