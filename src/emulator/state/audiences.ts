/** One upload into an audience. */
export interface AudienceJob {
  readonly id: number;
  readonly description: string;
  readonly count: number;
  readonly at: number;
  status: 'QUEUED' | 'WORKING' | 'FINISHED' | 'FAILED';
}

/** A group of people to narrowcast to. */
export interface Audience {
  readonly id: number;
  readonly type: 'UPLOAD' | 'CLICK' | 'IMP';
  description: string;
  readonly requestId?: string;
  readonly at: number;
  status: 'IN_PROGRESS' | 'READY' | 'FAILED' | 'EXPIRED';
  readonly ids: Set<string>;
  readonly jobs: AudienceJob[];
}

/** How long an audience is kept, ms. */
export const AUDIENCE_LIFE = 180 * 24 * 3_600_000;

/** How many audiences a channel may have. */
export const AUDIENCES = 1_000;

/** How many uploads into one audience may be under way at once. */
export const AUDIENCE_JOBS = 10;

/** Audiences and the uploads into them. */
export class Audiences {
  readonly all = new Map<number, Audience>();
  lastId = 4_000_000_000_000;

  add(audience: Omit<Audience, 'id' | 'jobs' | 'status'>): Audience {
    this.lastId += 1;
    const added: Audience = { ...audience, id: this.lastId, jobs: [], status: 'IN_PROGRESS' };
    this.all.set(added.id, added);
    return added;
  }

  /** Adds an upload; it is finished by {@link finish}. */
  addJob(audience: Audience, description: string, count: number, at: number): AudienceJob {
    this.lastId += 1;
    const job: AudienceJob = { id: this.lastId, description, count, at, status: 'QUEUED' };
    audience.jobs.push(job);
    return job;
  }

  /** Uploads are done; an audience of nobody is never ready. */
  finish(id: number): void {
    const audience = this.all.get(id);
    if (!audience) return;
    for (const job of audience.jobs) job.status = 'FINISHED';
    if (audience.ids.size > 0) audience.status = 'READY';
  }
}
