package io.tapedeck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is expected here is what aws-sam-translator makes of the same templates. */
class SamExpansionTest {
    @TempDir
    Path folder;

    @Test
    void aFunctionThatIsRolledOutIsFiveResourcesAndEachTriggerMore() throws IOException {
        assertThat(expanded("""
                Globals: {Function: {AutoPublishAlias: live, DeploymentPreference: {Type: AllAtOnce, Role: r}}}
                Resources:
                  Read:
                    Type: AWS::Serverless::Function
                    Properties:
                      Events:
                        Get: {Type: HttpApi, Properties: {ApiId: !Ref Api, Method: GET, Path: /a}}
                        Head: {Type: HttpApi, Properties: {ApiId: !Ref Api, Method: HEAD, Path: /a}}
                  Sweep:
                    Type: AWS::Serverless::Function
                    Properties:
                      EventInvokeConfig: {MaximumRetryAttempts: 0}
                      Events:
                        Clock: {Type: ScheduleV2, Properties: {ScheduleExpression: rate(1 minute)}}
                        Upload: {Type: S3, Properties: {Bucket: !Ref Bucket, Events: 's3:ObjectCreated:*'}}
                        Change: {Type: EventBridgeRule, Properties: {Pattern: {source: [aws.transcribe]}}}
                """).types())
                .containsExactlyInAnyOrder(
                        "AWS::CodeDeploy::Application",
                        "AWS::Lambda::Function",
                        "AWS::IAM::Role",
                        "AWS::Lambda::Version",
                        "AWS::Lambda::Alias",
                        "AWS::CodeDeploy::DeploymentGroup",
                        "AWS::Lambda::Permission",
                        "AWS::Lambda::Permission",
                        "AWS::Lambda::Function",
                        "AWS::IAM::Role",
                        "AWS::Lambda::Version",
                        "AWS::Lambda::Alias",
                        "AWS::CodeDeploy::DeploymentGroup",
                        "AWS::Lambda::EventInvokeConfig",
                        "AWS::Scheduler::Schedule",
                        "AWS::IAM::Role",
                        "AWS::Events::Rule",
                        "AWS::Lambda::Permission",
                        "AWS::Lambda::Permission");
    }

    @Test
    void withoutAnAliasAFunctionIsItselfAndItsRole() throws IOException {
        assertThat(expanded("""
                Resources:
                  Own: {Type: AWS::Serverless::Function, Properties: {}}
                  Lent: {Type: AWS::Serverless::Function, Properties: {Role: r}}
                """).types())
                .containsExactlyInAnyOrder("AWS::Lambda::Function", "AWS::IAM::Role", "AWS::Lambda::Function");
    }

    @Test
    void anApiHasAStageAndAPermissionForEachAuthorizer() throws IOException {
        assertThat(expanded("""
                Resources:
                  Api:
                    Type: AWS::Serverless::HttpApi
                    Properties: {Auth: {Authorizers: {Credentials: {FunctionArn: f, EnableFunctionDefaultPermissions: true}}}}
                  Layer: {Type: AWS::Serverless::LayerVersion}
                  Bucket: {Type: AWS::S3::Bucket, Condition: Never}
                """).types())
                .containsExactlyInAnyOrder(
                        "AWS::ApiGatewayV2::Api",
                        "AWS::ApiGatewayV2::Stage",
                        "AWS::Lambda::Permission",
                        "AWS::Lambda::LayerVersion",
                        "AWS::S3::Bucket");
    }

    @Test
    void whatIsNotKnownIsNotCounted() throws IOException {
        var table = expanded("Resources: {Table: {Type: AWS::Serverless::SimpleTable}}");
        var topic =
                expanded("Resources: {F: {Type: AWS::Serverless::Function, Properties: {Events: {E: {Type: SNS}}}}}");

        assertThatThrownBy(table::types).hasMessageContaining("AWS::Serverless::SimpleTable");
        assertThatThrownBy(topic::types).hasMessageContaining("SNS");
    }

    private SamExpansion expanded(String template) throws IOException {
        return new SamExpansion(new SamTemplate(Files.writeString(folder.resolve("template.yaml"), template)));
    }
}
