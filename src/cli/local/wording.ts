/** Words that the emulator is given at `npm start`, because it knows neither the city nor the bot. */
export const wording = {
  account: 'つどい',
  station: (name: string) => `${name}駅`,
} as const;
