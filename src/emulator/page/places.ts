import { z } from 'zod';

/** A spot that the location sender offers; the emulator knows no city, so whoever starts it hands the list in. */
export const place = z.object({
  name: z.string().min(1),
  kind: z.enum(['town', 'station', 'other']).default('other'),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  address: z.string().optional(),
});
export type Place = z.infer<typeof place>;

/** The file behind `--places`. */
export const places = z.array(place).max(5_000);
