import type { AudienceRule, OneRule } from '../../../core/notice';
import { coursesWithin } from '../../../store/lessons/staff-lessons';
import { placesWithin } from '../../../store/staff-places';
import type { Problem, Typed } from '../../form';
import type { Visit } from '../../visit';
import type { EventOfNotice } from './draft';
import { writeWords } from './wording';

/** What a form says about who a notice is for. */
export interface AudienceFields {
  readonly audience: string;
  readonly districts: readonly string[];
  readonly alsoCourse: string | undefined;
  readonly nearMetres: string | undefined;
  readonly nearPlace: string | undefined;
  readonly correctionOf: string | undefined;
}

/** A rule, and how its approver will read it. */
export interface NamedRule {
  readonly rule: AudienceRule;
  readonly inWords: string;
}

/** One of the rules that must all hold. */
interface NamedPart {
  readonly rule: OneRule;
  readonly inWords: string;
}

const isProblem = (read: Problem | object): read is Problem => 'field' in read;

const named = (rule: OneRule, name = ''): NamedPart => ({ rule, inWords: writeWords.ruleWords(rule, name) });

const mainRule = (fields: AudienceFields, { lesson, place }: EventOfNotice): NamedPart | Problem => {
  const { audience, districts, correctionOf } = fields;
  if (audience === 'everyone' || audience === 'testers') return named({ type: audience });
  if (audience === 'districts') {
    if (districts.length === 0) return { field: 'districts', message: writeWords.districtsMissing };
    return named({ type: 'districts', districts: [...districts] });
  }
  if (audience === 'correction' && correctionOf !== undefined) {
    return named({ type: 'reached-by', notice: correctionOf });
  }
  if (lesson !== undefined && (audience === 'lesson' || audience === 'lesson-waiting')) {
    const rule = { type: 'lesson', lesson: lesson.id, withWaiting: audience === 'lesson-waiting' } as const;
    return named(rule, lesson.courseName);
  }
  if (lesson !== undefined && audience === 'course') {
    return named({ type: 'course', course: lesson.courseId }, lesson.courseName);
  }
  if (place !== undefined && audience === 'place')
    return named({ type: 'place', place: place.id }, place.name);
  const metres = Number(/^near-(500|1000|2000)$/.exec(audience)?.[1]);
  if (place?.at !== undefined && metres > 0) {
    return named({ type: 'near', place: place.id, ...place.at, metres }, place.name);
  }
  return { field: 'audience', message: writeWords.audienceMissing };
};

/** The place of this very name within reach, with its position; a name that several places have is none. */
const nearRule = async (visit: Visit, name: string, metres: number): Promise<NamedPart | Problem> => {
  const query = { words: name, status: 'active' };
  const found = await placesWithin(visit.deps.db, visit.staff.scope, query, { offset: 0, limit: 50 });
  const [only, ...more] = found.places.filter(({ place }) => place.name === name);
  if (only?.place.at === undefined || more.length > 0) {
    return { field: 'nearPlace', message: writeWords.nearPlaceUnknown };
  }
  return named({ type: 'near', place: only.place.id, ...only.place.at, metres }, only.place.name);
};

const courseRule = async (visit: Visit, id: string): Promise<NamedPart | Problem> => {
  const courses = await coursesWithin(visit.deps.db, visit.staff.scope);
  const course = courses.find((one) => one.id === id);
  if (!course) return { field: 'alsoCourse', message: writeWords.courseUnknown };
  return named({ type: 'course', course: id }, course.name);
};

/** What narrows the audience beyond its first rule. */
const narrowing = async (visit: Visit, fields: AudienceFields): Promise<readonly (NamedPart | Problem)[]> => {
  const { audience, districts, alsoCourse, nearMetres, nearPlace } = fields;
  const metres = Object.keys(writeWords.metres).find((one) => one === nearMetres);
  return [
    ...(audience === 'districts' || districts.length === 0
      ? []
      : [named({ type: 'districts', districts: [...districts] })]),
    ...(alsoCourse === undefined ? [] : [await courseRule(visit, alsoCourse)]),
    ...(metres === undefined && nearPlace === undefined
      ? []
      : [await nearRule(visit, nearPlace ?? '', Number(metres ?? 1000))]),
  ];
};

/** Reads who a notice is for: one rule, or several that must all hold; or says what must be put right. */
export const audienceIn = async (
  visit: Visit,
  fields: AudienceFields,
  event: EventOfNotice,
): Promise<NamedRule | Problem> => {
  const main = mainRule(fields, event);
  if (isProblem(main)) return main;
  const more = await narrowing(visit, fields);
  const problem = more.find(isProblem);
  if (problem) return problem;
  const parts = [main, ...more.flatMap((one) => (isProblem(one) ? [] : [one]))];
  if (parts.length === 1) return main;
  if (main.rule.type === 'testers' || main.rule.type === 'reached-by') {
    return { field: 'audience', message: writeWords.notWithThis };
  }
  return {
    rule: { type: 'all-of', rules: parts.map(({ rule }) => rule) },
    inWords: writeWords.allWords(parts.map(({ inWords }) => inWords)),
  };
};

const choiceOf = (rule: OneRule): string => {
  switch (rule.type) {
    case 'near':
      return `near-${rule.metres}`;
    case 'lesson':
      return rule.withWaiting || rule.thenWaiting ? 'lesson-waiting' : 'lesson';
    case 'reached-by':
      return 'correction';
    default:
      return rule.type;
  }
};

/** A stored rule as the fields of the form. `nameOf` gives the name of the place that is a centre. */
export const typedOfRule = (rule: AudienceRule, nameOf: (place: string) => string): Typed => {
  const [main, ...more] = rule.type === 'all-of' ? rule.rules : [rule];
  if (!main) return {};
  const districts = [main, ...more].find((one) => one.type === 'districts');
  const course = more.find((one) => one.type === 'course');
  const near = more.find((one) => one.type === 'near');
  return {
    audience: choiceOf(main),
    districts: districts?.districts ?? [],
    alsoCourse: course?.course ?? '',
    nearMetres: near === undefined ? '' : String(near.metres),
    nearPlace: near?.place === undefined ? '' : nameOf(near.place),
  };
};
