"""How times are written in answers, whichever parser they come from."""

import datetime

UTC = datetime.timezone.utc


def moment(value):
    """A day `2027-02-01`, a moment `2027-02-01T03:15:00Z`, or without the Z a time that hangs nowhere."""
    if not isinstance(value, datetime.datetime):
        return value.isoformat()
    if value.tzinfo is None:
        return value.isoformat()
    return seconds(value.astimezone(UTC).timestamp())


def seconds(epoch):
    return datetime.datetime.fromtimestamp(epoch, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
