"""Whether an archive lies where it should not: in a folder that a program syncs, or on a network.

A program that syncs files knows nothing of a half-finished save: it may bring back an older version, or leave two. On a
network two may come to write at once, and a line that falls out in the middle of a save looks like a full disk. Either
works for months, and then does not. What there is to know is gathered by `place_facts`; here it is only judged.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from pathlib import PurePath


class PlaceKind(StrEnum):
    SYNCED = "synced"
    NETWORK = "network"


@dataclass(frozen=True, slots=True)
class Place:
    """`service` is the name that its users know; "" where the place has none."""

    kind: PlaceKind
    service: str = ""


@dataclass(frozen=True, slots=True)
class Mount:
    """A file system in its place; `kind` as the system calls it, such as "nfs4" or "fuse.sshfs"."""

    point: PurePath
    kind: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a machine and of the folders above a file.

    `synced` are folders by the service that their client names for them; `marks` the files that clients leave in the
    folders above; `drive` is Windows' kind of drive, `attributes` are Windows' attributes of the file.
    """

    home: PurePath
    environment: Mapping[str, str] = field(default_factory=dict)
    synced: Mapping[PurePath, str] = field(default_factory=dict)
    mounts: tuple[Mount, ...] = ()
    marks: frozenset[str] = frozenset()
    drive: int = 0
    attributes: int = 0


ONEDRIVE, DROPBOX, GOOGLE, ICLOUD = "OneDrive", "Dropbox", "Google Drev", "iCloud"
NEXTCLOUD, SYNCTHING, BOX = "Nextcloud", "Syncthing", "Box"

VARIABLES = {"OneDrive": ONEDRIVE, "OneDriveCommercial": ONEDRIVE, "OneDriveConsumer": ONEDRIVE}
"""Of the environment: folders that a client keeps."""
MARKS = {
    ".849c9593-d756-4e56-8d6e-42412f2a707b": ONEDRIVE,
    ".dropbox.cache": DROPBOX,
    ".tmp.drivedownload": GOOGLE,
    ".tmp.driveupload": GOOGLE,
    ".shortcut-targets-by-id": GOOGLE,
    ".nextcloudsync.log": NEXTCLOUD,
    ".owncloudsync.log": NEXTCLOUD,
    ".stfolder": SYNCTHING,
}
"""In small letters: files and folders that a client leaves at the top of what it syncs."""
NAMED = {
    "onedrive": ONEDRIVE,
    "dropbox": DROPBOX,
    "google drive": GOOGLE,
    "google drev": GOOGLE,
    "googledrive": GOOGLE,
    "icloud drive": ICLOUD,
    "iclouddrive": ICLOUD,
    "com~apple~clouddocs": ICLOUD,
    "nextcloud": NEXTCLOUD,
    "owncloud": NEXTCLOUD,
    "box": BOX,
    "box sync": BOX,
}
"""In small letters: how clients call their folders, wherever they lie."""
SIGNED = (("onedrive", " - "), ("dropbox", " ("), ("google drive", " ("), ("googledrive", "-"), ("nextcloud", " ("))
"""Behind which names clients put that of a firm or an account, and what comes between."""
ON_TOP = {"my drive": GOOGLE, "mit drev": GOOGLE}
"""The same of names that others may give too: directly in the home, or at the top of a drive."""
CLOUD_STORAGE = {"onedrive": ONEDRIVE, "dropbox": DROPBOX, "googledrive": GOOGLE, "box": BOX, "icloud": ICLOUD}
"""How the folders in macOS's `Library/CloudStorage` begin."""
NETWORK_SYSTEMS = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "smb2", "afpfs", "webdav", "davfs", "davfs2", "afs", "ncpfs", "ceph"}
    | {
        "glusterfs",
        "9p",
        "fuse.sshfs",
        "fuse.gvfsd-fuse",
        "fuse.davfs2",
        "fuse.smbnetfs",
        "fuse.curlftpfs",
        "fuse.s3fs",
    }
    | {"fuse.rclone", "fuse.glusterfs", "fuse.ceph", "fuse.juicefs", "vboxsf", "prl_fs", "fuse.vmhgfs-fuse"}
)
SYNCED_SYSTEMS = {
    "fuse.onedriver": ONEDRIVE,
    "fuse.google-drive-ocamlfuse": GOOGLE,
    "fuse.drivefs": GOOGLE,
    "fuse.dropbox": DROPBOX,
}
REMOTE_DRIVE = 4
"""What Windows' GetDriveType says of a drive on a network."""
IN_CLOUD_ONLY = 0x0040_0000 | 0x0004_0000
"""Windows' attributes of files that a client brings when they are asked for (recall on data access, on open)."""


