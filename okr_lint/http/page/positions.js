// Offsets in answers count Unicode code points; JavaScript's strings count UTF-16 units.

/** A text whose places are found by code point. */
export class Text {
  constructor(value) {
    this.value = value;
    this.units = null; // unit offset of each code point; null while both counts agree
    if (/[\ud800-\udbff][\udc00-\udfff]/.test(value)) {
      this.units = [];
      for (let at = 0; at < value.length; at += value.codePointAt(at) > 0xffff ? 2 : 1) this.units.push(at);
      this.units.push(value.length);
    }
  }

  /** The UTF-16 offset of a code point. */
  unit(point) {
    return this.units ? (this.units[point] ?? this.value.length) : Math.min(point, this.value.length);
  }

  /** The part between two code points. */
  slice(start, end) {
    return this.value.slice(this.unit(start), this.unit(end));
  }
}

/** The pieces into which ranges cut `start` to `end`: [{start, end, findings}], in order. */
export function pieces(start, end, findings) {
  const inside = findings.filter((f) => f.span && f.span.start.offset < end && f.span.end.offset > start);
  const cuts = new Set([start, end]);
  for (const { span } of inside) {
    cuts.add(Math.max(start, span.start.offset));
    cuts.add(Math.min(end, span.end.offset));
  }
  const ordered = [...cuts].sort((a, b) => a - b);
  return ordered.slice(1).map((stop, i) => ({
    start: ordered[i],
    end: stop,
    findings: inside.filter((f) => f.span.start.offset <= ordered[i] && f.span.end.offset >= stop),
  }));
}

const RANK = { error: 3, warning: 2, info: 1 };

/** The gravest severity of some findings. */
export function gravest(findings) {
  return findings.reduce((worst, f) => (RANK[f.severity] > RANK[worst] ? f.severity : worst), "info");
}
