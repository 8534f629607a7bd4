import { describe, expect, it } from 'vitest';
import type { Question } from '../../../src/answers/question.ts';
import { openConversations } from '../../../src/discord/stores/conversations.ts';

const asked: Question = { command: 'met', person: 'Hill' };

describe('what somebody asked last', () => {
  it('is known in that channel, to them alone, for ten minutes', () => {
    let now = 0;
    const conversations = openConversations(() => now);
    conversations.remember('1', 'a', asked);
    expect(conversations.last('1', 'a')).toEqual(asked);
    expect(conversations.last('1', 'b')).toBeNull();
    expect(conversations.last('2', 'a')).toBeNull();
    now = 10 * 60 * 1000;
    expect(conversations.last('1', 'a')).toBeNull();
  });

  it('is gone when they ask for what is kept to be erased', () => {
    const conversations = openConversations(() => 0);
    conversations.remember('1', 'a', asked);
    conversations.forgetPerson('1');
    expect(conversations.last('1', 'a')).toBeNull();
  });
});
