"""Telling search engines what appeared, changed or left since the site was last published."""

from ssg.notify.changes import Change, compare, read_jobs
from ssg.notify.google import MOST, PUBLISH, Account, google_requests, read_account, read_token, token_request
from ssg.notify.indexnow import INDEXNOW, indexnow_requests
from ssg.notify.requests import Outcome, Request, as_text
from ssg.notify.sending import fetch, post, send

__all__ = [
    "INDEXNOW",
    "MOST",
    "PUBLISH",
    "Account",
    "Change",
    "Outcome",
    "Request",
    "as_text",
    "compare",
    "fetch",
    "google_requests",
    "indexnow_requests",
    "post",
    "read_account",
    "read_jobs",
    "read_token",
    "send",
    "token_request",
]
