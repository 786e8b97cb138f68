/** What stands around the words for activities, as it sounds. */
export const kindWords = {
  /** After a word: she does not mean it. */
  notAfter:
    /^(?:の(?:ほう)?)?(?:じやなく|ではなく|じやない|でなく|いがい|は(?:もう)?いい(?:から|ので)|はやめ|より)/u,
  /** After a word: it is what another is done for. */
  purpose: /^(?:のため)?に(?!は|も|い[くけきつ]|かよ|さんか|はい|で[たる]|きよう)/u,
  /** A short word in kana is one only between these. */
  before: /(?:^|[はのがをにでともやねらか])$/u,
  after: /^(?:を|が|の|で|も|は|と|に|や|う|い(?:た|ま)|だ|す|な|お|か|あ|ち|っ|つ|さ|$)/u,
  /** A word in kana that is only the end of a question. */
  notWord: /^(?:[でま]しようか.?|.?しようが.?|.?かどうか|.?はいく[らつよのけとわね])$/u,
  /** After the words for what one does. */
  doing:
    /^(?:が|を|の)?(?:でき|やつて|やれ|したい|する(?:とこ|ば)|やる|やりた|の(?:かい|あつまり|ばしよ|きようしつ))/u,
  consonants: [
    'あいうえおやゆよわん',
    'かきくけこ',
    'がぎぐげご',
    'さしすせそ',
    'ざじずぜぞ',
    'たちつてと',
    'だでど',
    'なにぬねの',
    'はひふへほ',
    'ばびぶべぼ',
    'まみむめも',
    'らりるれろ',
    'ぱぴぷぺぽ',
  ],
} as const;
