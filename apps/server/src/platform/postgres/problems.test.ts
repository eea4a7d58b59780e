import { describe, expect, test } from 'vitest';
import { asStartProblem, isDiskFull, languageOf, StartProblem } from './problems.ts';

describe('what the command line says when the database cannot open', () => {
  test('is in the language of LC_ALL before LC_MESSAGES before LANG, and in English for any other', () => {
    expect(languageOf({ LANG: 'zh_CN.UTF-8' })).toBe('zh-CN');
    expect(languageOf({ LANG: 'zh_CN.UTF-8', LC_MESSAGES: 'ru_RU.UTF-8' })).toBe('ru');
    expect(languageOf({ LC_ALL: 'C.UTF-8', LC_MESSAGES: 'ru_RU.UTF-8' })).toBe('en');
    expect(languageOf({})).toBe('en');
  });

  test('names what and where in each of the three languages', () => {
    const problem = new StartProblem('old-cluster', {
      path: '/srv/data/postgres',
      cluster: '17',
      binary: '18',
    });
    for (const language of ['zh-CN', 'en', 'ru'] as const) {
      expect(problem.in(language)).toMatch(/\/srv\/data\/postgres.*17.*18.*backup.*restore/);
      expect(problem.in(language)).not.toMatch(/[{}\n]/);
    }
    expect(new Set([problem.in('zh-CN'), problem.in('en'), problem.in('ru')]).size).toBe(3);
  });

  test('is the same for an errno and for the words in which PostgreSQL reports it', () => {
    const errno = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    expect(asStartProblem(errno, '/srv/data').code).toBe('disk-full');
    const words = new Error('FATAL:  could not write lock file "postmaster.pid": No space left on device');
    expect(asStartProblem(words, '/srv/data').code).toBe('disk-full');
    const short = new Error(
      'FATAL:  could not extend file "base/1/2691": wrote only 4096 of 8192 bytes at block 8',
    );
    expect(asStartProblem(short, '/srv/data').code).toBe('disk-full');
    // What a statement is told while the demo alliance is loaded.
    const statement = Object.assign(new Error('could not extend file'), { code: '53100' });
    expect(isDiskFull(statement)).toBe(true);
    expect(isDiskFull(new Error('something else'))).toBe(false);
    expect(asStartProblem(new Error('FATAL:  something new'), '/srv/data')).toMatchObject({
      code: 'start-failed',
      message: expect.stringContaining('something new') as string,
    });
  });
});
