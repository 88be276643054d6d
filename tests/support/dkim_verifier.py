"""Verifies the DKIM signature of the message on standard input with dkimpy.

Called as `python3 dkim_verifier.py '{"name": "TXT value"}'`. Prints True or False. Ends with status 3 when dkimpy is not installed.
"""
import json
import sys

try:
    import dkim
except ImportError:
    sys.exit(3)

records = json.loads(sys.argv[1])
message = sys.stdin.buffer.read()
if message:
    print(dkim.verify(message, dnsfunc=lambda name, timeout=5: records.get(name.decode().rstrip(".").lower(), "").encode()))
