import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import type { Hover } from 'vscode-languageserver';
import { parseXml } from '../../src/parsers/xml/parse.ts';
import { ASSISTANT_EXPLAIN, ASSISTANT_SCAN } from '../../src/protocol/assistant.ts';
import { REPORT, REPORT_FORMATS, REPORT_VIEW, type ReportView } from '../../src/protocol/reports.ts';
import { DOSSIER, type Dossier } from '../../src/protocol/requests.ts';
import { PREVIEW_RULESET, type RulesetPreview } from '../../src/protocol/rulesets.ts';
import { makeSource } from '../../src/text/source.ts';
import { Conversation } from '../server/support/conversation.ts';

/*
 * What a repository says is shown letter for letter: whatever it holds, no face has an element, a link or a command that it
 * would not have with a word in its place. Each hostile text stands in every place that a repository can fill.
 */

const HARMLESS = 'benign';

const PAYLOADS: Readonly<Record<string, string>> = {
  'a link that runs a command': '[click](command:workbench.action.terminal.new)',
  'an image from elsewhere': '![x](https://evil.example/a.png)',
  'a reference and its target': '[a] [b][a]',
  'a bare address': 'https://evil.example/x www.evil.example',
  'an element': '<img src=x onerror=alert(1)>',
  'a script': '</script><script>alert(1)</script>',
  'the end of an attribute': `"'><b onmouseover=alert(1) x="`,
  'the end of a comment and of CDATA': '--> ]]> */ <!--',
  'the end of code': '``` `x` ~~~',
  'a heading, a list and a table': '# h | a | b - c 1. d > e',
  'a mention and an issue': '@acme/team #1 acme/x#2',
  'a template': '${{ secrets.TOKEN }} {{constructor}} $(touch x) `touch x`',
  'a workflow command': '::error file=a::b',
  'an encoded line break and a command': '%0A::set-output name=a::b %0D %3A',
  'a formula': '=HYPERLINK(1)',
  'another formula': '@SUM(1+1)',
  entities: '&lt;b&gt; &#60;b&#62; &amp;',
  'a theme icon': '$(alert) $(sync~spin)',
  'colours and a title': '\u001b[31m\u001b]0;title\u0007\u009b2J',
  'text that runs backwards': '\u202eabc\u2066\u200b',
  'line breaks of other scripts': 'a\u2028b\u2029c\u0085d',
};

const FOLDER = 'file:///projects/shop';

/** A repository that says a text wherever it can; line breaks of the place's own syntax are the only thing left out. */
function repository(text: string): Readonly<Record<string, string>> {
  const quoted = JSON.stringify(text).replaceAll('${', '$${').replaceAll('%{', '%%{');
  const json = JSON.stringify(text);
  // A page that a ruleset names as its source is a link, as it is for the catalog's own facts.
  const sourced = { source: text.replace(/^https:/, ''), date: '2026-11-23' };
  const files = {
    '.env': 'HOST=api.my-cloud.example\n',
    [`dir ${text.replaceAll('/', '_')}/main.tf`]: `resource "alicloud_oss_bucket" "a" {\n  bucket = "x"\n}\n`,
    'main.tf': `provider "alicloud" {
  region = "cn-hangzhou"
}
resource "alicloud_oss_bucket" ${quoted} {
  bucket = ${quoted} # vendor-diligence-ignore no-such-rule -- ${text}
}
resource "alicloud_instance" "b" { # vendor-diligence-ignore alibaba-cloud -- ${text}
}
# vendor-diligence-ignore ${text}
`,
    Dockerfile: `FROM registry.cn-hangzhou.aliyuncs.com/a/b:1 AS ${text}\nRUN curl "https://x.oss-cn-hangzhou.aliyuncs.com/${text}"\n`,
    'package.json': `{"name":${json},"dependencies":{"ali-oss":${json},${JSON.stringify(`@alicloud/${text}`)}:"1.0.0"}}`,
    'broken.tf': `provider "alicloud" { region = "${text}`,
    '.vendor-diligence.jsonc': JSON.stringify({
      name: text,
      rules: [
        {
          id: 'own',
          description: text,
          when: { vendors: ['alibaba-cloud', 'my-cloud'] },
          severity: 'warning',
        },
      ],
      vendors: [
        {
          id: 'my-cloud',
          name: `My ${text}`,
          homepage:
            text === HARMLESS ? 'https://my-cloud.example/' : `javascript:${encodeURIComponent(text)}`,
          jurisdiction: { country: 'DE', ...sourced },
          indicators: [{ kind: 'host', match: 'suffix', values: ['my-cloud.example'], ...sourced }],
        },
      ],
      replacements: [{ from: 'oss-cn-hangzhou.aliyuncs.com', to: text, note: text }],
      exceptions: [
        {
          match: 'tencent-cloud',
          paths: [text],
          reason: text,
          approvedBy: text,
          ticket: text,
          expires: '2027-01-01',
        },
      ],
    }),
  };
  return Object.fromEntries(Object.entries(files).map(([path, content]) => [`${FOLDER}/${path}`, content]));
}

