"""Files: reading, places, names."""

from deckmotor.catalogue.entry import Entry, error

ENTRIES: dict[str, Entry] = {
    "file-missing": error(
        "there is no file `{path}`",
        "A file is named that is not there. Paths go from the folder of the file that names them.",
    ),
    "file-unreadable": error(
        "the file `{path}` can't be read: {reason}",
        "The file is there, but the system does not let it be read, or it is a folder.",
    ),
    "file-outside": error(
        "`{path}` lies outside the project's folder",
        "A deck can only use files of its own project's folder, so that it builds alike on every machine.",
        hint="copy it into the project{also}",
    ),
    "file-too-large": error(
        "`{path}` has {size}; at most {limit} are read",
        "The file is larger than any deck. Most likely it is something else under a deck's name.",
    ),
    "files-too-large": error(
        "the files of this deck have more than {limit} together",
        "All files of the deck together are larger than any deck and its pictures.",
    ),
    "folder-missing": error(
        "there is no folder `{path}`",
        "The head's `allow:` names a folder that is not there.",
    ),
    "file-binary": error(
        "this is {kind}, but decks, tables and themes are files of plain text",
        "The file is a picture, a PowerPoint file or the like. Decks, tables and themes are plain text.",
    ),
    "file-encoding": error(
        "the file is saved as {encoding}, not as UTF-8",
        "The file's letters are stored in another way than UTF-8, so that å and é would come out wrong.",
    ),
    "file-taken": error(
        "`{file}` is the name of the file of {owner} too; each deck needs its own `file:`",
        "Two decks would be written to the same file, and one would be lost.",
    ),
    "no-presentation": error(
        "`{path}` can't be read as a PowerPoint file: {reason}",
        "The file is damaged, or something else under the name of a PowerPoint file.",
        hint="`deckmotor check --package` tells what is wrong inside of it",
    ),
    "slide-unreadable": error(
        "slide {number} can't be read and is left out: {reason}",
        "One slide of a PowerPoint file is damaged. All others are read.",
    ),
    "too-many-slides-read": error(
        "the first {limit} of {count} slides are read",
        "The PowerPoint file has more slides than any deck; what comes after is not looked at.",
    ),
}
