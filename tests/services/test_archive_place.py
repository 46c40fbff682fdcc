"""Where an archive should not lie, as a table of places on the three systems."""

import json
from pathlib import PurePosixPath, PureWindowsPath

import pytest

from referatdesk.services.archive import place_facts
from referatdesk.services.archive.place import Facts, Mount, Place, PlaceKind, place_of

WINDOWS_HOME = PureWindowsPath("C:/Users/ida")
LINUX_HOME = PurePosixPath("/home/ida")
MAC_HOME = PurePosixPath("/Users/ida")


def windows(path, **known):
    return place_of(PureWindowsPath(path), Facts(home=WINDOWS_HOME, **known))


def linux(path, *mounts, **known):
    laid = tuple(Mount(PurePosixPath(point), kind) for point, kind in (("/", "ext4"), *mounts))
    return place_of(PurePosixPath(path), Facts(home=LINUX_HOME, mounts=laid, **known))


def mac(path, *mounts, **known):
    laid = tuple(Mount(PurePosixPath(point), kind) for point, kind in (("/", "apfs"), *mounts))
    return place_of(PurePosixPath(path), Facts(home=MAC_HOME, mounts=laid, **known))


def synced(service):
    return Place(PlaceKind.SYNCED, service)


NETWORK = Place(PlaceKind.NETWORK)
FIRM = {"OneDriveCommercial": "C:\\Users\\ida\\OneDrive - Egeby Kommune", "OneDriveConsumer": ""}


@pytest.mark.parametrize(
    ("found", "wanted"),
    [
        (windows("C:/Users/ida/AppData/Local/Referatdesk/referater.referatdesk"), None),
        (windows("D:/arkiv/referater.referatdesk", drive=3), None),
        (
            windows("C:/Users/ida/onedrive - egeby kommune/Dokumenter/r.referatdesk", environment=FIRM),
            synced("OneDrive"),
        ),
        (windows("E:/Sky/r.referatdesk", environment={"OneDrive": "E:\\Sky"}), synced("OneDrive")),
        (windows("E:/Skyer/r.referatdesk", environment={"OneDrive": "E:\\Sky"}), None),
        (windows("C:/Users/ida/OneDrive/r.referatdesk"), synced("OneDrive")),
        (windows("C:/Users/ida/Dropbox (Privat)/r.referatdesk"), synced("Dropbox")),
        (windows("C:/Users/ida/iCloudDrive/r.referatdesk"), synced("iCloud")),
        (windows("G:/Mit drev/r.referatdesk"), synced("Google Drev")),
        (windows("D:/x/r.referatdesk", marks=frozenset({".849C9593-D756-4E56-8D6E-42412F2A707B"})), synced("OneDrive")),
        (windows("D:/x/r.referatdesk", attributes=0x0040_0020), synced("")),
        (windows("\\\\fil01\\faelles\\r.referatdesk"), NETWORK),
        (windows("\\\\?\\UNC\\fil01\\faelles\\r.referatdesk"), NETWORK),
        (windows("\\\\?\\C:\\arkiv\\r.referatdesk", drive=3), None),
        (windows("H:/r.referatdesk", drive=4), NETWORK),
        (linux("/home/ida/.local/share/Referatdesk/r.referatdesk"), None),
        (linux("/home/ida/Dropbox/r.referatdesk"), synced("Dropbox")),
        (linux("/home/ida/Dokumenter/Dropbox og andet/r.referatdesk"), None),
        (linux("/data/sky/r.referatdesk", synced={PurePosixPath("/data/sky"): "Dropbox"}), synced("Dropbox")),
        (linux("/data/r.referatdesk", marks=frozenset({".nextcloudsync.log"})), synced("Nextcloud")),
        (linux("/data/r.referatdesk", marks=frozenset({".stfolder"})), synced("Syncthing")),
        (linux("/home/ida/r.referatdesk", ("/home", "nfs4")), NETWORK),
        (linux("/home/ida/r.referatdesk", ("/home", "nfs4"), ("/home/ida", "btrfs")), None),
        (linux("/homes/r.referatdesk", ("/home", "nfs4")), None),
        (linux("/mnt/f/r.referatdesk", ("/mnt/f", "cifs")), NETWORK),
        (linux("/mnt/f/r.referatdesk", ("/mnt/f", "fuse.sshfs")), NETWORK),
        (linux("/mnt/f/r.referatdesk", ("/mnt/f", "autofs"), ("/mnt/f", "cifs")), NETWORK),
        (linux("/run/user/1000/gvfs/smb/r.referatdesk", ("/run/user/1000/gvfs", "fuse.gvfsd-fuse")), NETWORK),
        (linux("/mnt/sky/r.referatdesk", ("/mnt/sky", "fuse.onedriver")), synced("OneDrive")),
        (linux("/media/ida/USB/r.referatdesk", ("/media/ida/USB", "vfat")), None),
        (mac("/Users/ida/Library/Application Support/Referatdesk/r.referatdesk"), None),
        (mac("/Users/ida/Library/Mobile Documents/com~apple~CloudDocs/r.referatdesk"), synced("iCloud")),
        (mac("/Users/ida/Library/CloudStorage/OneDrive-EgebyKommune/r.referatdesk"), synced("OneDrive")),
        (mac("/Users/ida/Library/CloudStorage/GoogleDrive-ida@x/My Drive/r.referatdesk"), synced("Google Drev")),
        (mac("/Users/ida/Library/CloudStorage/Andet-ida/r.referatdesk"), synced("")),
        (mac("/Volumes/faelles/r.referatdesk", ("/Volumes/faelles", "smbfs")), NETWORK),
        (mac("/Volumes/USB/r.referatdesk", ("/Volumes/USB", "msdos")), None),
    ],
)
def test_the_places_of_three_systems(found, wanted):
    assert found == wanted


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("OneDrive", "OneDrive"),
        ("OneDrive - Egeby Kommune", "OneDrive"),
        ("Dropbox", "Dropbox"),
        ("Dropbox (Egeby Kommune)", "Dropbox"),
        ("Google Drive", "Google Drev"),
        ("GoogleDrive-ida@egeby.example/My Drive", "Google Drev"),
        ("Google Drive/Mit drev", "Google Drev"),
        ("iCloud Drive", "iCloud"),
        ("iCloudDrive", "iCloud"),
        ("Mobile Documents/com~apple~CloudDocs", "iCloud"),
        ("CloudStorage/Box-Box", "Box"),
        ("CloudStorage/OneDrive-EgebyKommune", "OneDrive"),
        ("Nextcloud", "Nextcloud"),
        ("ownCloud", "Nextcloud"),
        ("Box", "Box"),
        ("Box Sync", "Box"),
        ("Min OneDrive", None),
        ("OneDriveGammelt", None),
        ("Dropbox og andet", None),
        ("Dropbox-noter", None),
        ("Box - gamle sager", None),
        ("Boxen", None),
        ("Mit drev", None),
        ("Nextcloud-brugere", None),
        ("CloudStorage/Andet", None),
    ],
)
def test_folders_of_clients_are_known_by_name_wherever_they_lie(folder, service):
    wanted = synced(service) if service else None
    assert linux(f"/data/ida/arbejde/{folder}/Referater/r.referatdesk") == wanted
    assert linux(f"/home/ida/arbejde/{folder}/r.referatdesk") == wanted
    assert windows(f"D:/Arbejde/{folder}/Referater/r.referatdesk", drive=3) == wanted
    assert mac(f"/Volumes/USB/Arbejde/{folder}/r.referatdesk") == wanted


