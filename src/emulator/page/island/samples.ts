/** A photo of no one and nowhere: hills under a sun, so that a camera can be tried without a file. */
export const samplePhoto = async (): Promise<File> => {
  const canvas = new OffscreenCanvas(800, 600);
  const pen = canvas.getContext('2d');
  if (pen) {
    pen.fillStyle = '#a9c9de';
    pen.fillRect(0, 0, 800, 600);
    pen.fillStyle = '#fff1bf';
    pen.beginPath();
    pen.arc(620, 150, 70, 0, Math.PI * 2);
    pen.fill();
    pen.fillStyle = '#5d8d6c';
    pen.beginPath();
    pen.moveTo(0, 600);
    for (const [x, y] of [
      [0, 470],
      [240, 250],
      [430, 440],
      [560, 330],
      [800, 520],
      [800, 600],
    ] as const)
      pen.lineTo(x, y);
    pen.fill();
  }
  return new File([await canvas.convertToBlob({ type: 'image/jpeg' })], 'sample.jpg', {
    type: 'image/jpeg',
  });
};

const RATE = 8_000;
const SECONDS = 2;

/** Two seconds of a soft tone as a WAV file. */
export const sampleVoice = (): File => {
  const samples = RATE * SECONDS;
  const view = new DataView(new ArrayBuffer(44 + samples));
  const write = (at: number, text: string) => {
    for (const [index, sign] of [...text].entries()) view.setUint8(at + index, sign.charCodeAt(0));
  };
  write(0, 'RIFF');
  view.setUint32(4, 36 + samples, true);
  write(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, RATE, true);
  view.setUint32(28, RATE, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  write(36, 'data');
  view.setUint32(40, samples, true);
  for (let index = 0; index < samples; index += 1) {
    const fade = Math.min(1, index / 800, (samples - index) / 800);
    view.setUint8(44 + index, 128 + Math.round(Math.sin((index * 2 * Math.PI * 330) / RATE) * 40 * fade));
  }
  return new File([view], 'sample.wav', { type: 'audio/wav' });
};

/** How long a sound or film lasts in ms; undefined if the browser cannot tell. */
export const durationOf = (file: File): Promise<number | undefined> =>
  new Promise((resolve) => {
    const player = document.createElement(file.type.startsWith('audio/') ? 'audio' : 'video');
    const url = URL.createObjectURL(file);
    const done = (duration: number | undefined) => {
      URL.revokeObjectURL(url);
      resolve(duration);
    };
    player.preload = 'metadata';
    player.addEventListener('loadedmetadata', () =>
      done(Number.isFinite(player.duration) ? Math.round(player.duration * 1000) : undefined),
    );
    player.addEventListener('error', () => done(undefined));
    player.src = url;
  });
