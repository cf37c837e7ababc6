// What a file is, by its name, and the text in it.

const BINARY = ["xlsx", "docx"]; // formats that only the server can read

let formats = new Map(); // ending -> format

/** Take over what the server reads: {format: [".ending", …]}. */
export function learnFormats(known) {
  formats = new Map(Object.entries(known).flatMap(([format, endings]) => endings.map((ending) => [ending, format])));
}

/** All endings that are read, with their dots. */
export const endings = () => [...formats.keys()];

/** The format of a file name, or undefined. */
export const formatOf = (name) => formats.get(name.slice(name.lastIndexOf(".")).toLowerCase());

export const isBinary = (format) => BINARY.includes(format);

/** The text of a file: UTF-8, UTF-16 with its mark, else the Chinese encoding that Windows writes. */
export async function textOf(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const marked = { "255,254": "utf-16le", "254,255": "utf-16be" }[bytes.slice(0, 2).join()];
  for (const encoding of marked ? [marked] : ["utf-8", "gb18030"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // not in this encoding
    }
  }
  return new TextDecoder().decode(bytes);
}
