import { type ImportPlan, importCounts, outcomeDetails, outcomeNames } from '../../core/import';
import { useFrame } from '../frame';
import { Form, TextField } from '../parts/form';
import { Table } from '../parts/table';
import { words } from './wording';

const tones = { added: 'good', changed: 'attention', unchanged: '', refused: 'wrong' } as const;

const FileField = () => {
  const problem = useFrame().problems.find(({ field }) => field === 'file')?.message;
  return (
    <div class={problem ? 'field wrong' : 'field'}>
      <label for="file">{words.importFile}</label>
      {problem && <p class="problem">{problem}</p>}
      <input type="file" id="file" name="file" accept=".csv,.tsv,.txt,.geojson,.json,.ics" />
    </div>
  );
};

/** Choosing a file, and, once one was read, what it would change, row by row. */
export const ImportPage = (props: {
  readonly set: string;
  readonly plan?: ImportPlan;
  readonly digest?: string;
}) => (
  <>
    <h1>{words.importTitle}</h1>
    <p>{words.importLead}</p>
    {props.plan ? (
      <Planned plan={props.plan} set={props.set} digest={props.digest ?? ''} />
    ) : (
      <Form action="/console/places/import" hasFile>
        <FileField />
        <TextField
          name="set"
          label={words.importSet}
          hint={words.importSetHint}
          value={props.set}
          size="middle"
        />
        <button type="submit">{words.importLook}</button>
      </Form>
    )}
  </>
);

const Planned = (props: { readonly plan: ImportPlan; readonly set: string; readonly digest: string }) => {
  const { plan } = props;
  const { added, changed, unchanged, refused, missing } = importCounts(plan);
  return (
    <>
      <p class="note" id="sum">
        {words.importSum(added, changed, unchanged, refused, missing)}
      </p>
      <Table
        caption={words.importDetails}
        head={[words.importLine, words.importOutcome, words.name, words.importDetails]}
      >
        {plan.outcomes.map((outcome) => (
          <tr>
            <td class="number">{outcome.line}</td>
            <td>
              <span class={`tag ${tones[outcome.kind]}`}>{outcomeNames[outcome.kind]}</span>
            </td>
            <th scope="row">{outcome.name}</th>
            <td>
              <ul>
                {outcomeDetails(outcome).map((detail) => (
                  <li>{detail}</li>
                ))}
              </ul>
            </td>
          </tr>
        ))}
      </Table>
      {added + changed > 0 ? (
        <Form action="/console/places/import/apply" hasFile>
          <p>{words.importAgain}</p>
          <input type="hidden" name="set" value={props.set} />
          <input type="hidden" name="digest" value={props.digest} />
          <input type="hidden" name="revision" value={String(plan.revision)} />
          <FileField />
          <button type="submit">{words.importApply}</button>
        </Form>
      ) : (
        <p>{words.importNothing}</p>
      )}
    </>
  );
};
