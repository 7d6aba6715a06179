package io.tapedeck.runtime;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.tapedeck.analytics.words.MoodSource;
import io.tapedeck.audio.SpeechEngine;
import io.tapedeck.drop.DropLayouts;
import io.tapedeck.redaction.DetectorChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a deployment is told by its environment, a mapping for each room that needs settings. Which variable sets which key
 * stands in {@code application.properties}.
 */
public final class Settings {
    private Settings() {}

    /** The function that runs here. */
    @ConfigMapping(prefix = "tapedeck.runtime")
    public interface Runtime {
        /** The function that this process is for; none where one process is for all. */
        Optional<String> function();

        /** The name that Lambda gives the function; none on one machine. */
        Optional<String> functionName();
    }

    /** The table. */
    @ConfigMapping(prefix = "tapedeck.dynamodb")
    public interface Dynamodb {
        /** The table of recordings, jobs, events and keys. */
        String table();
    }

    /** The bucket. */
    @ConfigMapping(prefix = "tapedeck.s3")
    public interface S3 {
        /** The bucket of audio and documents. */
        String bucket();

        /** The region of the bucket. */
        String region();

        /** The KMS key that objects are encrypted with; none where the store does not encrypt. */
        Optional<String> encryptionKey();
    }

    /** The API. */
    @ConfigMapping(prefix = "tapedeck.http")
    public interface Http {
        /** The secrets that links and cursors are signed with; the first signs, all verify. */
        Optional<List<String>> linkSecrets();

        /** The address of the API, where it is not the one that a request came to. */
        Optional<String> publicUrl();

        /** The routes of the API, as {@code GET,POST /path;GET /other}. */
        Optional<String> routes();
    }

    /** Who may call. */
    @ConfigMapping(prefix = "tapedeck.auth")
    public interface Auth {
        /** The key of whoever runs the deployment. */
        Optional<String> operatorKey();

        /** The tenant that the operator's key acts for. */
        @WithDefault("operator")
        String operatorTenant();

        /** The issuer whose tokens are accepted. */
        Optional<String> jwtIssuer();

        /** The audience that a token must name. */
        Optional<String> jwtAudience();

        /** Where the issuer publishes its keys; by default {@code /.well-known/jwks.json} under it. */
        Optional<String> jwtJwksUrl();
    }

    /** How long recordings are kept. */
    @ConfigMapping(prefix = "tapedeck.retention")
    public interface Retention {
        /** Days that a recording is kept for which nothing else is said. */
        @WithDefault("365")
        int days();

        /** Days before its deletion from which on a recording's audio is not handed out any more, unless a caller says so. */
        @WithDefault("0")
        int graceDays();
    }

    /** The tools. */
    @ConfigMapping(prefix = "tapedeck.ffmpeg")
    public interface Ffmpeg {
        /** The ffmpeg to run. */
        @WithDefault("ffmpeg")
        String ffmpeg();

        /** The ffprobe to run. */
        @WithDefault("ffprobe")
        String ffprobe();
    }

    /** What hears speech. */
    @ConfigMapping(prefix = "tapedeck.speech")
    public interface Speech {
        /** The engine that is taken where a caller names none; without it, the first that there is. */
        Optional<SpeechEngine> engine();

        /** The engines that the deployment has; without it, those that are found here. */
        Optional<List<SpeechEngine>> engines();

        /** whisper.cpp's whisper-cli. */
        @WithDefault("whisper-cli")
        String whisperCli();

        /** The model that whisper listens with, or the folder in which it is; without it, there is no whisper. */
        Optional<Path> whisperModel();

        /** Pocketsphinx' pocketsphinx_continuous. */
        @WithDefault("pocketsphinx_continuous")
        String pocketsphinx();
    }

    /** The worker. */
    @ConfigMapping(prefix = "tapedeck.work")
    public interface Work {
        /** Where audio lies while it is worked on. */
        @WithDefault("/tmp")
        Path dir();
    }

    /** Amazon Transcribe. */
    @ConfigMapping(prefix = "tapedeck.amazontranscribe")
    public interface Amazontranscribe {
        /** What the names of its jobs and vocabularies begin with. */
        @WithDefault("tapedeck")
        String deployment();
    }

    /** The storages that all tenants have besides the deployment's own bucket, each in the form of the HTTP contract. */
    @ConfigMapping(prefix = "tapedeck.remote")
    public interface Remote {
        /** Google Cloud Storage. */
        Optional<String> gcs();

        /** Azure Blob Storage. */
        Optional<String> azure();

        /** Cloudflare R2, or any other server that speaks S3's protocol. */
        Optional<String> cloudflareR2();
    }

    /** AWS Secrets Manager. */
    @ConfigMapping(prefix = "tapedeck.secretsmanager")
    public interface Secretsmanager {
        /** What the names of its secrets begin with. */
        @WithDefault("tapedeck")
        String deployment();
    }

    /** What the callbacks to the tenant {@code local} are checked with, as long as it has put nothing else. */
    @ConfigMapping(prefix = "tapedeck.imports")
    public interface Imports {
        /** The secret, token or key of Vapi's credential. */
        Optional<String> vapiSecret();

        /** The SID of Twilio's account, which its media is got with. */
        Optional<String> twilioAccountSid();

        /** The token of that account, which Twilio signs with. */
        Optional<String> twilioAuthToken();

        /** The public key of Telnyx' account, in Base64. */
        Optional<String> telnyxPublicKey();

        /** The key that LiveKit signs its webhooks in the name of. */
        Optional<String> livekitApiKey();

        /** The secret of that key. */
        Optional<String> livekitApiSecret();
    }

    /** A server that hears as OpenAI's does. */
    @ConfigMapping(prefix = "tapedeck.openai")
    public interface Openai {
        /** Its address; none where there is no such server. */
        Optional<String> baseUrl();

        /** The model to ask for, which must give times. */
        @WithDefault("whisper-1")
        String model();

        /** The key to send along. */
        Optional<String> apiKey();
    }

    /** What is asked outside about what is said. */
    @ConfigMapping(prefix = "tapedeck.analysis")
    public interface Analysis {
        /** What tells how sentences feel. */
        @WithDefault("lexicon")
        MoodSource sentiment();

        /** The model of Amazon Bedrock that sums calls up; none where that is done here. */
        Optional<String> summaryModel();
    }

    /** What is personal in calls. */
    @ConfigMapping(prefix = "tapedeck.redaction")
    public interface Redaction {
        /** Who else looks for personal data. */
        @WithDefault("none")
        DetectorChoice detector();

        /** The region whose telephone numbers people say without a country, as ISO 3166 has it in two letters. */
        @WithDefault("US")
        PhoneRegion phoneRegion();
    }

    /** What other systems drop into the bucket. */
    @ConfigMapping(prefix = "tapedeck.drop")
    public interface Drop {
        /** The layouts of keys that tell something of the call, with white space between them; none where keys tell nothing. */
        Optional<DropLayouts> layouts();
    }

    /** Amazon SQS. */
    @ConfigMapping(prefix = "tapedeck.sqs")
    public interface Sqs {
        /** The URL of the queue of what is to be done for webhooks; none on one machine. */
        Optional<String> errands();
    }

    /** What goes out to callers' addresses. */
    @ConfigMapping(prefix = "tapedeck.egress")
    public interface Egress {
        /** Whether sources and webhooks may be plain http and at private addresses. */
        @WithDefault("false")
        boolean allowPrivateTargets();
    }
}