def place_of(path: PurePath, facts: Facts) -> Place | None:
    """None for a good place. `path` is whole, and leads over no links."""
    found = (_named(path, facts), _marked(facts), _mounted_service(path, facts))
    service = next((one for one in found if one is not None), None)
    if service is not None or facts.attributes & IN_CLOUD_ONLY:
        return Place(PlaceKind.SYNCED, service or "")
    return Place(PlaceKind.NETWORK) if _is_remote(path, facts) else None


def _named(path: PurePath, facts: Facts) -> str | None:
    """By what clients say of themselves, and by names that nobody else gives to folders."""
    told = {type(path)(facts.environment[name]): VARIABLES[name] for name in VARIABLES if facts.environment.get(name)}
    for folder, service in {**told, **facts.synced}.items():
        if path.is_relative_to(folder):
            return service
    return _by_name(path, facts.home)


def _by_name(path: PurePath, home: PurePath) -> str | None:
    """The folders above the home say nothing: somebody may be called Box."""
    top = len(home.parts if path.is_relative_to(home) else type(path)(path.anchor).parts)
    folders = [part.casefold() for part in path.parent.parts[top:]]
    for above, folder in pairwise(["", *folders]):
        if (above, folder) == ("library", "mobile documents"):
            return ICLOUD
        service = _in_cloud_storage(folder) if above == "cloudstorage" else NAMED.get(_unsigned(folder))
        if service is not None:
            return service
    if folders[:2] == ["library", "cloudstorage"]:
        return ""
    return ON_TOP.get(folders[0].split(" (")[0]) if folders else None


def _in_cloud_storage(folder: str) -> str | None:
    begun = (service for name, service in CLOUD_STORAGE.items() if folder.startswith(name))
    return next(begun, None)


def _unsigned(folder: str) -> str:
    """Without the firm or the account that a client itself puts behind the name."""
    for name, sign in SIGNED:
        if folder.startswith(name + sign):
            return name
    return folder


def _marked(facts: Facts) -> str | None:
    found = (MARKS[mark.casefold()] for mark in sorted(facts.marks) if mark.casefold() in MARKS)
    return next(found, None)


def _mount_of(path: PurePath, facts: Facts) -> Mount | None:
    """The one that is laid over the others."""
    above = [mount for mount in facts.mounts if path.is_relative_to(mount.point)]
    return max(reversed(above), key=lambda mount: len(mount.point.parts), default=None)


def _mounted_service(path: PurePath, facts: Facts) -> str | None:
    mount = _mount_of(path, facts)
    return SYNCED_SYSTEMS.get(mount.kind) if mount is not None else None


def _is_remote(path: PurePath, facts: Facts) -> bool:
    mount = _mount_of(path, facts)
    on_share = path.drive.startswith("\\\\") and not path.drive.startswith(("\\\\?\\", "\\\\.\\"))
    return (
        on_share
        or path.drive.casefold().startswith("\\\\?\\unc\\")
        or facts.drive == REMOTE_DRIVE
        or (mount is not None and mount.kind in NETWORK_SYSTEMS)
    )
