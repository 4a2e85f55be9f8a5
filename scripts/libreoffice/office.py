"""LibreOffice Writer as a reviewer, by its own interface (UNO). Reads a list of jobs as JSON, and prints what came of each.

{"do": "review", "from": DOCX, "to": DOCX}  reviews a document with tracking on; prints a list of what was done.
                                            With "by": ODT it is saved as that first, and its comments have replies:
                                            Writer forgets what a comment made by this interface answers, but not
                                            what one in a file does.
{"do": "look", "from": DOCX}                prints what Writer shows of a review: changes, comments
{"do": "picture", "from": DOCX, "to": PDF}  writes it as Writer shows it, with its comments in the margin
{"do": "copy", "from": DOCX}                prints what Edit, Copy of all of it puts on the clipboard as HTML
"""
import json
import os
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.util import DateTime

PATIENCE = 60
AUTHOR = ("Lena", "Ortiz")
WORD = "MS Word 2007 XML"


def properties(**values):
    return tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())


def connect(profile):
    """Starts an office of its own, and returns its process and its context."""
    pipe = f"advocacy{os.getpid()}"
    process = subprocess.Popen(
        ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--norestore", "--nologo",
         f"--accept=pipe,name={pipe};urp;"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return process, resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > end or process.poll() is not None:
                raise
            time.sleep(0.1)


def name_the_user(context):
    """Tracked changes bear the name that the office's settings have."""
    provider = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.configuration.ConfigurationProvider", context)
    data = provider.createInstanceWithArguments(
        "com.sun.star.configuration.ConfigurationUpdateAccess",
        properties(nodepath="/org.openoffice.UserProfile/Data"))
    data.givenname, data.sn = AUTHOR
    data.commitChanges()


class Office:
    def __init__(self, context):
        self.context = context
        self.manager = context.ServiceManager
        self.desktop = self.manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        self.dispatcher = self.manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)

    def load(self, path):
        document = self.desktop.loadComponentFromURL(
            uno.systemPathToFileUrl(os.path.abspath(path)), "_blank", 0, properties(Hidden=True))
        if document is None:
            raise SystemExit(f"{path} cannot be opened")
        return document

    def run(self, document, command, **arguments):
        frame = document.CurrentController.Frame
        self.dispatcher.executeDispatch(frame, f".uno:{command}", "", 0, properties(**arguments))

    def store(self, document, path, filter_name, **more):
        document.storeToURL(uno.systemPathToFileUrl(os.path.abspath(path)),
                            properties(FilterName=filter_name, **more))


def paragraphs(text):
    """All paragraphs of a text with those of its tables' cells, in order."""
    elements = text.createEnumeration()
    while elements.hasMoreElements():
        element = elements.nextElement()
        if element.supportsService("com.sun.star.text.TextTable"):
            for name in element.CellNames:
                yield from paragraphs(element.getCellByName(name))
        else:
            yield element


def words_in(paragraph):
    """Cursors over the words of a paragraph: letters alone, of one look, outside of fields and notes."""
    found = []
    portions = paragraph.createEnumeration()
    while portions.hasMoreElements():
        portion = portions.nextElement()
        if portion.TextPortionType != "Text" or portion.HyperLinkURL:
            continue
        at = 0
        string = portion.String
        for word in string.split(" "):
            if at > 0 and word.isalpha() and len(word) > 3 and at + len(word) < len(string):
                own = portion.Text.createTextCursorByRange(portion.Start)
                own.goRight(at, False)
                own.goRight(len(word), True)
                if own.String == word:
                    found.append(own)
            at += len(word) + 1
    return found


def comment(document, place, words, author=" ".join(AUTHOR), parent=None):
    note = document.createInstance("com.sun.star.text.textfield.Annotation")
    note.Author, note.Content = author, words
    note.DateTimeValue = DateTime(Year=2026, Month=10, Day=3, Hours=9, Minutes=31)
    if parent is not None:
        note.ParentName = parent
    place.Text.insertTextContent(place, note, True)
    return note