/** What each face shows of a repository, by its name. */
async function facesOf(text: string): Promise<ReadonlyMap<string, string>> {
  const files = repository(text);
  const editor = await Conversation.start({ files, folders: [FOLDER], commandLinks: true });
  const faces = new Map<string, string>();
  try {
    for (const format of Object.keys(REPORT_FORMATS))
      faces.set(
        format,
        await editor.request<string>(REPORT, { folder: FOLDER, format, workDoneToken: format }),
      );
    const view = { folder: FOLDER, title: 'Report', nonce: NONCE, workDoneToken: 'view' };
    faces.set('report view', (await editor.request<ReportView>(REPORT_VIEW, view)).html);
    for (const vendor of ['alibaba-cloud', 'my-cloud'])
      faces.set(
        `dossier of ${vendor}`,
        (await editor.request<Dossier>(DOSSIER, { vendor, nonce: NONCE })).html,
      );
    const main = `${FOLDER}/main.tf`;
    const manifest = `${FOLDER}/package.json`;
    for (const uri of [main, manifest]) {
      await editor.open(uri);
      await editor.diagnostics(uri);
    }
    const diagnostics = [main, manifest].flatMap(uri => editor.current(uri));
    faces.set('diagnostics', diagnostics.map(({ message }) => message).join('\n'));
    faces.set('hover on a package', markdownOf(await editor.hover(manifest, endOf(files[manifest] ?? ''))));
    for (const line of [0, 3, 4]) {
      const hover = await editor.hover(main, { line, character: 12 });
      faces.set(`hover ${line}`, markdownOf(hover));
    }
    const ruleset = `${FOLDER}/.vendor-diligence.jsonc`;
    await editor.open(ruleset, files[ruleset]?.replace('"warning"', '"error"'));
    const asked = { uri: ruleset, nonce: NONCE };
    faces.set('preview', (await editor.request<RulesetPreview>(PREVIEW_RULESET, asked)).html);
    for (const subject of ['own', 'my-cloud', 'main.tf:2'])
      faces.set(`explanation of ${subject}`, await editor.request<string>(ASSISTANT_EXPLAIN, { subject }));
    faces.set('assistant', await editor.request<string>(ASSISTANT_SCAN, { path: '', workDoneToken: 'a' }));
  } finally {
    await editor.end();
  }
  return faces;
}

const NONCE = '0123456789abcdef0123456789abcdef';

/** A place in the last package's name, which ends the file's only line. */
function endOf(text: string): { line: number; character: number } {
  return { line: 0, character: text.length - '":"1.0.0"}}'.length - 1 };
}

function markdownOf(hover: Hover | null): string {
  const { contents } = hover ?? {};
  return typeof contents === 'object' && 'value' in contents ? contents.value : '';
}

/** What a face is read by, and so what hostile text could become there. */
type Syntax = 'html' | 'markdown' | 'xml' | 'csv' | 'json' | 'commands' | 'plain';

