// Talks to the server that this page came from, and to nobody else.

let key = "";
let running = null;

export function useKey(value) {
  key = value.trim();
}

/** A server's refusal, with its problem details. */
export class Refused extends Error {
  constructor(status, problem) {
    super(problem.detail || problem.title || String(status));
    this.status = status;
    this.problem = problem;
  }
}

async function ask(path, init = {}) {
  const headers = { ...init.headers, ...(key ? { authorization: `Bearer ${key}` } : {}) };
  const answer = await fetch(path, { ...init, headers, credentials: "omit" });
  if (!answer.ok) throw new Refused(answer.status, await answer.json().catch(() => ({})));
  return answer.json();
}

/** Check a text, or a file whose bytes only the server reads; a newer call ends an older one. */
export async function check({ text, format, file }, options) {
  running?.abort();
  running = new AbortController();
  const init = { method: "POST", signal: running.signal };
  if (file) {
    init.body = new FormData();
    init.body.append("file", file, file.name);
    init.body.append("options", JSON.stringify(options));
  } else {
    init.headers = { "content-type": "application/json" };
    init.body = JSON.stringify({ text, format, options });
  }
  return ask("v1/check", init);
}

export const version = () => ask("v1/version");

/** Well-rated OKRs closest to a statement, in its language. */
export async function examples(like, lang, count) {
  const body = JSON.stringify({ like: like.slice(0, 2000), count, ...(lang === "zh" || lang === "en" ? { lang } : {}) });
  return (await ask("v1/examples", { method: "POST", headers: { "content-type": "application/json" }, body })).examples;
}

const rules = new Map();

/** One rule, remembered. */
export function rule(code) {
  if (!rules.has(code)) rules.set(code, ask(`v1/rules/${encodeURIComponent(code)}`));
  return rules.get(code);
}
