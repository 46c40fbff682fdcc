"""Words that tell people, their titles and where they come from."""

from referatdesk.documents.reading.words.names import is_role as is_role
from referatdesk.documents.reading.words.names import looks_like_name as looks_like_name
from referatdesk.documents.reading.words.names import name_key as name_key
from referatdesk.documents.reading.words.organisations import is_party as is_party
from referatdesk.documents.reading.words.organisations import looks_like_organisation as looks_like_organisation
