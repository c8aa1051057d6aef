"""Facts that are kept of a file to the posting that it is on this site."""

from __future__ import annotations

import json
from hashlib import blake2b

from ssg.config import Config
from ssg.model import Posting
from ssg.model.known import known

OF_BODY = b',"excerpt":'
"""Where kept facts begin to tell of the body: `ssg.content.reading`. In a string of JSON the quotes are escaped."""
_json = json.JSONEncoder(separators=(",", ":")).encode


class PostingFactory:
    """Makes postings of kept facts and the site's defaults before them: in JSON the later of two equal keys counts."""

    def __init__(self, config: Config) -> None:
        self._company, self._language = _json(config.default_company), config.language
        given = config.apply.model_dump(mode="json", exclude_defaults=True) if config.apply else None
        self._apply = f',"apply":{_json(given)}' if given is not None else ""

    def posting(self, path: str, slug: str, translation: str, key: str, front: bytes) -> Posting:
        """The posting of a file: its path, what its name says, the key of its body, and its facts as a JSON object."""
        head = (
            f'"company":{self._company},"language":{_json(translation or self._language)},"slug":{_json(slug)},'
            f'"path":{_json(path)},"translation":{_json(translation)}{self._apply}'
        ).encode()
        written = front.rpartition(OF_BODY)[0] or front
        digests = (_digest(head, key.encode()), _digest(head, written), _json(key).encode())
        rest = b"," + front[1:] if front != b"{}" else b"}"
        return known(Posting, b'{"digest":"%b","facts":"%b","source":%b,%b%b' % (*digests, head, rest))


def _digest(*parts: bytes) -> bytes:
    return blake2b(b"\n".join(parts), digest_size=16).hexdigest().encode()
