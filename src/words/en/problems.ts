/** What could not be read, and what to do, in English. */
export const problems = {
  'problem.binary': 'Binary content under the name of a text file; it was not read.',
  'problem.encoding': 'Not valid {name}; the rest of the file was read. Save it as UTF-8.',
  'problem.internal': 'An internal error stopped the reading of this file ({detail}); please report it.',
  'problem.too-slow':
    'Took longer than {milliseconds} ms; skipped. Divide the file, or report it when it is an ordinary one.',
  'problem.name-not-utf8': 'The file name is not valid UTF-8, so that the file cannot be opened; rename it.',
  'problem.gone': 'The file was gone when it was to be read; scan again.',
  'problem.unreadable': 'The file could not be read; check its permissions.',
  'problem.unreadable-here': 'The file could not be read.',
  'problem.too-large': 'Larger than 20 MB; it was not read.',
  'problem.too-much':
    'Holds more than is read of one file; what stands from here on was not read. Divide the file.',
  'problem.too-much-together':
    'The files that are read together with it come to more than may be in memory; it was not read. Divide the module or chart, or scan its parts.',
  'problem.too-many-findings':
    'There are more findings than may be in memory: this file and those after it were not looked at. Scan folders by themselves.',
  'problem.too-many-references':
    'There are more references than may be in memory: this file and those after it were not listed. List folders by themselves.',
  'problem.too-many-before':
    'Before the change there are more findings than may be in memory: what is new could not be told. Scan folders by themselves.',
  'problem.unread-before': 'Before the change: {reason} What is found there now counts as new.',
  'problem.not-a-file': 'A folder, pipe, socket or device, not a file; it was not read.',
  'problem.not-a-file-here': 'Not a file; it was not read.',
  'problem.link': 'The symbolic link could not be followed.',
  'problem.broken-link': 'The symbolic link leads nowhere; repair or remove it.',
  'problem.link-outside':
    'The symbolic link leads out of the scanned folder and was not followed; scan a folder that holds both.',
  'problem.link-here': 'Symbolic links are not followed in a virtual workspace; the file was not read.',
  'problem.link-broken-then': 'The symbolic link leads nowhere in this state of the repository.',
  'problem.not-in-state': 'The file is not in this state of the repository.',
  'problem.not-fetched': 'The repository lacks the content of this file; fetch it.',
  'problem.submodule':
    'The commit of this submodule before the change cannot be read ({reason}): what it holds counts as new. Run "git submodule update --init", or fetch more of its history.',
  'problem.folder-unlisted':
    'The folder could not be listed ({code}), its files were not scanned; check its permissions.',
  'problem.folder-unlisted-here': 'The folder could not be listed; its files were not scanned.',
  'problem.folders-deep':
    'More than {depth} folders inside each other; what is below this one was not scanned.',
  'problem.files-many': 'More than {files} files; the rest was not scanned. Scan the folders one by one.',
  'problem.files-many-here':
    'More than {files} files; the rest was not scanned. Open the folders one by one.',
  'problem.git-index':
    'The git index could not be understood; files that are both tracked and ignored were not scanned.',
  'problem.not-in-workspace': 'The file does not belong to the workspace; it was not read.',
  'problem.not-in-test': 'There is no such file in the test.',
  'problem.state-unread': '{why} {reason}',
  'problem.results-left-out': '{left} findings are left out: GitHub takes {most} results.',
} as const;
