// Runs on whatever Node the machine has (20 or newer): installs what is missing from the lock file,
// then hands over to Node 24, which runs everything else.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const modules = path.join(root, 'node_modules');
const stamp = path.join(modules, '.jiechuan-installed');
const entries = {
  start: 'apps/server/src/main.ts',
  dev: 'bin/dev.ts',
  test: 'bin/test.ts',
  bench: 'bench/main.ts',
  cli: 'apps/server/src/cli.ts',
};

/** Young memory of 3 × 16 MB rather than 3 × 32: no slower, and an import stays under 400 MB. */
const nodeOptions = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=16'];

const words = {
  zh: {
    installing: '正在按锁定文件安装所需的软件包（仅首次）……',
    busy: (pid) => `另一个进程（${pid}）正在安装，请等它完成后重试。`,
    failed: (why) => `安装未完成（${why}），已清除半成品；请检查网络和磁盘空间后重新运行同一命令。`,
    noNode: (platform) =>
      `需要 Node.js 24 或更新版本：${platform} 没有现成的 npm 软件包，请从 nodejs.org 安装后重试。`,
  },
  en: {
    installing: 'Installing what is missing from the lock file (first time only) …',
    busy: (pid) => `Another process (${pid}) is installing; wait for it, then run the same command again.`,
    failed: (why) =>
      `The installation did not finish (${why}) and was cleared away; check the network and the disk space, then run the same command again.`,
    noNode: (platform) =>
      `Node.js 24 or newer is needed: there is no npm package of it for ${platform}; install it from nodejs.org and try again.`,
  },
  ru: {
    installing: 'Установка недостающего по файлу блокировки (только в первый раз) …',
    busy: (pid) => `Установку уже выполняет другой процесс (${pid}); дождитесь его и повторите команду.`,
    failed: (why) =>
      `Установка не завершена (${why}), незаконченное удалено; проверьте сеть и место на диске и повторите ту же команду.`,
    noNode: (platform) =>
      `Нужен Node.js 24 или новее: для ${platform} нет пакета npm; установите его с nodejs.org и повторите.`,
  },
};
const language = (process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '').slice(0, 2);
const say = words[language] ?? words.en;

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** What an installation was made from: any change of it means installing again. */
function fingerprint() {
  const hash = createHash('sha256');
  hash.update(readFileSync(path.join(root, 'package-lock.json')));
  return hash.update(`${process.platform}-${process.arch}`).digest('hex');
}

/** One installation at a time; a file left by one that was killed doesn't count. */
function claimInstallation() {
  const file = path.join(root, '.jiechuan-installing');
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') fail(say.failed(error.message));
    }
    const pid = Number(readFileSync(file, 'utf8'));
    try {
      process.kill(pid, 0);
    } catch {
      rmSync(file, { force: true });
      continue;
    }
    fail(say.busy(pid));
  }
}

function install() {
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  process.stderr.write(`${say.installing}\n`);
  const release = claimInstallation();
  const npm = process.env.npm_execpath;
  // Not `npm ci`: it refuses a lock file that lacks another platform's optional package. The lock file is obeyed all the same.
  const args = [
    'install',
    '--no-save',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const [command, first] = npm
    ? [process.execPath, [npm]]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
  // Held back until npm has ended, so that an interrupted installation is cleared away below.
  const ignore = () => {};
  process.on('SIGINT', ignore);
  process.on('SIGTERM', ignore);
  const result = spawnSync(command, [...first, ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  process.off('SIGINT', ignore);
  process.off('SIGTERM', ignore);
  if (result.status !== 0) rmSync(modules, { recursive: true, force: true });
  else writeFileSync(stamp, wanted);
  release();
  if (result.status !== 0) {
    const said = /npm error (?!code)(.*)/.exec(result.stderr ?? '')?.[1]?.slice(0, 200);
    fail(say.failed(said ?? result.signal ?? result.error?.message ?? `npm ${result.status}`));
  }
}

/** This Node if it is new enough, else the one that came as an npm package. */
function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const packaged = path.join(modules, `node-${platform}-${process.arch}`, 'bin', name);
  if (!existsSync(packaged)) fail(say.noNode(`${process.platform}-${process.arch}`));
  return packaged;
}

const [command, ...rest] = process.argv.slice(2);
const entry = entries[command];
if (!entry) fail(`usage: launch.mjs ${Object.keys(entries).join('|')} …`);
install();
const node = findNode();
const child = spawn(node, [...nodeOptions, path.join(root, entry), ...rest], {
  cwd: process.env.INIT_CWD && command === 'cli' ? process.env.INIT_CWD : root,
  stdio: 'inherit',
  env: {
    ...process.env,
    // Two areas for native memory rather than eight a core: less lies about in pieces.
    MALLOC_ARENA_MAX: process.env.MALLOC_ARENA_MAX ?? '2',
    // What Node made of the sources is kept from one command to the next; where it can't be written, it isn't. Not for
    // the server: it would start in two thirds of the time, but an import would come close to its 400 MB.
    ...(command === 'cli' && {
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? path.join(modules, '.cache/node'),
    }),
    PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ''}`,
    JIECHUAN_ROOT: root,
  },
});
// A signal for this process is meant for the one that works; it decides when to end.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
