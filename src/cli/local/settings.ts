/** The names of the settings a worker is given, as the design lists them. */
const NAMES = [
  'LINE_CHANNEL_SECRET',
  'LINE_CHANNEL_ACCESS_TOKEN',
  'LINE_API_BASE_URL',
  'LINE_DATA_API_BASE_URL',
  'PUBLIC_BASE_URL',
  'FORM_LINK_SECRET',
  'CONSOLE_SECRET',
  'SECOND_READER_URL',
  'SECOND_READER_MODEL',
  'SECOND_READER_TOKEN',
] as const;

/** The settings that stand in an environment; what is missing is left to the worker's own check. */
export const settingsIn = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(NAMES.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
