"""Reads mails with Python's parser at its strictest; a defect is an error.

Each line that comes in is a mail as a JSON text of its bytes, one character each. Each line that goes out says the
addresses and the subject, and of each leaf its type, its parameters and the SHA-256 of its bytes.
"""

import email
import email.policy
import hashlib
import json
import sys

STRICT = email.policy.SMTP.clone(raise_on_defect=True)


def read(raw):
    mail = email.message_from_bytes(raw, policy=STRICT)
    return {
        "subject": str(mail["Subject"]),
        "to": [address.addr_spec for address in mail["To"].addresses],
        "from": [address.addr_spec for address in mail["From"].addresses],
        "parts": [leaf(part) for part in mail.walk() if not part.is_multipart()],
    }


def leaf(part):
    return {
        "type": part.get_content_type(),
        "parameters": dict(part["Content-Type"].params),
        "sha256": hashlib.sha256(part.get_payload(decode=True)).hexdigest(),
    }


for line in sys.stdin:
    print(json.dumps(read(json.loads(line).encode("latin-1"))))
