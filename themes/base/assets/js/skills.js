// Other names of the same skill; the first of a line is its key. One letter or a common word counts only as written, or as
// an item of a list.

const SAME = [
  "javascript|js|ecmascript", "typescript|ts", "node.js|nodejs|node", "react|react.js|reactjs", "vue|vue.js|vuejs",
  "angular|angularjs", "next.js|nextjs", "postgres|postgresql|psql", "mysql|mariadb", "mongodb|mongo",
  "elasticsearch|elastic search|opensearch", "scylladb|scylla", "sql server|mssql|ms sql",
  "kubernetes|k8s", "aws|amazon web services", "gcp|google cloud|google cloud platform", "azure|microsoft azure",
  "ci/cd|continuous integration|continuous delivery", "terraform|opentofu", "infrastructure as code|iac",
  "go|golang", "c++|cpp", "c#|csharp|c sharp", ".net|dotnet|asp.net", "objective-c|objc", "ruby on rails|rails|ror",
  "php|php 8|php8", "python|python3", "machine learning|ml", "large language models|llms|llm", "natural language processing|nlp",
  "rest|restful|rest api|rest apis", "graphql|graph ql", "html|html5", "css|css3", "sass|scss", "user experience|ux",
  "user interface|ui", "quality assurance|qa", "search engine optimisation|search engine optimization|seo",
  "customer relationship management|crm", "human resources|hr", "microsoft excel|ms excel|excel", "photoshop|adobe photoshop",
  "english|englisch|inglês|ingles|anglais|inglés", "german|deutsch|alemão|allemand|alemán",
  "french|französisch|francês|français|francés", "spanish|spanisch|espanhol|espagnol|español",
  "portuguese|portugiesisch|português|portugais|portugués",
].map((line) => line.split("|"));

const ITEM = ["(?<=(?:^|[,;/|•·:\\n])[ \\t]*(?:[-*•–][ \\t]+)?)", "(?=[ \\t]*(?:$|[,;/|•·)\\n]))"];

/** Words that mean something else in small letters. */
const AS_WRITTEN = new Set(["go", "rust", "swift", "ruby", "spring", "express", "react", "node", "next", "rest", "rails", "excel", "dart", "flask", "bash", "elm", "crystal", "spark", "kafka", "ml", "hr", "ui", "qa", "ts", "js", "ror"]);

/** Accents off, capitals kept. @param {string} text */
export const plainly = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/ß/g, "ss");

/** Without accents, in small letters, single spaces. @param {string} text */
export const fold = (text) => plainly(text).toLowerCase().replace(/\s+/g, " ").trim();

/** As who has no umlauts writes them. @param {string} name */
const spelledOut = (name) => name.normalize("NFC").replace(/[äöü]/gi, (letter) => `${plainly(letter)}e`);

/** @type {Map<string, string[]>} */
const NAMES = new Map(SAME.map((names) => names.map(fold)).flatMap((names) => names.map((name) => [name, names])));

/** One key for all names of a skill: `Golang` and `Go` are both `go`. @param {string} name */
export const keyOf = (name) => NAMES.get(fold(name))?.[0] ?? fold(name);

/** Every name that stands for the skill; `AWS or GCP`, `Node.js/TypeScript` and `Postgres (SQL)` stand for their parts too. @param {string} name */
export function namesOf(name) {
  const parts = NAMES.has(fold(name)) ? [name] : [name, ...name.split(/\s*[/(),;]\s*|\s+(?:or|and|und|oder|e|ou|y|o|et)\s+/)];
  return [...new Set([...parts, ...parts.map(spelledOut)].map(fold).filter(Boolean).flatMap((part) => NAMES.get(part) ?? [part]))];
}

/**
 * A pattern for the names as whole words: `Go` is not in good, `C` not in C++, `JS` not in Node.js.
 * @param {string} name
 */
export function pattern(name) {
  const words = namesOf(name).flatMap(spellings).sort((a, b) => b.length - a.length);
  return new RegExp(`(?<![\\p{L}\\p{N}_]|[\\p{L}\\p{N}][.\\-])(?:${words.join("|")})(?![\\p{L}\\p{N}_+#]|\\.[\\p{L}\\p{N}])`, "gu");
}

/** How a folded name may be spelt in a text that has kept its capitals. @param {string} name @returns {string[]} */
function spellings(name) {
  const upper = escape(name.toUpperCase());
  const item = ITEM.join(escape(name));
  if (name.length === 1 && name !== "#") return [item, `${upper}(?![&'’-]|\\.\\s*\\p{Lu})`];
  const capital = escape(name[0].toUpperCase() + name.slice(1));
  if (AS_WRITTEN.has(name)) return [item, `(?:${capital}|${upper})(?![ -](?:to|To|TO)\\b|-[Ll]ive)`];
  const anyCase = [...name].map((letter) => (letter === " " ? "\\s+" : caseless(letter))).join("");
  return [anyCase];
}

/** @param {string} letter */
function caseless(letter) {
  const upper = letter.toUpperCase();
  return upper === letter || upper.length > 1 ? escape(letter) : `[${letter}${upper}]`;
}

/** @param {string} text */
const escape = (text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
