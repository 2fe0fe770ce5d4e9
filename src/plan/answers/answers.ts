import { getCollection } from 'astro:content';
import type { CriteriaGroup } from '../../vocabulary/taxonomy.ts';
import { clausePlace } from '../components/short-mark.ts';
import { type AnswerFacts, answerTopics } from './answer-schema.ts';

/** All answers, as entries to render: by topic, then by their order in it. */
export async function allAnswers() {
  const place = (topic: AnswerFacts['topic']) => answerTopics.findIndex(({ id }) => id === topic);
  const entries = await getCollection('answers');
  return entries.sort(({ data: a }, { data: b }) => place(a.topic) - place(b.topic) || a.order - b.order);
}

/** The topics in order, each with its answers. */
export async function answersByTopic() {
  const entries = await allAnswers();
  return answerTopics.map((topic) => ({
    ...topic,
    answers: entries.filter(({ data }) => data.topic === topic.id),
  }));
}

/** The answers for a criteria group: first those of few groups, then those of all. */
export async function answersOf(group: CriteriaGroup['id']) {
  const own = (await allAnswers()).filter(({ data }) => data.groups.includes(group));
  return own.sort(({ data: a }, { data: b }) => a.groups.length - b.groups.length);
}

/** What an answer rests on, as links: “Mục V.2.9”, “Luật Thi đua, khen thưởng, Điều 5”. */
export function sourceLinks(source: AnswerFacts['source']): { name: string; href: string }[] {
  return source.map((one) =>
    'clause' in one ? { name: clausePlace(one.clause), href: `/ke-hoach/${one.clause}/` } : one,
  );
}
