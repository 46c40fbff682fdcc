"""The schema that an archive must have: known by its digest, and made by the steps."""

import pytest

from referatdesk.storage.migrations import VERSION
from referatdesk.storage.schema import DIGESTS, digest_of, schema_made


def test_the_newest_version_is_known_without_making_it():
    assert VERSION in DIGESTS


@pytest.mark.parametrize("version", DIGESTS)
def test_a_digest_is_that_of_what_the_steps_make(version):
    assert DIGESTS[version] == digest_of(schema_made(version))
