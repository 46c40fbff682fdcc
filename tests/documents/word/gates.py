"""What every written Word file is held up to: the Open XML SDK's validator, two more, and the own checks."""

import json
import subprocess
from concurrent.futures import ThreadPoolExecutor

import ooxml_integrity
from openxml_audit import OpenXmlValidator

from referatdesk.documents.accessibility.checking import check_word_file
from tests.conftest import VALIDATOR
from tests.documents.word.validity import faults

AT_ONCE = 2
NO_THEME = "officeDocument/2006/relationships/theme' is missing"
"""One validator wants a theme in every file. The standard allows one and asks for none."""


def word_faults(path):
    """What all but the Open XML SDK find in one file."""
    content = path.read_bytes()
    told = [f"own: {fault}" for fault in faults(content)]
    told += [f"audit: {one.description}" for one in OpenXmlValidator().validate(path).errors]
    told += [f"integrity: {one}" for one in ooxml_integrity.check(path)]
    told += [f"accessibility: {one.code} at {one.place.near}" for one in check_word_file(content)]
    return [fault for fault in told if NO_THEME not in fault]


def sdk_faults(paths):
    """What the Open XML SDK finds, by the name of the file; files without a fault are left out."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        found = dict(zip((path.name for path in paths), pool.map(_sdk_faults, paths), strict=True))
    return {name: errors for name, errors in found.items() if errors}


def _sdk_faults(path):
    done = subprocess.run([str(VALIDATOR), str(path)], capture_output=True, text=True, timeout=60, check=False)
    return json.loads(done.stdout)["errors"]
