"""The function "retrieve" as one would write it in Python with boto3, and the loop that Lambda runs it in."""

import http.client
import json
import os
import time

import boto3
from boto3.dynamodb.types import TypeDeserializer

TABLE = os.environ["TABLE_NAME"]
BUCKET = os.environ["BUCKET_NAME"]
REGION = os.environ["AWS_REGION"]

dynamodb = boto3.client("dynamodb", endpoint_url=os.environ.get("AWS_ENDPOINT_URL_DYNAMODB"))
deserializer = TypeDeserializer()


def handle(event):
    started = time.time()
    caller = event["requestContext"].get("authorizer", {}).get("lambda", {})
    recording = event["pathParameters"]["id"]
    if "tenant" not in caller:
        answer = problem(401, "Unauthorized")
    elif "read" not in caller["scopes"].split(" "):
        answer = problem(403, "Forbidden")
    else:
        answer = retrieve(event["requestContext"]["domainName"], caller["tenant"], recording)
    millis = int((time.time() - started) * 1000)
    line = {"function": "retrieve", "status": answer["statusCode"], "recording": recording, "millis": millis}
    print(json.dumps(line), flush=True)
    return answer


def retrieve(host, tenant, recording):
    key = {"pk": {"S": f"{tenant}#{recording}"}, "sk": {"S": "recording"}}
    item = dynamodb.get_item(TableName=TABLE, Key=key, ConsistentRead=True).get("Item")
    if item is None:
        return problem(404, "Not Found")
    row = {name: deserializer.deserialize(value) for name, value in item.items()}
    headers = {"content-type": "application/json", "etag": f'"r{row["revision"]}"'}
    return {"statusCode": 200, "headers": headers, "body": json.dumps(view(row, host), default=number)}


def view(row, host):
    audio, retention = row["audio"], row["retention"]
    measures = audio["measures"]
    return {
        "id": row["id"],
        "status": row["status"],
        "url": f"https://{host}/v1/recordings/{row['id']}/download",
        "participants": [
            {"channel": channel, "speaker": f"ch_{channel}", "speakingTime": seconds}
            for channel, seconds in enumerate(measures["speech"])
        ],
        "tags": row["details"]["tags"],
        **{name: measures[name] for name in ("format", "codec", "sampleRate", "bitrate", "channels", "duration")},
        "fileSize": audio["fileSize"],
        "storage": "s3",
        "storagePath": audio["object"],
        "bucket": BUCKET,
        "region": REGION,
        "encrypted": "encryption" in audio,
        "redacted": False,
        "hasTranscript": False,
        "speakerDiarization": measures["layout"] == "dual",
        "noiseReduction": "noise-reduction" in audio["treatments"],
        "volumeNormalization": "volume-normalization" in audio["treatments"],
        "silenceRemoval": "silence-removal" in audio["treatments"],
        "compressionRatio": audio["originalSize"] / audio["fileSize"],
        "quality": measures["quality"],
        "version": audio["number"],
        "sha256": audio["sha256"],
        "loudness": measures["loudness"],
        "channelLayout": measures["layout"],
        "retentionPeriod": retention["period"],
        "expiresAt": retention["expiresAt"],
        "autoDeleteAt": retention["autoDeleteAt"],
        "legalHold": retention["legalHold"],
        "downloadCount": row.get("downloadCount", 0),
        "job": job(row["job"]),
        "created": row["created"],
        "updated": row["updated"],
    }


def job(row):
    hidden = {"tenant", "ready", "actor", "inputs", "result", "inParts", "failures", "handed"}
    result = {name: value for name, value in row["result"].items() if value != [] and name != "kind"}
    return {**{name: value for name, value in row.items() if name not in hidden}, "result": result}


def number(value):
    return int(value) if value == value.to_integral_value() else float(value)


def problem(status, title):
    body = json.dumps({"title": title, "status": status})
    return {"statusCode": status, "headers": {"content-type": "application/problem+json"}, "body": body}


def main():
    runtime = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
    while True:
        runtime.request("GET", "/2018-06-01/runtime/invocation/next")
        order = runtime.getresponse()
        invocation = order.getheader("Lambda-Runtime-Aws-Request-Id")
        answer = handle(json.loads(order.read()))
        runtime.request("POST", f"/2018-06-01/runtime/invocation/{invocation}/response", json.dumps(answer))
        runtime.getresponse().read()


if __name__ == "__main__":
    main()
