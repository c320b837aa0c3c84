"""Calls the local OCR service as a boto3 program would and prints what botocore made of the answers, as JSON."""

import json
import sys
import time

import botocore.session
from botocore.config import Config
from botocore.exceptions import ClientError

endpoint, bucket, key, image_path = sys.argv[1:]
session = botocore.session.get_session()
session.set_credentials("test", "test")
client = session.create_client(
    "textract",
    region_name="eu-west-3",
    endpoint_url=endpoint,
    config=Config(retries={"max_attempts": 0}),
)


def error_of(call, **parameters):
    try:
        call(**parameters)
    except ClientError as error:
        return {"code": error.response["Error"]["Code"], "class": type(error).__name__}


def members(answer):
    return {name: value for name, value in answer.items() if name != "ResponseMetadata"}


location = {"S3Object": {"Bucket": bucket, "Name": key}}
job_id = client.start_document_text_detection(DocumentLocation=location, ClientRequestToken="boto-1")["JobId"]
result = client.get_document_text_detection(JobId=job_id)
while result["JobStatus"] == "IN_PROGRESS":
    time.sleep(0.02)
    result = client.get_document_text_detection(JobId=job_id)
paged, token = [], None
while True:
    page = client.get_document_text_detection(JobId=job_id, MaxResults=3, **({"NextToken": token} if token else {}))
    paged += page["Blocks"]
    token = page.get("NextToken")
    if token is None:
        break
with open(image_path, "rb") as image:
    image_bytes = image.read()

print(
    json.dumps(
        {
            "result": members(result),
            "paged": paged,
            "detected": members(client.detect_document_text(Document={"Bytes": image_bytes})),
            "analysed": members(client.analyze_document(Document={"Bytes": image_bytes}, FeatureTypes=["FORMS"])),
            "unknown_job": error_of(client.get_document_text_detection, JobId="unknown"),
            "missing_object": error_of(
                client.start_document_text_detection,
                DocumentLocation={"S3Object": {"Bucket": bucket, "Name": "missing"}},
            ),
            "mismatch": error_of(
                client.start_document_text_detection,
                DocumentLocation=location,
                ClientRequestToken="boto-1",
                JobTag="changed",
            ),
        }
    )
)