def test_the_name_of_a_user_or_of_the_archive_is_none_of_a_client():
    path = PurePosixPath("/home/box/Referater/Dropbox")
    assert place_of(path, Facts(home=PurePosixPath("/home/box"), mounts=())) is None


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setattr(place_facts.Path, "home", lambda: tmp_path)
    return tmp_path


def test_what_a_client_notes_and_leaves_is_found(home):
    folder = home / "arbejde" / "Sky"
    folder.mkdir(parents=True)
    (home / ".dropbox").mkdir()
    (home / ".dropbox" / "info.json").write_text(json.dumps({"business": {"path": str(folder)}}), encoding="utf-8")
    archive = folder / "r.referatdesk"
    archive.touch()
    assert place_facts.look_at(archive) == synced("Dropbox")
    (home / ".dropbox" / "info.json").write_text("[]", encoding="utf-8")
    assert place_facts.look_at(archive) is None
    (home / "arbejde" / ".stfolder").mkdir()
    assert place_facts.look_at(archive) == synced("Syncthing")


def test_a_link_into_a_synced_folder_is_followed(home):
    (home / "Dropbox").mkdir()
    (home / "Dropbox" / "r.referatdesk").touch()
    link = home / "genvej.referatdesk"
    try:
        link.symlink_to(home / "Dropbox" / "r.referatdesk")
    except OSError:
        pytest.skip("no links here")
    assert place_facts.look_at(link) == synced("Dropbox")


def test_names_of_mounts_are_read_as_linux_writes_them(home, tmp_path, monkeypatch):
    mounts = tmp_path / "mounts"
    mounts.write_text(f"//fil01/f {tmp_path}/fælles\\040mappe cifs rw 0 0\nbroken\n\n", encoding="utf-8")
    monkeypatch.setattr(place_facts, "MOUNTS", mounts)
    archive = tmp_path / "fælles mappe" / "r.referatdesk"
    archive.parent.mkdir()
    archive.touch()
    assert place_facts.look_at(archive) == NETWORK


def test_nothing_to_know_is_a_good_place(home, monkeypatch):
    monkeypatch.setattr(place_facts, "MOUNTS", home / "none")
    assert place_facts.look_at(home / "væk.referatdesk") is None
