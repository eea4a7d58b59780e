/**
 * Keeps the results of a pure function, at most `limit` of them. When full, the older half is forgotten:
 * cheaper than tracking use, and words that matter come back at once.
 */
export function remembered<Result>(limit: number, compute: (key: string) => Result): Remembered<Result> {
  let recent = new Map<string, Result>();
  let older = new Map<string, Result>();
  const recall = (key: string): Result => {
    let result = recent.get(key);
    if (result !== undefined) return result;
    result = older.get(key) ?? compute(key);
    if (recent.size >= limit / 2) {
      older = recent;
      recent = new Map();
    }
    recent.set(key, result);
    return result;
  };
  return Object.assign(recall, {
    forget: () => {
      recent = new Map();
      older = new Map();
    },
  });
}

export type Remembered<Result> = ((key: string) => Result) & { forget: () => void };
