import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kinds } from '../../../server/src/catalogue';
import { givens } from '../../../server/src/catalogue/words/givens';
import { notes } from '../../../server/src/catalogue/words/kinds';
import { overviewOf } from '../../../server/src/engine/overview';
import { checkText } from '../../support/checking';

/** The notes about a resource. */
function notesAbout(type: string, properties = '{}'): string[] {
  const checked = checkText('template.yaml', `Resources:\n  Data:\n    Type: ${type}\n    Properties: ${properties}\n`);
  const [first] = checked.model.resources;
  return ((first && overviewOf(checked, first)?.notes) ?? []).map(({ text }) => text);
}

test('kinds that the AWS data-protection pages speak of come with what those say', () => {
  assert.match(notesAbout('AWS::SMSVOICE::PhoneNumber').join('\n'), /leaves the AWS boundary/);
  assert.match(notesAbout('AWS::Pinpoint::App').join('\n'), /2026-10-30/);
  assert.match(notesAbout('AWS::CloudTrail::Channel').join('\n'), /who may deliver events/);
  assert.match(notesAbout('AWS::KMS::Key').join('\n'), /7 to 30 days/);
  assert.match(notesAbout('AWS::KMS::Alias').join('\n'), /whoever changes an alias/);
  assert.match(notesAbout('AWS::EC2::FlowLog').join('\n'), /needs encryption of its own/);
});

test('a note that is about some resources of a kind is kept from the others', () => {
  const endpoint = (service: string) => notesAbout('AWS::EC2::VPCEndpoint', `{ ServiceName: ${service} }`);
  assert.match(endpoint("!Sub 'com.amazonaws.${AWS::Region}.sms-voice'").join(), /pinpoint-sms-voice-v2/);
  assert.match(endpoint('com.amazonaws.eu-west-1.sts').join(), /STS/);
  assert.deepEqual(endpoint('com.amazonaws.eu-west-1.sqs'), ['Calls through an endpoint stay on the network of AWS.']);
  assert.equal(notesAbout('AWS::SNS::Subscription', '{ Protocol: sms }').length, 2);
  assert.equal(notesAbout('AWS::SNS::Subscription', '{ Protocol: sqs }').length, 1);
});

test('notes are about kinds that there are, by attributes that they have, and have a page of AWS', () => {
  for (const [id, list] of Object.entries(notes)) {
    const kind = kinds.find((one) => one.id === id);
    assert.ok(kind, id);
    assert.ok(list.length > 0 && list.length <= 4, id);
    for (const { source, where, text } of list) {
      assert.match(source, /^https:\/\/docs\.aws\.amazon\.com\//, id);
      assert.ok(!where || kind.attributes[where.attribute], id);
      assert.ok(text.length < 180, `too long for a hover: ${text}`);
    }
  }
});

test('what is given is about kinds that there are, once for a question, and has a page of AWS', () => {
  for (const [id, list] of Object.entries(givens)) {
    assert.ok(
      kinds.some((kind) => kind.id === id),
      id,
    );
    assert.deepEqual(
      list.map(({ question }) => question),
      [...new Set(list.map(({ question }) => question))],
      id,
    );
    for (const { source, text } of list) {
      assert.match(source, /^https:\/\/docs\.aws\.amazon\.com\//, id);
      assert.ok(text.length < 110, `too long for a line: ${text}`);
    }
  }
});

test('no kind of the services that the pages are about has nothing to tell', () => {
  const services = /^(sms|pinpoint|iam|sso|macie|iottwinmaker|cloudtrail)-/;
  const silent = kinds.filter(({ id }) => services.test(id) && !notes[id] && !givens[id]).map(({ id }) => id);
  assert.deepEqual(silent, ['cloudtrail-trail']);
});
