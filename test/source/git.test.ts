import { afterEach, expect, test } from '@jest/globals';
import { gitLine } from '../../src/source/git.js';
import { temporaryRepository } from './temporary-folder.js';

const before = { ...process.env };
afterEach(() => {
  process.env = { ...before };
});

test('settings that the job hands over in the environment stay, and ours go before them', () => {
  const repository = temporaryRepository({ 'a.yaml': 'a: b\n' });
  const [proxy, monitor] = ['http://proxy.example:3128', 'touch was-run'];
  Object.assign(process.env, {
    ...{ GIT_CONFIG_COUNT: '2', GIT_CONFIG_KEY_0: 'http.proxy', GIT_CONFIG_VALUE_0: proxy },
    ...{ GIT_CONFIG_KEY_1: 'core.fsmonitor', GIT_CONFIG_VALUE_1: monitor },
  });
  expect(gitLine(repository.path, ['config', 'http.proxy'])).toBe(proxy);
  expect(gitLine(repository.path, ['config', 'core.fsmonitor'])).toBe('false');
  repository.remove();
});
