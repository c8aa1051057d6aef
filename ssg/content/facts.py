"""Facts that are kept of a file to the posting that it is on this site."""

from __future__ import annotations

import json
from hashlib import blake2b

from ssg.config import Config
from ssg.model import Posting
from ssg.model.known import known

OF_BODY = b',"excerpt":'
"""Where kept facts begin to tell of the body: `ssg.content.reading`. In a string of JSON the quotes are escaped."""
MOST = 20_000
_made: dict[bytes, Posting] = {}
"""Postings by their digests: `ssg serve` builds again and again in one process, and mostly of the same ones."""
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
        digest = _digest(head, key.encode())
        found = _made.get(digest)
        if found is None:
            if len(_made) >= MOST:
                _made.clear()
            rest = b"," + front[1:] if front != b"{}" else b"}"
            told = (digest, _digest(head, written), _json(key).encode(), head, rest)
            found = _made[digest] = known(Posting, b'{"digest":"%b","facts":"%b","source":%b,%b%b' % told)
        return found


def _digest(*parts: bytes) -> bytes:
    return blake2b(b"\n".join(parts), digest_size=16).hexdigest().encode()
