"""Every file of the site before any is made: where it goes, how it is made, and exactly out of what."""

from ssg.pages.cards import CardStyle, Previews
from ssg.pages.contexts import SiteFrame
from ssg.pages.plan import Planned
from ssg.pages.planning import plan_documents, plan_site

__all__ = ["CardStyle", "Planned", "Previews", "SiteFrame", "plan_documents", "plan_site"]
