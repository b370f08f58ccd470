import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { emailAddresses } from '../../../server/src/catalogue/text/personalData';
import { secretsInUrls } from '../../../server/src/catalogue/text/secretUrls';
import { credentialsInUrls } from '../../../server/src/catalogue/text/urls';

function cut(text: string, find: (text: string) => Iterable<{ start: number; end: number }>): string[] {
  return [...find(text)].map(({ start, end }) => text.slice(start, end));
}

describe('Credentials in URLs', () => {
  test('are found wherever a URL names a user and a password', () => {
    assert.deepEqual(cut('https://me:pw@example.com/a', credentialsInUrls), ['me:pw']);
    assert.deepEqual(cut('curl -s "ftp://a:b@host" && psql postgresql://x:y%40z@db:5432/main', credentialsInUrls), [
      'a:b',
      'x:y%40z',
    ]);
    assert.deepEqual(cut('jdbc:mysql://root:p:w@db', credentialsInUrls), ['root:p:w']);
  });

  test('are told with the host and never with the secret', () => {
    const [found] = credentialsInUrls('amqp://app:hidden@queue.internal:5671/v');
    assert.equal(found?.host, 'queue.internal');
  });

  test('are not credentials where something is filled in later', () => {
    for (const text of [
      `https://\${User}:\${Password}@host`,
      `https://me:\${Password}@host`,
      'https://me:{{resolve:secretsmanager:db:SecretString:password}}@host',
      'https://me:$PASSWORD@host',
      'https://me:%PASSWORD%@host',
      'https://me:<password>@host',
      'https://me:***@host',
      'https://me:[password]@host',
      'https://#{user}:#{password}@host',
    ]) {
      assert.deepEqual(cut(text, credentialsInUrls), [], text);
    }
  });

  test('are not seen in other texts with colons and signs', () => {
    for (const text of [
      'git@github.com:org/repo.git',
      'ssh://git@github.com/org/repo',
      'https://registry/@scope/name:1@2',
      'https://host:8080/path?mail=a@b',
      '://a:b@c',
      'arn:aws:s3:::bucket/a:b@c',
      'https://host/a:b@c',
    ]) {
      assert.deepEqual(cut(text, credentialsInUrls), [], text);
    }
  });

  test('are looked for in time that grows with the text', () => {
    const long = `${'a'.repeat(200_000)}://${'b'.repeat(200_000)}:${'c'.repeat(200_000)}${'://'.repeat(50_000)}`;
    const start = performance.now();
    assert.deepEqual(cut(long, credentialsInUrls), []);
    assert.ok(performance.now() - start < 1000);
  });
});

describe('Email addresses', () => {
  test('are found in a text, each by itself', () => {
    assert.deepEqual(cut('jane.doe+aws@anycompany.com, (x_y@mail.anycompany.co.uk)', emailAddresses), [
      'jane.doe+aws@anycompany.com',
      'x_y@mail.anycompany.co.uk',
    ]);
  });

  test('of domains set aside for documentation are nobody’s', () => {
    for (const text of ['a@example.com', 'a@mail.example.org', 'a@team.test', 'a@x.invalid', 'a@some.example']) {
      assert.deepEqual(cut(text, emailAddresses), [], text);
    }
  });

  test('are not seen in URLs, paths and templates', () => {
    for (const text of [
      'git@github.com:org/repo.git',
      'https://user@host.com/path',
      'https://me:pw@host.com',
      `\${User}@anycompany.com`,
      'package@1.2.3',
      'a@b',
      'a@b@c.com',
      '@scope/name.js',
    ]) {
      assert.deepEqual(cut(text, emailAddresses), [], text);
    }
  });

  test('are looked for in time that grows with the text', () => {
    const start = performance.now();
    assert.deepEqual(cut(`${'a.'.repeat(100_000)}@${'b.'.repeat(100_000)}`, emailAddresses), []);
    assert.deepEqual(cut('a@'.repeat(100_000), emailAddresses), []);
    assert.ok(performance.now() - start < 2000);
  });
});

describe('Secrets in URLs', () => {
  test('are found in the path and in the query, in both languages', () => {
    for (const secret of [
      '{{resolve:secretsmanager:hooks:SecretString:token}}',
      '${data.aws_secretsmanager_secret_version.hook.secret_string}',
      '${random_password.hook[0].result}',
      '${aws_ssm_parameter.db_password.value}',
    ]) {
      assert.deepEqual(cut(`https://hooks.example.com/orders?q=1&t=${secret}`, secretsInUrls), [secret]);
      assert.deepEqual(cut(`https://hooks.example.com/${secret}`, secretsInUrls), [secret]);
    }
    const named = '${data.aws_ssm_parameter.mail.value}';
    assert.deepEqual(cut(`https://example.com/?api_key=${named}`, secretsInUrls), [named]);
  });

  test('are none where a parameter names a host, a page or an environment', () => {
    for (const text of [
      'https://${aws_ssm_parameter.host.value}/health',
      'https://example.com/${aws_ssm_parameter.page.value}',
      'https://example.com/?env=${aws_ssm_parameter.env.value}',
      'https://artifacts.s3.amazonaws.com/${aws_ssm_parameter.object_key.value}',
      'postgres://app:${random_password.db.result}@db:5432/main',
      '{{resolve:secretsmanager:hooks:SecretString:token}}',
      'See https://example.com/docs. ${random_password.db.result}',
    ]) {
      assert.deepEqual(cut(text, secretsInUrls), [], text);
    }
  });
});
