"""A sentence for every code, in the reader's language. Programs get the code; only people need the words.

The msgids are English; `translations/` has the Finnish and the Swedish.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask_babel import force_locale, get_locale
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

SENTENCES: dict[str, Any] = {
    # People and access
    "not.there": _l("There is nothing here, or it is not open to you."),
    "not.signed_in": _l("Sign in first."),
    "not.allowed": _l("You may not do this."),
    "sign_in.wrong": _l("The e-mail or the password is wrong."),
    "sign_in.link_used": _l("This link has been used already, or it is too old. Ask for a new one."),
    "password.short": _l("A password has at least %(least)s characters."),
    "password.long": _l("A password has at most %(most)s characters."),
    "password.differs": _l("The two passwords are not the same."),
    "email.invalid": _l("This is not an e-mail address."),
    "account.exists": _l("There is an account with this e-mail already."),
    "account.unknown": _l("There is no account with this e-mail."),
    "slow.down": _l("Too much at once. Wait %(retry_after)s seconds and try again."),
    # Forms and bodies
    "invalid": _l("This cannot be read."),
    "body.json": _l("The content is not valid JSON."),
    "body.type": _l("The content must be JSON (application/json)."),
    "body.too_large": _l("The content is too large."),
    "too.large": _l("Too many operations at once."),
    "method.not_allowed": _l("This address does not take this kind of request."),
    "conflict": _l("This cannot be done now."),
    "field.missing": _l("Fill in this field."),
    "choice.unknown": _l("Choose one of the alternatives."),
    "date.wrong": _l("This date or time cannot be read."),
    "link.invalid": _l("Write a web address that begins with https://."),
    "time.order": _l("The end must come after the beginning."),
    "number.out_of_range": _l("Give a number from %(least)s to %(most)s."),
    "csrf": _l("This page was open too long. Send the form again."),
    "server.fault": _l("Something went wrong here. It has been noted; try again."),
    "not.saved": _l("This could not be saved just now. Try again in a moment."),
    "themes.failed": _l("Themes could not be suggested just now. Try again in a moment."),
    "file.failed": _l("The file could not be made just now. Try again in a moment."),
    "storage.full": _l("The server has no room left to save this. Tell its administrators, and try again."),
    # Upkeep
    "tables.old": _l("The database does not have the tables of this version. Run `facilitator migrate` first."),
    "backup.exists": _l("There is a file of this name already."),
    "backup.failed": _l("The copy could not be made: %(said)s"),
    "backup.no_tool": _l("%(tool)s is missing. Install PostgreSQL's client programs, of the server's version."),
    "restore.unreadable": _l("This file is no backup of this service's database."),
    "restore.newer": _l("This backup was made by a newer version. Install that version first."),
    "restore.wrong": _l("What is in this backup does not fit together, so it was not brought back."),
    "restore.failed": _l("The backup could not be brought back: %(said)s"),
    # Planning
    "programme.last_lead": _l("A programme needs a lead. Name another one first."),
    "authors.fixed": _l("What notes show about their writers cannot be changed any more."),
    "group.name_taken": _l("There is a group of this name already."),
    "group.has_boards": _l("This group has boards, so it stays."),
    "board.written": _l("Something has been written on this board, so it stays."),
    "workshop.closed": _l("This workshop has been closed."),
    "workshop.open": _l("Close the workshop first."),
    "workshop.reopen_late": _l("A workshop can be opened again for 24 hours after it was closed. They are over."),
    "summary.changed": _l(
        "Somebody else has saved this page since you opened it. What you wrote is here: save again to replace theirs."
    ),
    "summary.many": _l("At most %(most)s lines."),
    "workshop.draft": _l("This workshop has not begun yet."),
    "organisations.many": _l("A list takes at most %(most)s organisations."),
    "organisations.same": _l("Choose two different spellings."),
    "method.unknown": _l("There is no such method."),
    "method.faulty": _l("The method cannot be used like this. %(told)s"),
    "method.changed": _l(
        "Somebody else has changed this method since you opened it. What you wrote is here: "
        "look at theirs before you save."
    ),
    "method.locked": _l("A lead of the programme has locked this: %(zones)s. Only a lead can change it."),
    "methods.many": _l("A programme has at most %(most)s methods of its own."),
    "format.unknown": _l("There is no such file format."),
    # The project's register
    "register.types": _l("A thing can only be merged with another one of the same kind."),
    "register.changed": _l("It has been named or merged anew since. Take that back first."),
    # Carrying forward
    "carry.none": _l("Choose at least one output."),
    "carry.many": _l("At most %(most)s outputs at once."),
    "carry.one_lies": _l("Only one output can come as it lies."),
    "carry.other_method": _l("Only an output of the same method can come as it lies."),
    "carry.twice": _l("It came already from another output."),
    "carry.fields": _l("Details that the new notes have no field for: %(count)s"),
    "carry.alternatives": _l("Wordings that nobody has chosen between: %(count)s"),
    "carry.merged": _l("Notes that became one of these: %(count)s"),
    "carry.pictures": _l("Pictures: %(count)s"),
    "carry.comments": _l("Comments: %(count)s"),
    "carry.ballots": _l("Votes taken: %(count)s"),
    "carry.kinds": _l("Kinds of note that people named: %(count)s"),
    "carry.relations": _l("Arrows: %(count)s"),
    "carry.themes": _l("Themes: %(count)s"),
    "carry.notes": _l("Other notes: %(count)s"),
    "compare.method": _l("Only outputs of the same method can be compared."),
    # Bringing what others made
    "bring.done": _l("This has been brought already."),
    "bring.part": _l("%(done)s of %(all)s have come so far. Bring the same once more, and the rest follows."),
    "bring.failed": _l("The file could not be read just now. Try again in a moment."),
    "file.none": _l("Choose a file or paste something."),
    "example.none": _l("The sample board has no note that the example could take."),
    "file.empty": _l("There is nothing in it."),
    "file.large": _l("The file is too large: at most %(limit)s MB."),
    "file.rows": _l("There are %(found)s notes in it; %(limit)s can be brought at once. Bring a part at a time."),
    "file.comments": _l("There are %(found)s comments in it; %(limit)s can be brought at once."),
    "file.columns": _l("There are %(found)s columns in it; a table may have %(limit)s."),
    "file.encoding": _l("From row %(row)s on its characters cannot be read. Save it as UTF-8 and try again."),
    "file.json": _l("It is not valid JSON (row %(row)s)."),
    "file.unknown": _l("Its format is not known here."),
    "csv.quotes": _l("On row %(row)s a quotation mark is not where it should be, so the cells cannot be told apart."),
    "cell.long": _l("A cell on row %(row)s is too long."),
    "column.unknown": _l("There is no such column."),
    "column.twice": _l("Two columns cannot be the same thing."),
    "column.no_text": _l("Say which column holds the text of the notes."),
    "xlsx.locked": _l("The workbook has a password or is of an old kind. Save it as .xlsx without a password."),
    "xlsx.large": _l("The workbook holds too much. Save the sheet as CSV and try again."),
    "xlsx.broken": _l("This is not a workbook that can be read."),
    "zip.large": _l("The tables hold too much. Bring them one at a time."),
    "zip.broken": _l("These tables cannot be read: the zip is broken."),
    "row.long": _l("It has %(cells)s cells, and the table has %(columns)s columns."),
    "row.no_text": _l("It has no text."),
    "node.no_text": _l("It has no text (%(type)s)."),
    "node.unknown": _l("It is of another sort (%(type)s); its text was taken."),
    "file.named": _l("A file is named here; only its name was taken: %(file)s"),
    "id.twice": _l("Another one has the same identifier: %(id)s"),
    "link.dangling": _l("The arrow has an end that is not there."),
    "link.area": _l("The arrow leads to an area, and not to a note."),
    "link.other_kind": _l("The arrow's kind does not fit here; it got another one."),
    "row.title": _l("This row stands above the table, so it is no note: %(text)s"),
    "sheet.other": _l("The sheet %(sheet)s was not read: only the first one is."),
    "cell.formula": _l("The formula in column %(column)s has no value; formulas are not computed."),
    "own.picture": _l("Its picture is not brought."),
    "comment.dangling": _l("What it is about is not in the file."),
    "ballot.still_open": _l("The vote %(title)s was still open, so it has no result."),
    "ballot.elsewhere": _l("It has votes for something, or asked about a place, that the file does not tell of."),
    "own.votes": _l("Its votes are not brought."),
    "own.ground": _l("Its picture is not the ground of its place any more."),
    "own.register": _l("What it is in the project's register is not brought."),
    "own.merged": _l("The notes that became it are not brought."),
    "own.alternatives": _l("Its undecided wordings are not brought."),
    "own.from": _l("Which output it was carried over from is not brought."),
    "own.given": _l("The board has it already: the method gives it to every board."),
    "own.left_out": _l("Some notes had been left out of the output, so they are not in the file."),
    "own.method": _l("The file is of a board of another method, so its places are not brought."),
    "zone.register": _l("What the place %(zone)s is in the project's register, or where it came from, is not brought."),
    "place.refused": _l("Something of the places cannot be as in the file: %(zone)s"),
    "place.new": _l("New place: %(zone)s"),
    "place.back": _l("Place brought back: %(zone)s"),
    "place.named": _l("New name: %(was)s → %(zone)s"),
    "place.gone": _l("Place taken away: %(zone)s"),
    "place.order": _l("The places in the order of the file"),
    "place.kinds": _l("Takes the kinds of note that the file says: %(zone)s"),
    "board.kinds": _l("The board's kinds of note as in the file"),
    "given.out": _l("Left out of the output, as in the file: %(text)s"),
    "given.in": _l("Put back into the output, as in the file: %(text)s"),
    "board.left_out": _l("Notes that had been left out of the output are counted with it: %(count)s"),
    "board.variant": _l("What the board shows, as in the file"),
    "link.no_state": _l("The state of the arrow is not brought."),
    "kind.other": _l("The board has no kind %(kind)s; it got the one you chose."),
    "zone.other": _l("The board has no place %(zone)s; it went where you chose."),
    "field.other": _l("The value of the field %(field)s does not fit, and was left out."),
    # Read links
    "gone": _l("This is not there any more."),
    "link.revoked": _l("This link has been revoked. Ask the workshop's facilitator for a new one."),
    "link.ended": _l("This link ended on %(day)s. Ask the workshop's facilitator for a new one."),
    "link.unknown": _l("This link opens nothing. Check that the whole of it was copied."),
    "link.past": _l("The last day must be today or later."),
    "link.far": _l("A link can hold for at most %(days)s days."),
    "co_lead.unknown": _l("This link opens nothing. Check that the whole of it was copied."),
    "co_lead.used": _l("This personal link has been used already. Ask the workshop's facilitator for a new one."),
    "co_lead.old": _l("This personal link does not hold any more. Ask the workshop's facilitator for a new one."),
    "co_lead.many": _l("There are %(most)s co-facilitators already."),
    "trial.many": _l("There are %(most)s trial persons already. Empty the trial first."),
    "trial.others": _l("Participants have written on the boards already, so nothing is emptied."),
    "trial.recorded": _l("Outputs of these boards lie in the record already, so nothing is emptied."),
    # Joining
    "code.unknown": _l("This code opens no workshop. Check the code and try again."),
    "door.closed": _l("This workshop takes in no more people. Ask its facilitator."),
    "device.unknown": _l("This code brings nobody here. Check it, or make a new one on the first device."),
    "device.used": _l("This code has been used already. Make a new one on the first device."),
    "device.old": _l("This code is older than two minutes. Make a new one on the first device."),
    # Text
    "text.empty": _l("Write something first."),
    "text.invalid": _l("The text has characters that cannot be kept."),
    "text.too_long": _l("The text is too long: at most %(limit)s characters."),
    # The board
    "protocol.old": _l("This page is older than the service. Reload it."),
    "op.invalid": _l("This operation cannot be read."),
    "op.elsewhere": _l("This cannot be done here."),
    "op.failed": _l("This could not be done; it has been noted. Nothing was changed."),
    "op.unknown": _l("There is no operation of this name."),
    "op.reused": _l("This operation came before with other content."),
    "item.unknown": _l("This is not on the board."),
    "item.exists": _l("This is on the board already."),
    "item.gone": _l("Somebody removed this meanwhile. It can be restored."),
    "id.invalid": _l("This identifier cannot be used."),
    "kind.unknown": _l("This board has no notes of this kind."),
    "kind.fixed": _l("The method of this board has its own kinds of note. They stay as they are."),
    "kind.gone": _l("This kind has been taken off the board. Choose another one."),
    "kind.same_name": _l("Two kinds have the same name. Give one of them another."),
    "kind.too_many": _l("A board has at most %(most)s kinds."),
    "cluster.nothing_left": _l("None of these notes is in the theme any more."),
    "comment.answer": _l("This belongs to the comment that began the thread, not to an answer."),
    "comment.erased": _l("What this comment said was removed for good. Write a new one."),
    "comment.not_yours": _l("Only its writer can change a comment, and only its writer or the facilitator remove it."),
    "field.unknown": _l("Notes of this kind have no such field."),
    "field.wrong": _l("This value does not fit the field."),
    "field.range": _l("%(title)s: a whole number from %(low)s to %(high)s."),
    "field.choice": _l("%(title)s: choose among what the list has."),
    "field.date": _l("%(title)s: a day of the calendar, as 2026-11-24."),
    "field.link": _l("%(title)s: a web address from https:// on, without a password, at most %(limit)s signs."),
    "field.name": _l("%(title)s: one line of at most %(limit)s signs."),
    "field.names": _l(
        "%(title)s: at most %(most)s names of %(limit)s signs, each once, without a semicolon or a middle dot."
    ),
    "field.person": _l("%(title)s: name a source, not a person; leave out addresses, numbers and identity codes."),
    "number.wrong": _l("This number is not within its bounds."),
    "place.wrong": _l("A note cannot be put there like this."),
    "order.invalid": _l("This place in the order cannot be used."),
    "zone.wrong_kind": _l("Notes of this kind do not belong in this place."),
    "zone.fixed": _l("The method fixes this place; it stays as it is."),
    "note.erased": _l("What this note said was removed for good. Write a new note."),
    "note.fixed": _l("This note comes with the method and stays as it is."),
    "note.ground": _l("This picture is the ground of its place. The facilitator takes it up first."),
    "note.not_yours": _l("Only its writer and the facilitator can change or remove this note."),
    "note.too_late": _l("The workshop ended more than a day ago: nothing is taken in any more."),
    "note.unsettled": _l("Choose first among the wordings that wait on this note."),
    "picture.none": _l("There is no picture on this note."),
    "picture.wrong": _l("This is no picture that a note can have."),
    "picture.unknown": _l("This is no picture in JPEG, PNG or WebP."),
    "picture.heic": _l("This is a picture in HEIC, as some telephones make them. Save it as JPEG and bring it again."),
    "picture.too_large": _l("This picture has too many pixels. Make it smaller and bring it again."),
    "picture.too_heavy": _l("A picture has at most 5 megabytes."),
    "picture.broken": _l("This picture is damaged and cannot be read."),
    "picture.full": _l("There are so many pictures on this board already that no more fit."),
    "picture.failed": _l("The picture could not be read just now. Try again in a moment."),
    "picture.undescribed": _l("Describe these pictures first, for those who do not see them: %(notes)s"),
    "settle.wrong": _l("There is no such wording on this note."),
    "link.circle": _l("%(title)s: these arrows may not go round in a circle, and this one would close one."),
    "link.same": _l("An arrow needs two different ends."),
    "link.kind": _l("This arrow cannot go between these two."),
    "board.full": _l("This board is full."),
    "mode.unknown": _l("There is no such way of working."),
    "mode.silent": _l("Everybody is writing on their own. You can change the notes you wrote now."),
    "mode.vote": _l("A vote is going on. Notes can be changed after it."),
    "mode.look": _l("This board can be looked at, but not changed."),
    "mode.closed": _l("This board is closed."),
    "mode.ended": _l("The workshop has ended. Whoever leads it can open it again for a day."),
    "ballot.closed": _l("This vote has ended."),
    "ballot.other_open": _l("Another vote is open. End it first."),
    "ballot.held": _l("This vote was held here, so its result stays."),
    "ballot.sums": _l("A vote cannot have come to these sums."),
    "vote.none_left": _l("You have used all your votes."),
    "vote.outside": _l("This vote is not about that."),
    "vote.per_note": _l("You cannot put more votes on this one."),
    # The floor
    "floor.full": _l("The agenda is full."),
    "title.missing": _l("Write the title in one language at least."),
    "focus.elsewhere": _l("This place is on none of the boards that are chosen."),
    "timer.none": _l("There is no timer now."),
}


def content_removed(language: str) -> str:
    """What stands in place of words that were erased."""
    with force_locale(language):
        return _("Content removed")


def sentence(code: str, detail: Mapping[str, Any] | None = None, language: str | None = None) -> str:
    """What a code means. language: the current reader's if not given. An unknown code gets a general sentence."""
    if language is None:
        return _filled(code, detail or {})
    with force_locale(language):
        return _filled(code, detail or {})


def _filled(code: str, detail: Mapping[str, Any]) -> str:
    words = str(SENTENCES.get(code) or _("This cannot be done."))
    language = str(get_locale())
    told = {name: value.get(language, "") if isinstance(value, Mapping) else value for name, value in detail.items()}
    try:
        return words % told
    except KeyError:  # the figures are not known here: say it without them
        return _("This is outside its bounds.") if code != "slow.down" else _("Too much at once. Try again soon.")
