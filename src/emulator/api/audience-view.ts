import { AUDIENCE_LIFE, type Audience, type AudienceJob } from '../state/audiences';

const seconds = (at: number): number => Math.floor(at / 1000);

/** An audience as the call that made it is answered. */
export const newAudienceView = (audience: Audience): object => ({
  audienceGroupId: audience.id,
  createRoute: 'MESSAGING_API',
  type: audience.type,
  description: audience.description,
  created: seconds(audience.at),
  permission: 'READ_WRITE',
  expireTimestamp: seconds(audience.at + AUDIENCE_LIFE),
  isIfaAudience: false,
  ...(audience.requestId === undefined ? {} : { requestId: audience.requestId }),
});

/** An audience as it is told of later. */
export const audienceView = (audience: Audience, now: number): object => ({
  ...newAudienceView(audience),
  status: now - audience.at > AUDIENCE_LIFE ? 'EXPIRED' : audience.status,
  audienceCount: audience.ids.size,
});

/** One upload into an audience. */
export const jobView = (audience: Audience, job: AudienceJob): object => ({
  audienceGroupJobId: job.id,
  audienceGroupId: audience.id,
  description: job.description,
  type: 'DIFF_ADD',
  jobStatus: job.status,
  audienceCount: job.count,
  created: seconds(job.at),
});
