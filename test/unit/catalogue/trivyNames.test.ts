import assert from 'node:assert/strict';
import { test } from 'node:test';
import { words } from '../../../server/src/catalogue/words';
import { trivyNames } from '../../../server/src/catalogue/words/trivyNames';

test('every id of Trivy that a rule names has its long name, and no other', () => {
  const named = new Set(Object.values(words).flatMap(({ sameAs }) => sameAs.trivy ?? []));
  assert.deepEqual(Object.keys(trivyNames).sort(), [...named].sort());
});

test('long names are made of the provider, the service and the short code, each once', () => {
  for (const [id, name] of Object.entries(trivyNames)) {
    assert.match(id, /^AWS-\d{4}$/);
    assert.match(name, /^aws-[a-z\d]+(-[a-z\d]+)+$/);
  }
  assert.equal(new Set(Object.values(trivyNames)).size, Object.keys(trivyNames).length);
});
