// The check at the counter as a device makes it: reads the passport's lines (ICAO 9303-4, two lines of 44), lays them
// beside what was declared, and writes the form that the passkey signs.

const WEIGHTS = [7, 3, 1];

const value = (character) =>
  character === "<" ? 0 : character <= "9" ? Number(character) : character.charCodeAt(0) - 55;

const digit = (part) =>
  String([...part].reduce((sum, character, at) => sum + value(character) * WEIGHTS[at % 3], 0) % 10);

/** As they are signed and sent: capitals, no spaces, two lines. */
export function typed(text) {
  const letters = text.toUpperCase().replace(/[ \t\r«]/g, (found) => (found === "«" ? "<<" : ""));
  const lines = letters.split("\n").filter((line) => line);
  const whole = lines.length === 1 && lines[0].length === 88 ? [lines[0].slice(0, 44), lines[0].slice(44)] : lines;
  return whole.join("\n");
}

/** The fields, or the key of the sentence that says what is wrong. */
export function read(lines) {
  const [first, second, ...more] = lines.split("\n");
  if (!second || more.length || first.length !== 44 || second.length !== 44) return { fault: "length" };
  if (!/^[A-Z0-9<]+$/.test(first + second)) return { fault: "letters" };
  const parts = [[0, 9, 9], [13, 19, 19], [21, 27, 27]];
  const whole = second.slice(0, 10) + second.slice(13, 20) + second.slice(21, 43);
  const wrong = parts.some(([from, to, at]) => digit(second.slice(from, to)) !== second[at]) || digit(whole) !== second[43];
  if (first[0] !== "P" || wrong) return { fault: "digits" };

  const [surname, given = ""] = first.slice(5).split("<<");
  const spaced = (name) => name.replace(/<+/g, " ").trim();
  return {
    surname: spaced(surname),
    given_names: spaced(given),
    cutOff: !first.endsWith("<"),
    issuer: first.slice(2, 5).replaceAll("<", ""),
    number: second.slice(0, 9).replaceAll("<", ""),
    nationality: second.slice(10, 13).replaceAll("<", ""),
    birth_date: second.slice(13, 19),
    expiry: second.slice(21, 27),
  };
}

const number = (part) => (/^\d+$/.test(part) ? Number(part) : 0);

/** A birth lies in the past: the century follows from that. */
function born(printed, today) {
  const [year, month, day] = [0, 2, 4].map((at) => printed.slice(at, at + 2));
  if (!number(year) && year !== "00") return null;
  const twenty = 2000 + number(year);
  const future = twenty > today.getUTCFullYear()
    || (twenty === today.getUTCFullYear() && (number(month) - 1 > today.getUTCMonth()
      || (number(month) - 1 === today.getUTCMonth() && number(day) > today.getUTCDate())));
  return [future ? twenty - 100 : twenty, number(month), number(day)];
}

export const expiry = (printed) =>
  /^\d{6}$/.test(printed) ? `20${printed.slice(0, 2)}-${printed.slice(2, 4)}-${printed.slice(4)}` : "";

export const iso = (parts) =>
  parts.filter((part, at) => at === 0 || part).map((part, at) => String(part).padStart(at ? 2 : 4, "0")).join("-");

/** Field by field: what is printed, and whether it is the same. */
export function compare(declared, mrz, today) {
  const is = (same) => (same ? "same" : "differs");
  const name = (field) => {
    const said = declared[field];
    const same = said === mrz[field] || (mrz.cutOff && mrz[field] && said?.startsWith(mrz[field]));
    return { printed: mrz[field], result: said === undefined ? "unknown" : is(same) };
  };
  const code = (field) => {
    const printed = mrz[field] === "D" ? "DEU" : mrz[field];
    const said = declared[field];
    return { printed, result: said ? is(said.includes(mrz[field])) : "unknown" };
  };
  const birth = born(mrz.birth_date, today);
  const said = declared.birth_date;
  const agrees = said && birth && said.every((part, at) => !part || !birth[at] || part === birth[at]);
  const ends = expiry(mrz.expiry);
  return {
    surname: name("surname"),
    given_names: name("given_names"),
    birth_date: { printed: birth && said ? iso(birth) : "", result: said && birth ? is(agrees) : "unknown" },
    nationality: code("nationality"),
    issuer: code("issuer"),
    number: { printed: mrz.number, result: declared.number === undefined ? "unknown" : is(declared.number === mrz.number) },
    expiry: { printed: ends, result: declared.expiry && ends ? is(declared.expiry === ends) : "unknown" },
  };
}

/** JSON in its canonical spelling (RFC 8785), for objects, texts, whole numbers, yes and no. */
export function canonical(value) {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const members = Object.keys(value).sort().map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`);
  return `{${members.join(",")}}`;
}

/** What is the same stands in the declaration already; the rest is written out. */
export function fields(compared) {
  const written = {};
  for (const [field, { printed, result }] of Object.entries(compared))
    written[field] = result === "same" || !printed ? { result } : { printed, result };
  return written;
}
