/** What a program text's tokens look like in one language: enough to read declarations, not to compile. */
export interface CodeDialect {
  readonly lineComments: readonly string[];
  /** Where a comment of several lines begins and ends. */
  readonly blockComments: readonly (readonly [begin: string, end: string])[];
  /** The first whose `quote` stands there is meant: longer ones come first. */
  readonly strings: readonly StringStyle[];
  /** What a word right before a quote makes of the string: Python's `f"…"`, Scala's `s"…"`. */
  readonly prefixes?: ReadonlyMap<string, Interpolation>;
  /** Ruby's here-documents, `<<~TEXT`: they are strings, or for people and passed over. */
  readonly heredocs?: 'strings' | 'prose';
  /** Characters besides letters, digits and `_` that names are made of. */
  readonly nameCharacters?: string;
}

export interface StringStyle {
  readonly quote: string;
  readonly multiline?: true;
  /** Does a backslash escape the next character? */
  readonly escapes: boolean;
  readonly interpolation: Interpolation;
}

/** How an expression stands in a string: `$name` and `${…}`, `#{…}`, `\(…)`, `{…}`. */
export type Interpolation = 'none' | 'dollar' | 'hash' | 'parenthesis' | 'brace';

const C_COMMENTS = {
  lineComments: ['//'],
  blockComments: [['/*', '*/']],
} as const;

/** Groovy as Gradle has it (https://groovy-lang.org/syntax.html). */
export const GROOVY: CodeDialect = {
  ...C_COMMENTS,
  strings: [
    { quote: '"""', multiline: true, escapes: true, interpolation: 'dollar' },
    { quote: "'''", multiline: true, escapes: true, interpolation: 'none' },
    { quote: '"', escapes: true, interpolation: 'dollar' },
    { quote: "'", escapes: true, interpolation: 'none' },
  ],
};

/** Kotlin as Gradle has it (https://kotlinlang.org/docs/strings.html). */
export const KOTLIN: CodeDialect = {
  ...C_COMMENTS,
  strings: [
    { quote: '"""', multiline: true, escapes: false, interpolation: 'dollar' },
    { quote: '"', escapes: true, interpolation: 'dollar' },
    { quote: "'", escapes: true, interpolation: 'none' },
  ],
};

/** https://docs.scala-lang.org/scala3/reference/syntax.html */
export const SCALA: CodeDialect = {
  ...C_COMMENTS,
  strings: [
    { quote: '"""', multiline: true, escapes: false, interpolation: 'none' },
    { quote: '"', escapes: true, interpolation: 'none' },
  ],
  prefixes: new Map([
    ['s', 'dollar'],
    ['f', 'dollar'],
    ['raw', 'dollar'],
  ]),
};

/** https://docs.swift.org/swift-book/documentation/the-swift-programming-language/lexicalstructure */
export const SWIFT: CodeDialect = {
  ...C_COMMENTS,
  strings: [
    { quote: '"""', multiline: true, escapes: true, interpolation: 'parenthesis' },
    { quote: '"', escapes: true, interpolation: 'parenthesis' },
  ],
};

/** https://docs.ruby-lang.org/en/master/syntax/literals_rdoc.html */
export const RUBY: CodeDialect = {
  lineComments: ['#'],
  blockComments: [['\n=begin', '\n=end']],
  strings: [
    { quote: '"', escapes: true, interpolation: 'hash' },
    { quote: "'", escapes: true, interpolation: 'none' },
    { quote: '`', escapes: true, interpolation: 'hash' },
  ],
  heredocs: 'prose',
  nameCharacters: '?!',
};

/** Ruby where here-documents hold scripts. */
export const RUBY_WITH_SCRIPTS: CodeDialect = { ...RUBY, heredocs: 'strings' };

/** https://hexdocs.pm/elixir/syntax-reference.html */
export const ELIXIR: CodeDialect = {
  lineComments: ['#'],
  blockComments: [],
  strings: [
    { quote: '"""', multiline: true, escapes: true, interpolation: 'hash' },
    { quote: "'''", multiline: true, escapes: true, interpolation: 'hash' },
    { quote: '"', escapes: true, interpolation: 'hash' },
    { quote: "'", escapes: true, interpolation: 'hash' },
  ],
  nameCharacters: '?!',
};

/** Python (https://docs.python.org/3/reference/lexical_analysis.html) and Starlark, which has the same tokens. */
export const PYTHON: CodeDialect = {
  lineComments: ['#'],
  blockComments: [],
  strings: [
    { quote: '"""', multiline: true, escapes: true, interpolation: 'none' },
    { quote: "'''", multiline: true, escapes: true, interpolation: 'none' },
    { quote: '"', escapes: true, interpolation: 'none' },
    { quote: "'", escapes: true, interpolation: 'none' },
  ],
  prefixes: new Map([
    ['f', 'brace'],
    ['rf', 'brace'],
    ['fr', 'brace'],
    ['r', 'none'],
    ['b', 'none'],
    ['u', 'none'],
  ]),
};

/** https://cran.r-project.org/doc/manuals/r-release/R-lang.html#Tokens */
export const R: CodeDialect = {
  lineComments: ['#'],
  blockComments: [],
  strings: [
    { quote: '"', multiline: true, escapes: true, interpolation: 'none' },
    { quote: "'", multiline: true, escapes: true, interpolation: 'none' },
  ],
};
