import fc from 'fast-check';

const deep = (levels: number): unknown => {
  let value: unknown = 'bottom';
  for (let level = 0; level < levels; level++) value = level % 2 === 0 ? [value] : { in: value };
  return value;
};

/** What a hostile or broken client puts where a value belongs. */
const hostileValues: readonly unknown[] = [
  '\0',
  'a\0b',
  '\ud800',
  '\udfff\ud800',
  '\u202ecod.exe',
  '\ufeff',
  '\u200b',
  '豆'.repeat(300_000),
  'é'.normalize('NFD').repeat(5000),
  '%',
  '_%\\_',
  "'; drop table organisation; --",
  "\\'; select pg_sleep(10); --",
  '${jndi:ldap://x}',
  '{{constructor}}',
  '<script>alert(1)</script>',
  '__proto__',
  'constructor',
  'toString',
  '',
  ' ',
  'null',
  'NaN',
  'Infinity',
  '1e400',
  '-0',
  '0x10',
  '１２',
  '0000-00-00',
  '0000-01-01',
  '2026-02-30',
  '9999-12-31',
  '9999-12-31T23:59:59.999Z',
  '+010000-01-01',
  '-271821-04-20T00:00:00Z',
  '2026-01-01T00:00:00+99:99',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '../../../etc/passwd',
  0,
  -1,
  0.5,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 53,
  2 ** 63,
  1e21,
  1e308,
  -1e308,
  null,
  true,
  [],
  {},
  [[]],
  [null],
  { toString: 'x', length: -1 },
  Array.from({ length: 5000 }, () => 'x'),
  Object.fromEntries(Array.from({ length: 2000 }, (_, n) => [`k${n}`, n])),
  deep(3000),
];

type Path = (string | number)[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))];
}

function withValue(whole: unknown, path: Path, value: unknown): unknown {
  if (path.length === 0) return value;
  const [key, ...rest] = path as [string | number, ...Path];
  const copy: Record<string | number, unknown> | unknown[] = Array.isArray(whole)
    ? [...(whole as unknown[])]
    : { ...(whole as object) };
  (copy as Record<string | number, unknown>)[key] = withValue(
    (whole as Record<string | number, unknown>)[key],
    rest,
    value,
  );
  return copy;
}

/** The same input with one of its values, at any depth, replaced by a hostile one, or with a field too many. */
export const spoilt = (input: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(input, fc.nat(), fc.constantFrom(...hostileValues), fc.boolean())
    .map(([value, where, hostile, more]) => {
      const paths = pathsOf(value);
      const path = paths[where % paths.length]!;
      if (!more || typeof value !== 'object' || value === null) return withValue(value, path, hostile);
      return { ...value, [typeof hostile === 'string' ? hostile.slice(0, 50) : 'more']: hostile };
    });

/** A multipart body with one file, its name and bytes as hostile as they come. */
export const hostileUpload: fc.Arbitrary<{ payload: Buffer; contentType: string }> = fc
  .record({
    name: fc.constantFrom(
      'list.csv',
      '../../../../etc/passwd',
      '..\\..\\boot.ini',
      'a\0b.png',
      '\u202egnp.exe',
      '名'.repeat(3000),
      '',
      '.',
      'x"; filename="y.svg',
      'x\r\nX-Injected: 1',
    ),
    field: fc.constantFrom('file', 'other', '__proto__', 'f'.repeat(5000)),
    type: fc.constantFrom('text/csv', 'image/png', 'text/html', 'application/x-sh', 'nonsense'),
    content: fc.oneof(
      fc
        .constantFrom(
          'sku,names.zh-CN,category\nA-1,豆瓣,sauces\n',
          '\0\0\0',
          '"unclosed',
          `${'a,'.repeat(50_000)}\n`,
          '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
          '%PDF-1.4 <script>',
          '=cmd|/c calc!A0,\n1,2\n',
        )
        .map((text) => Buffer.from(text)),
      fc
        .constantFrom(
          [0xff, 0xfe, 0x00, 0xd8],
          [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
          [0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0],
          [0x50, 0x4b, 0x05, 0x06, ...Array.from({ length: 18 }, () => 0)],
          [],
        )
        .map((bytes) => Buffer.from(bytes)),
      fc.uint8Array({ maxLength: 500 }).map((bytes) => Buffer.from(bytes)),
    ),
    ended: fc.boolean(),
  })
  .map(({ name, field, type, content, ended }) => ({
    contentType: 'multipart/form-data; boundary=edge',
    payload: Buffer.concat([
      Buffer.from(
        `--edge\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`,
      ),
      content,
      Buffer.from(ended ? '\r\n--edge--\r\n' : ''),
    ]),
  }));
