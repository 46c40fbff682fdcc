from referatdesk.domain.boards import StandingItem
from referatdesk.domain.codes import ItemKind
from referatdesk.services.board import standing


def titles(archive):
    return [item.title for item in standing.standing_of(archive, "board")]


def test_a_standing_item_is_added_last(archive, apply):
    apply(
        archive, standing.add_standing_item(archive, "board", " Næste møde ", kind=ItemKind.NEXT_MEETING, closing=True)
    )
    assert titles(archive) == ["Eventuelt", "Godkendelse af dagsorden", "Næste møde"]
    new = standing.standing_of(archive, "board")[-1]
    assert (new.kind, new.closing, new.sort) == (ItemKind.NEXT_MEETING, True, 2)


def test_a_standing_item_is_edited_moved_and_removed(archive, apply):
    apply(archive, standing.edit_standing_item(archive, "first", title="Dagsorden", closing=False))
    apply(archive, standing.move_standing_item(archive, "first", 0))
    assert titles(archive) == ["Dagsorden", "Eventuelt"]
    apply(archive, standing.remove_standing_item(archive, "first"))
    assert [item.id for item in archive.all(StandingItem)] == ["last"]
