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
                      Environment: {Variables: {QUARKUS_FUNQY_EXPORT: unmatched, ROUTES: 'GET /a'}}
                      Events: {Rest: {Type: HttpApi, Properties: {ApiId: !Ref Api, Auth: {Authorizer: NONE}}}}
                  A:
                    Type: AWS::Serverless::Function
                    Properties:
                      Environment: {Variables: {QUARKUS_FUNQY_EXPORT: a, SECRET: !Sub '${X}'}}
                      Events: {Route: {Type: HttpApi, Properties: {Method: GET, Path: /a}}, Other: {Type: S3}}
                """);
        template = Template.read(file.toString());
    }

    @Test
    void routesAreThoseOfTheFunctionsEvents() {
        assertThat(template.routes())
                .containsExactly(
                        new Route("GET", "/a", "a", true), new Route("ANY", Route.DEFAULT, "unmatched", false));
    }

    @Test
    void aReferenceStandsForItsParametersDefault() {
        assertThat(template.cors().orElseThrow().origins()).containsExactly("https://a.example", "https://b.example");
    }

    @Test
    void aFunctionsVariablesCanBeRead() {
        assertThat(template.variable("unmatched", "ROUTES")).contains("GET /a");
        assertThat(template.variable("a", "ROUTES")).isEmpty();
    }

    @Test
    void aTemplateThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> Template.read("no-such.yaml")).hasMessageContaining("no-such.yaml");
    }
}
