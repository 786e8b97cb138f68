import { roles, type StaffMember } from '../../core/staff';
import { Choices, Form, Select, TextField } from '../parts/form';
import { Table } from '../parts/table';
import { wording } from '../wording';
import { words } from './wording';

const State = ({ member }: { readonly member: StaffMember }) => {
  if (member.disabledAt !== undefined) return <span class="tag">{words.ended}</span>;
  return member.activatedAt === undefined ? (
    <span class="tag attention">{words.invited}</span>
  ) : (
    <span class="tag good">{words.active}</span>
  );
};

/** Everyone within reach. */
export const ListPage = ({ members }: { readonly members: readonly StaffMember[] }) => (
  <>
    <h1>{words.title}</h1>
    <div class="row">
      <a class="button" href="/console/staff/invite">
        {words.invite}
      </a>
    </div>
    <Table caption={words.title} head={[words.name, words.email, words.role, words.scope, words.state]}>
      {members.map((member) => (
        <tr>
          <th scope="row">
            <a href={`/console/staff/${member.id}`}>{member.name}</a>
          </th>
          <td>{member.email}</td>
          <td>{wording.roles[member.role]}</td>
          <td>{wording.scope(member.scope)}</td>
          <td>
            <State member={member} />
          </td>
        </tr>
      ))}
    </Table>
  </>
);

const Rights = (props: { readonly member?: StaffMember; readonly districts: readonly string[] }) => (
  <>
    <TextField name="name" label={words.name} value={props.member?.name} isNeeded />
    <Select
      name="role"
      label={words.role}
      value={props.member?.role ?? 'viewer'}
      options={roles.map((role) => ({ value: role, label: wording.roleHints[role] }))}
    />
    <Choices
      name="districts"
      legend={words.scope}
      hint={words.scopeHint}
      kind="checkbox"
      options={props.districts.map((name) => ({ value: name, label: name }))}
      chosen={props.member === undefined || props.member.scope === 'all' ? [] : props.member.scope}
    />
  </>
);

/** The form that invites somebody. */
export const InvitePage = ({ districts }: { readonly districts: readonly string[] }) => (
  <>
    <h1>{words.invite}</h1>
    <Form action="/console/staff/invite">
      <TextField name="email" label={words.email} type="email" isNeeded />
      <Rights districts={districts} />
      <button type="submit">{words.sendInvitation}</button>
    </Form>
  </>
);

/** The link, shown this once. */
export const LinkPage = ({ link, name }: { readonly link: string; readonly name: string }) => (
  <>
    <h1>{words.linkTitle}</h1>
    <p class="note">{words.linkLead(name)}</p>
    <p>
      <code class="token" id="link">
        {link}
      </code>
    </p>
    <p>
      <a href="/console/staff">{words.toList}</a>
    </p>
  </>
);

/** What one member may do, and the ways to change or end it. */
export const MemberPage = (props: {
  readonly member: StaffMember;
  readonly isSelf: boolean;
  readonly districts: readonly string[];
}) => {
  const { member, isSelf, districts } = props;
  const path = `/console/staff/${member.id}`;
  return (
    <>
      <h1>{member.name}</h1>
      <p>
        {member.email} <State member={member} />
      </p>
      {isSelf ? (
        <p class="note">{words.notYourself}</p>
      ) : (
        member.disabledAt === undefined && (
          <>
            <h2>{words.change}</h2>
            <Form action={path}>
              <Rights member={member} districts={districts} />
              <button type="submit">{wording.save}</button>
            </Form>
            <h2>{words.again}</h2>
            <p>{words.againHint}</p>
            <div class="row">
              <Form action={`${path}/invite-again`}>
                <button type="submit" class="second">
                  {words.again}
                </button>
              </Form>
              <Form action={`${path}/sign-out`}>
                <button type="submit" class="second">
                  {words.signOut}
                </button>
              </Form>
            </div>
            <h2>{words.disable}</h2>
            <p>{words.disableHint}</p>
            <Form action={`${path}/disable`}>
              <button type="submit" class="danger">
                {words.disable}
              </button>
            </Form>
          </>
        )
      )}
      <p>
        <a href="/console/staff">{words.toList}</a>
      </p>
    </>
  );
};
