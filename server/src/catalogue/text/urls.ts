import type { Objection } from '../../model/finding';
import type { TextPlace } from '../../model/resource';
import { exampleOf, textRule } from '../define';
import { subscription } from '../sns';

/** What stands between `://` and the host: a user name, a password and an `@`. */
const userinfo = /([^\s/?#@:"'<>\\]{1,256}):([^\s/?#@"'<>\\]{1,256})@([\w.-]+)/y;

/** What is filled in later (`${…}`, `{{resolve:…}}`, `#{…}`, `$VAR`, `%VAR%`) or stands for nothing (`***`, `[…]`). */
const placeholder = /[{}]|^\$|^\*+$|^%.*%$|^\[.*\]$/;

/** The user names and passwords in the URLs of a text, each with its host. */
export function* credentialsInUrls(text: string): Generator<{ start: number; end: number; host: string }> {
  for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', at + 3)) {
    if (!/[a-z\d+.-]/i.test(text.charAt(at - 1))) continue;
    userinfo.lastIndex = at + 3;
    const match = userinfo.exec(text);
    if (!match) continue;
    const [, user = '', password = '', host = ''] = match;
    if (placeholder.test(user) || placeholder.test(password)) continue;
    yield { start: match.index, end: match.index + user.length + 1 + password.length, host };
  }
}

function check(place: TextPlace): Objection[] {
  return [...credentialsInUrls(place.text)].map(({ start, end, host }) => ({
    origin: place.within(start, end),
    written: true,
    likelihood: 'certain',
    ...(place.resource && { resource: place.resource }),
    remedies: [
      {
        title: 'Take the user name and password out of the URL (the server may ask for them)',
        safety: 'review',
        changes: [{ kind: 'replaceText', origin: place.within(start, end + 1), text: '' }],
      },
    ],
    details: { host },
  }));
}

export const credentialsInUrl = textRule({
  id: 'no-credentials-in-url',
  recommendation: 'no-credentials-in-url',
  severity: 'error',
  fix: 'always',
  check,
  example: exampleOf(subscription, 'Subscription', {
    topic: 'arn:aws:sns:eu-west-1:111122223333:orders',
    protocol: 'https',
    endpoint: 'https://reports:not-a-secret@hooks.example.com/orders',
  }),
});