const SYNTAXES: Readonly<Record<string, Syntax>> = {
  html: 'html',
  'report view': 'html',
  'dossier of alibaba-cloud': 'html',
  'dossier of my-cloud': 'html',
  markdown: 'markdown',
  preview: 'html',
  'explanation of own': 'markdown',
  'explanation of my-cloud': 'markdown',
  'explanation of main.tf:2': 'markdown',
  'hover 0': 'markdown',
  'hover 3': 'markdown',
  'hover 4': 'markdown',
  'hover on a package': 'markdown',
  junit: 'xml',
  csv: 'csv',
  github: 'commands',
  text: 'plain',
  diagnostics: 'plain',
};

/** Elements with the names of their attributes and with what they lead to or load. */
function elementsOf(html: string): Set<string> {
  const elements = new Set<string>();
  for (const [, name = '', rest = ''] of html.matchAll(
    /<(\/?[a-z!?][\w:-]*)((?:[^"'>]|"[^"]*"|'[^']*')*)>/gi,
  )) {
    const attributes = [...rest.matchAll(/([\w:-]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"']+))?/g)];
    const words = attributes.map(([, attribute = '', value = '']) =>
      /^(?:href|src|action|on\w+)$/i.test(attribute) ? `${attribute}=${targetOf(value)}` : attribute,
    );
    elements.add([name, ...words.sort()].join(' '));
  }
  return elements;
}

/** Without what a command or a page is told. */
function targetOf(value: string): string {
  return value.replace(/^["']|["']$/g, '').replace(/[?#].*$/s, '');
}

const markdown = new MarkdownIt({ html: true, linkify: true });

function meaningOf(face: string, syntax: Syntax): Set<string> {
  switch (syntax) {
    case 'html':
    case 'xml':
      return elementsOf(face);
    case 'markdown':
      return elementsOf(markdown.render(face));
    case 'csv':
      return new Set(rowsOf(face).flatMap(row => [`${row.length} fields`, ...row.flatMap(formulaIn)]));
    case 'json':
      return keysOf(JSON.parse(face));
    case 'commands':
      return new Set(face.trimEnd().split(/\r?\n/).map(shapeOfCommand));
    case 'plain':
      return new Set();
  }
}

function rowsOf(csv: string): string[][] {
  return csv
    .trimEnd()
    .split('\r\n')
    .map(line => [...line.matchAll(/(?:^|,)("(?:[^"]|"")*"|[^",]*)/g)].map(([, field = '']) => field));
}

function formulaIn(field: string): string[] {
  return /^"?[=+\-@\t\r]/.test(field) ? [`formula ${field}`] : [];
}

/** The links that viewers of SARIF make of messages, and names that JSON gives a meaning to. */
function keysOf(value: unknown): Set<string> {
  const links =
    JSON.stringify(value).match(/"(?:text|markdown)":"(?:[^"\\]|\\.)*?(?<!\\)\]\((?!https:)[^)]*\)/g) ?? [];
  return new Set(links);
}

function shapeOfCommand(line: string): string {
  const [, name, properties = ''] = /^::(\w+) ([^:]*)::[^\r\n]*$/.exec(line) ?? [];
  return `${name} ${properties.replace(/=[^,]*/g, '')}`;
}

describe('what a repository says', function () {
  this.timeout(60_000);
  let harmless: ReadonlyMap<string, string>;
  before(async () => {
    harmless = await facesOf(HARMLESS);
  });

  it('stands in all faces', () => {
    for (const [name, face] of harmless) {
      const mayLackIt = /^(?:hover |explanation of main)/.test(name);
      assert.ok(mayLackIt || face.includes(HARMLESS), name);
    }
  });

  for (const [title, payload] of Object.entries(PAYLOADS)) {
    it(`is only text in every face when it is ${title}`, async () => {
      for (const [name, face] of await facesOf(payload)) {
        const shown = face.replace(/[\t\r\n]/g, '');
        assert.doesNotMatch(shown, /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u, name);
        const syntax = SYNTAXES[name] ?? 'json';
        const known = meaningOf(harmless.get(name) ?? '', syntax);
        const fresh = [...meaningOf(face, syntax)].filter(each => !known.has(each));
        assert.deepEqual(fresh, [], name);
        if (syntax === 'xml') assert.deepEqual(parseXml(makeSource('report.xml', face)).problems, []);
      }
    });
  }
});
