// The function "retrieve" as one would write it for Node with the SDK v3, and the loop that Lambda runs it in.
import { Agent, request } from 'node:http';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';

const { AWS_LAMBDA_RUNTIME_API, AWS_REGION, BUCKET_NAME, TABLE_NAME } = process.env;
const dynamodb = new DynamoDBClient({});
const agent = new Agent({ keepAlive: true });

async function handle(event) {
  const started = Date.now();
  const caller = event.requestContext.authorizer?.lambda ?? {};
  const recording = event.pathParameters.id;
  const answer = !caller.tenant
    ? problem(401, 'Unauthorized')
    : !caller.scopes.split(' ').includes('read')
      ? problem(403, 'Forbidden')
      : await retrieve(event.requestContext.domainName, caller.tenant, recording);
  const millis = Date.now() - started;
  console.log(JSON.stringify({ function: 'retrieve', status: answer.statusCode, recording, millis }));
  return answer;
}

async function retrieve(host, tenant, recording) {
  const Key = { pk: { S: `${tenant}#${recording}` }, sk: { S: 'recording' } };
  const { Item } = await dynamodb.send(new GetItemCommand({ TableName: TABLE_NAME, Key, ConsistentRead: true }));
  if (!Item) {
    return problem(404, 'Not Found');
  }
  const row = unmarshall(Item);
  const headers = { 'content-type': 'application/json', etag: `"r${row.revision}"` };
  return { statusCode: 200, headers, body: JSON.stringify(view(row, host)) };
}

function view({ id, status, details, audio, retention, downloadCount = 0, job, created, updated }, host) {
  const { measures, treatments } = audio;
  const { format, codec, sampleRate, bitrate, channels, duration, quality, loudness, layout } = measures;
  return {
    id,
    status,
    url: `https://${host}/v1/recordings/${id}/download`,
    participants: measures.speech.map((speakingTime, channel) => ({ channel, speaker: `ch_${channel}`, speakingTime })),
    tags: details.tags,
    format,
    codec,
    sampleRate,
    bitrate,
    channels,
    duration,
    fileSize: audio.fileSize,
    storage: 's3',
    storagePath: audio.object,
    bucket: BUCKET_NAME,
    region: AWS_REGION,
    encrypted: 'encryption' in audio,
    redacted: false,
    hasTranscript: false,
    speakerDiarization: layout === 'dual',
    noiseReduction: treatments.includes('noise-reduction'),
    volumeNormalization: treatments.includes('volume-normalization'),
    silenceRemoval: treatments.includes('silence-removal'),
    compressionRatio: audio.originalSize / audio.fileSize,
    quality,
    version: audio.number,
    sha256: audio.sha256,
    loudness,
    channelLayout: layout,
    retentionPeriod: retention.period,
    expiresAt: retention.expiresAt,
    autoDeleteAt: retention.autoDeleteAt,
    legalHold: retention.legalHold,
    downloadCount,
    job: jobView(job),
    created,
    updated,
  };
}

function jobView({ tenant, ready, actor, inputs, inParts, failures, handed, result, ...shown }) {
  const told = Object.entries(result).filter(([name, value]) => name !== "kind" && !(Array.isArray(value) && value.length === 0));
  return { ...shown, result: Object.fromEntries(told) };
}

function problem(statusCode, title) {
  const body = JSON.stringify({ title, status: statusCode });
  return { statusCode, headers: { 'content-type': 'application/problem+json' }, body };
}

function call(method, path, body) {
  return new Promise((resolve, reject) => {
    const url = `http://${AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime/invocation/${path}`;
    const sent = request(url, { method, agent }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => (text += chunk));
      response.on('end', () => resolve({ headers: response.headers, text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

for (;;) {
  const { headers, text } = await call('GET', 'next');
  const answer = await handle(JSON.parse(text));
  await call('POST', `${headers['lambda-runtime-aws-request-id']}/response`, JSON.stringify(answer));
}
