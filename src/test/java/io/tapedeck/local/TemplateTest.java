package io.tapedeck.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void aTemplateThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> Template.read("no-such.yaml")).hasMessageContaining("no-such.yaml");
    }
}
