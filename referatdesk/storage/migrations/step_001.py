"""Version 1: the first archive."""

STATEMENTS = (
    """
    CREATE TABLE organisation (
        id TEXT PRIMARY KEY NOT NULL,
        name TEXT NOT NULL,
        short_name TEXT,
        kind TEXT NOT NULL,
        aliases TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE person (
        id TEXT PRIMARY KEY NOT NULL,
        full_name TEXT NOT NULL,
        initials TEXT,
        title TEXT,
        email TEXT,
        email_private INTEGER NOT NULL,
        party TEXT,
        organisation_id TEXT,
        aliases TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE house_style (
        id TEXT PRIMARY KEY NOT NULL,
        name TEXT NOT NULL,
        template TEXT NOT NULL,
        sections TEXT NOT NULL,
        title_pattern TEXT NOT NULL,
        title_date_pattern TEXT NOT NULL,
        header_date_pattern TEXT NOT NULL,
        label_date_pattern TEXT NOT NULL,
        time_pattern TEXT NOT NULL,
        range_dash TEXT NOT NULL,
        capital_weekday INTEGER NOT NULL,
        item_heading TEXT NOT NULL,
        sub_numbers INTEGER NOT NULL,
        lead_in TEXT,
        attendance_form TEXT NOT NULL,
        absence_suffix TEXT NOT NULL,
        absence_pattern TEXT NOT NULL,
        contents INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE board (
        id TEXT PRIMARY KEY NOT NULL,
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        level TEXT,
        region TEXT,
        legal_basis TEXT NOT NULL,
        house_style_id TEXT NOT NULL REFERENCES house_style (id) DEFERRABLE INITIALLY DEFERRED,
        minutes_public INTEGER NOT NULL,
        approval_mode TEXT NOT NULL,
        hearing_days INTEGER,
        quorum INTEGER
    ) STRICT
    """,
    "CREATE INDEX ix_board_house_style_id ON board (house_style_id)",
    """
    CREATE TABLE membership (
        id TEXT PRIMARY KEY NOT NULL,
        board_id TEXT NOT NULL REFERENCES board (id) DEFERRABLE INITIALLY DEFERRED,
        person_id TEXT,
        sort INTEGER NOT NULL,
        role TEXT NOT NULL,
        group_label TEXT,
        organisation_id TEXT,
        party TEXT,
        has_vote INTEGER NOT NULL,
        substitute_id TEXT,
        valid_from TEXT,
        valid_to TEXT,
        vacant INTEGER NOT NULL,
        vacant_note TEXT
    ) STRICT
    """,
    "CREATE INDEX ix_membership_board_id ON membership (board_id)",
    """
    CREATE TABLE standing_item (
        id TEXT PRIMARY KEY NOT NULL,
        board_id TEXT NOT NULL REFERENCES board (id) DEFERRABLE INITIALLY DEFERRED,
        sort INTEGER NOT NULL,
        title TEXT NOT NULL,
        kind TEXT NOT NULL,
        closing INTEGER NOT NULL,
        case_text TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX ix_standing_item_board_id ON standing_item (board_id)",
    """
    CREATE TABLE meeting (
        id TEXT PRIMARY KEY NOT NULL,
        board_id TEXT NOT NULL REFERENCES board (id) DEFERRABLE INITIALLY DEFERRED,
        kind TEXT NOT NULL,
        status TEXT NOT NULL,
        title TEXT,
        date TEXT,
        date_precision TEXT NOT NULL,
        date_raw TEXT,
        start_planned TEXT,
        end_planned TEXT,
        start_actual TEXT,
        end_actual TEXT,
        time_raw TEXT,
        place TEXT,
        virtual INTEGER NOT NULL,
        join_link TEXT,
        host TEXT,
        case_no TEXT,
        doc_no TEXT,
        written_place TEXT,
        written_month TEXT,
        sender_unit TEXT,
        sender_address TEXT,
        sender_initials TEXT,
        sign_off TEXT,
        previous_meeting_id TEXT,
        stated_none TEXT NOT NULL,
        header_lines TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX ix_meeting_board_date ON meeting (board_id, date DESC, id DESC)",
    "CREATE INDEX ix_meeting_date ON meeting (date DESC, id DESC)",
    """
    CREATE TABLE attendance (
        id TEXT PRIMARY KEY NOT NULL,
        meeting_id TEXT NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
        person_id TEXT,
        sort INTEGER NOT NULL,
        group_label TEXT,
        name TEXT NOT NULL,
        title TEXT,
        unit TEXT,
        organisation TEXT,
        email TEXT,
        party TEXT,
        roles TEXT NOT NULL,
        has_vote INTEGER NOT NULL,
        status TEXT NOT NULL,
        status_raw TEXT,
        stands_in_for_id TEXT,
        substitution TEXT,
        reason TEXT,
        reason_text TEXT,
        arrived_at TEXT,
        left_at TEXT,
        note TEXT
    ) STRICT
    """,
    "CREATE INDEX ix_attendance_meeting_id ON attendance (meeting_id)",
    """
    CREATE TABLE theme (
        id TEXT PRIMARY KEY NOT NULL,
        meeting_id TEXT NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
        sort INTEGER NOT NULL,
        prefix TEXT,
        title TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX ix_theme_meeting_id ON theme (meeting_id)",
    """
    CREATE TABLE agenda_item (
        id TEXT PRIMARY KEY NOT NULL,
        meeting_id TEXT NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
        parent_id TEXT,
        theme_id TEXT,
        sort INTEGER NOT NULL,
        number_text TEXT,
        number_auto INTEGER NOT NULL,
        kind TEXT NOT NULL,
        title_prefix TEXT,
        title TEXT NOT NULL,
        title_colon INTEGER NOT NULL,
        access TEXT NOT NULL,
        treatment TEXT,
        case_no TEXT,
        doc_no TEXT,
        presenters TEXT NOT NULL,
        status TEXT NOT NULL,
        added_late INTEGER NOT NULL,
        minutes_planned INTEGER
    ) STRICT
    """,
    "CREATE INDEX ix_agenda_item_meeting_id ON agenda_item (meeting_id)",
    """
    CREATE TABLE item_text (
        id TEXT PRIMARY KEY NOT NULL REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED,
        meeting_id TEXT NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
        sections TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX ix_item_text_meeting_id ON item_text (meeting_id)",
    """
    CREATE TABLE item_attendance (
        id TEXT PRIMARY KEY NOT NULL,
        meeting_id TEXT NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
        item_id TEXT NOT NULL REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED,
        attendance_id TEXT NOT NULL REFERENCES attendance (id) DEFERRABLE INITIALLY DEFERRED,
        status TEXT NOT NULL,
        from_time TEXT,
        to_time TEXT,
        reason_text TEXT,
        shown_on_item INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX ix_item_attendance_attendance_id ON item_attendance (attendance_id)",
    "CREATE INDEX ix_item_attendance_item_id ON item_attendance (item_id)",
    "CREATE INDEX ix_item_attendance_meeting_id ON item_attendance (meeting_id)",
    """
    CREATE TABLE recommendation_point (
        id TEXT PRIMARY KEY NOT NULL,
        meeting_id TEXT NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
        item_id TEXT NOT NULL REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED,
        block_id TEXT NOT NULL,
        sort INTEGER NOT NULL,
        proposer TEXT,
        proposer_kind TEXT
    ) STRICT
    """,
    "CREATE INDEX ix_recommendation_point_item_id ON recommendation_point (item_id)",
    "CREATE INDEX ix_recommendation_point_meeting_id ON recommendation_point (meeting_id)",
    """
    CREATE TABLE decision (
        id TEXT PRIMARY KEY NOT NULL,
        meeting_id TEXT NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
        item_id TEXT NOT NULL REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED,
        section_id TEXT NOT NULL,
        board_name TEXT,
        date TEXT,
        sort INTEGER NOT NULL,
        outcome TEXT NOT NULL,
        scope TEXT NOT NULL,
        basis TEXT NOT NULL,
        confirmed INTEGER NOT NULL,
        conditions TEXT
    ) STRICT
    """,
    "CREATE INDEX ix_decision_item_id ON decision (item_id)",
    "CREATE INDEX ix_decision_meeting_id ON decision (meeting_id)",
    """
    CREATE TABLE point_outcome (
        id TEXT PRIMARY KEY NOT NULL,
        meeting_id TEXT NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
        item_id TEXT NOT NULL REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED,
        decision_id TEXT NOT NULL REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED,
        point_id TEXT NOT NULL,
        outcome TEXT NOT NULL,
        text TEXT
    ) STRICT
    """,
    "CREATE INDEX ix_point_outcome_decision_id ON point_outcome (decision_id)",
    "CREATE INDEX ix_point_outcome_item_id ON point_outcome (item_id)",
    "CREATE INDEX ix_point_outcome_meeting_id ON point_outcome (meeting_id)",
    """
    CREATE TABLE vote (
        id TEXT PRIMARY KEY NOT NULL,
        meeting_id TEXT NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
        item_id TEXT NOT NULL REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED,
        decision_id TEXT NOT NULL REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED,
        subject TEXT NOT NULL,
        votes_for INTEGER,
        votes_against INTEGER,
        abstentions INTEGER,
        not_voting INTEGER,
        result TEXT
    ) STRICT
    """,
    "CREATE INDEX ix_vote_decision_id ON vote (decision_id)",
    "CREATE INDEX ix_vote_item_id ON vote (item_id)",
    "CREATE INDEX ix_vote_meeting_id ON vote (meeting_id)",
    """
    CREATE TABLE vote_cast (
        id TEXT PRIMARY KEY NOT NULL,
        meeting_id TEXT NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
        vote_id TEXT NOT NULL REFERENCES vote (id) DEFERRABLE INITIALLY DEFERRED,
        attendance_id TEXT,
        party TEXT,
        choice TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX ix_vote_cast_meeting_id ON vote_cast (meeting_id)",
    "CREATE INDEX ix_vote_cast_vote_id ON vote_cast (vote_id)",
    """
    CREATE TABLE statement (
        id TEXT PRIMARY KEY NOT NULL,
        meeting_id TEXT NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
        item_id TEXT NOT NULL REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED,
        decision_id TEXT,
        attendance_id TEXT,
        party TEXT,
        kind TEXT NOT NULL,
        text TEXT NOT NULL,
        forward_to TEXT
    ) STRICT
    """,
    "CREATE INDEX ix_statement_item_id ON statement (item_id)",
    "CREATE INDEX ix_statement_meeting_id ON statement (meeting_id)",
    """
    CREATE TABLE disqualification (
        id TEXT PRIMARY KEY NOT NULL,
        meeting_id TEXT NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
        item_id TEXT NOT NULL REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED,
        attendance_id TEXT NOT NULL REFERENCES attendance (id) DEFERRABLE INITIALLY DEFERRED,
        disqualified INTEGER NOT NULL,
        left_room INTEGER,
        raised_by TEXT,
        substitute_id TEXT,
        text TEXT
    ) STRICT
    """,
    "CREATE INDEX ix_disqualification_attendance_id ON disqualification (attendance_id)",
    "CREATE INDEX ix_disqualification_item_id ON disqualification (item_id)",
    "CREATE INDEX ix_disqualification_meeting_id ON disqualification (meeting_id)",
    """
    CREATE TABLE attachment (
        id TEXT PRIMARY KEY NOT NULL,
        meeting_id TEXT NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
        item_id TEXT,
        sort INTEGER NOT NULL,
        number_text TEXT,
        title TEXT NOT NULL,
        file_name TEXT,
        kind TEXT NOT NULL,
        state TEXT NOT NULL,
        access TEXT NOT NULL,
        mentioned_only INTEGER NOT NULL,
        raw TEXT
    ) STRICT
    """,
    "CREATE INDEX ix_attachment_item_id ON attachment (item_id)",
    "CREATE INDEX ix_attachment_meeting_id ON attachment (meeting_id)",
    """
    CREATE TABLE follow_up (
        id TEXT PRIMARY KEY NOT NULL,
        meeting_id TEXT NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
        item_id TEXT NOT NULL REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED,
        decision_id TEXT,
        sort INTEGER NOT NULL,
        text TEXT NOT NULL,
        responsible TEXT NOT NULL,
        role_word TEXT,
        due TEXT,
        due_precision TEXT NOT NULL,
        due_raw TEXT,
        state TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX ix_follow_up_item_id ON follow_up (item_id)",
    "CREATE INDEX ix_follow_up_meeting_id ON follow_up (meeting_id)",
    """
    CREATE TABLE money_amount (
        id TEXT PRIMARY KEY NOT NULL,
        meeting_id TEXT NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
        item_id TEXT NOT NULL REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED,
        block_id TEXT,
        amount_ore INTEGER NOT NULL,
        raw TEXT NOT NULL,
        approximate INTEGER NOT NULL,
        kind TEXT NOT NULL,
        fund TEXT,
        year INTEGER
    ) STRICT
    """,
    "CREATE INDEX ix_money_amount_item_id ON money_amount (item_id)",
    "CREATE INDEX ix_money_amount_meeting_id ON money_amount (meeting_id)",
    """
    CREATE TABLE item_link (
        id TEXT PRIMARY KEY NOT NULL,
        meeting_id TEXT NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
        item_id TEXT NOT NULL REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED,
        kind TEXT NOT NULL,
        to_item_id TEXT,
        to_meeting_id TEXT,
        to_board_name TEXT,
        to_date TEXT,
        raw TEXT
    ) STRICT
    """,
    "CREATE INDEX ix_item_link_item_id ON item_link (item_id)",
    "CREATE INDEX ix_item_link_meeting_id ON item_link (meeting_id)",
    """
    CREATE TABLE journal (
        seq INTEGER PRIMARY KEY NOT NULL,
        time TEXT NOT NULL,
        author TEXT NOT NULL,
        kind TEXT NOT NULL,
        label TEXT NOT NULL,
        subject TEXT NOT NULL,
        step TEXT,
        meeting_id TEXT,
        state TEXT NOT NULL,
        content TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX ix_journal_state ON journal (state, seq)",
    """
    CREATE TABLE archive_info (
        id TEXT PRIMARY KEY NOT NULL,
        created TEXT NOT NULL,
        program TEXT NOT NULL
    ) STRICT
    """,
)