def review(office, job):
    """Does something in every other paragraph that has enough words."""
    document = office.load(job["from"])
    document.RecordChanges = True
    done = []
    turn = 0
    for paragraph in list(paragraphs(document.Text)):
        words = words_in(paragraph)
        if len(words) < 3:
            continue
        turn += 1
        first, second, last = words[0], words[1], words[-1]
        number = f"{turn}"
        if turn % 6 == 1:
            end = first.Text.createTextCursorByRange(first.End)
            end.String = f" newly added {number}"
            done.append({"kind": "insertion", "now": f"newly added {number}"})
        elif turn % 6 == 2:
            done.append({"kind": "deletion", "old": second.String})
            second.String = ""
        elif turn % 6 == 3:
            old = last.String
            last.String = f"otherwise{number}"
            done.append({"kind": "substitution", "old": old, "now": f"otherwise{number}"})
        elif turn % 6 == 4:
            done.append({"kind": "comment", "on": first.String, "texts": [f"Is this so? {number}"]})
            comment(document, first, f"Is this so? {number}")
        elif turn % 6 == 5:
            texts = [f"Where from? {number}"] + ([f"From the return. {number}"] if "by" in job else [])
            done.append({"kind": "comment", "on": second.String, "texts": texts})
            note = comment(document, second, texts[0])
            for text in texts[1:]:
                comment(document, second, text, "Sam Okafor", note.Name)
        else:
            # What was the paragraph is the second half of it now.
            paragraph.Text.insertControlCharacter(paragraph.End, 0, False)
            paragraph.Text.insertString(paragraph.End, f"A paragraph of its own {number}.", False)
            done.append({"kind": "insertion", "now": f"A paragraph of its own {number}."})
    if "by" in job:
        office.store(document, job["by"], "writer8")
        document.close(False)
        document = office.load(job["by"])
    office.store(document, job["to"], WORD)
    document.close(False)
    return done


def when(value):
    return f"{value.Year:04}-{value.Month:02}-{value.Day:02}T{value.Hours:02}:{value.Minutes:02}"


def look(office, job):
    document = office.load(job["from"])
    changes = []
    redlines = document.Redlines.createEnumeration()
    while redlines.hasMoreElements():
        redline = redlines.nextElement()
        start, end = redline.RedlineStart, redline.RedlineEnd
        try:
            cursor = start.Text.createTextCursorByRange(start)
            cursor.gotoRange(end, True)
            words = cursor.String
        except Exception as error:  # A change of a row or of a table has no text.
            words = f"({type(error).__name__})"
        changes.append({"kind": redline.RedlineType, "author": redline.RedlineAuthor,
                        "date": when(redline.RedlineDateTime), "words": words})
    comments = []
    fields = document.TextFields.createEnumeration()
    while fields.hasMoreElements():
        field = fields.nextElement()
        if field.supportsService("com.sun.star.text.textfield.Annotation"):
            comments.append({"author": field.Author, "date": when(field.DateTimeValue), "text": field.Content,
                             "on": field.Anchor.String, "resolved": field.Resolved, "name": field.Name,
                             "parent": field.ParentName})
    document.close(False)
    return {"changes": changes, "comments": comments}


def picture(office, job):
    document = office.load(job["from"])
    data = uno.Any("[]com.sun.star.beans.PropertyValue", properties(ExportNotesInMargin=True, ExportNotes=False))
    office.store(document, job["to"], "writer_pdf_Export", FilterData=data)
    document.close(False)
    return {}


def copy(office, job):
    document = office.load(job["from"])
    office.run(document, "SelectAll")
    # What the controller hands out is what Copy puts on the clipboard.
    content = document.CurrentController.getTransferable()
    kinds = [flavour.MimeType for flavour in content.getTransferDataFlavors()]
    flavour = next(f for f in content.getTransferDataFlavors() if f.MimeType.startswith("text/html"))
    data = content.getTransferData(flavour)
    document.close(False)
    return {"kinds": kinds, "html": data.value.decode("utf-8") if hasattr(data, "value") else str(data)}


def main():
    jobs = json.load(sys.stdin)
    does = {"review": review, "look": look, "picture": picture, "copy": copy}
    with tempfile.TemporaryDirectory(prefix="advocacy-office-") as profile:
        process, context = connect(profile)
        try:
            name_the_user(context)
            office = Office(context)
            json.dump([does[job["do"]](office, job) for job in jobs], sys.stdout)
        finally:
            process.terminate()
            process.wait(PATIENCE)


main()
