using System.Reflection;
using ScCa.Domain.Refusals;
using ScCa.Domain.Tests.Authorities;
using ScCa.Domain.Tests.Seals;
using ScCa.Domain.Tests.Units;
using ScCa.Testing;
using Xunit;

namespace ScCa.Domain.Tests;

public sealed class OutcomeTableTests
{
    private static readonly HashSet<string> Named =
    [
        .. OutcomeTables.Certificates.Named, .. OutcomeTables.Steps.Named, .. OutcomeTables.Operations.Named, .. OutcomeTables.Transfers.Named,
        .. OutcomeTables.Messages.Named, .. OutcomeTables.Staff.Named, .. UnitOutcomes.Table.Named, .. OutcomeTables.Batches.Named,
        .. OutcomeTables.Subjects.Named, .. SealFileLives.Table.Named, .. RevocationListLives.Table.Named,
    ];

    // Why no command comes to it.
    private static readonly Dictionary<string, string> GivenElsewhere = new()
    {
        [nameof(Refuse.AnotherKeyWasIssued)] = "C5: whether a repeated pull asks for the same key takes cryptography, so the application answers it.",
        [nameof(Refuse.SubjectUnknown)] = "A10: whether anything is kept of a person stands in other streams, so the desk answers it.",
        [nameof(Refuse.ProcessingStopped)] = "A10: whoever takes data in asks the subject's state and answers with it.",
        [nameof(Refuse.SubjectRecordsBehind)] = "A10: whether the view of certificates is current is the desk's to know.",
        [nameof(Refuse.BatchOutsidePromise)] = "D1: for when a parcel is promised stands in its certificate's stream, so the desk answers it.",
    };

    [Fact]
    public void Every_command_comes_to_what_was_agreed_in_every_state_of_a_certificate() =>
        Golden.Matches("certificate-life", OutcomeTables.Certificates.Text);

    [Fact]
    public void Every_command_comes_to_what_was_agreed_in_every_state_of_papers_proofs_visits_parcels_and_invoices() =>
        Golden.Matches("certificate-steps", OutcomeTables.Steps.Text);

    [Fact]
    public void Every_command_comes_to_what_was_agreed_in_every_state_of_the_operations() => Golden.Matches("certificate-operations", OutcomeTables.Operations.Text);

    [Fact]
    public void Every_command_comes_to_what_was_agreed_in_every_state_of_a_transfer() => Golden.Matches("transfer", OutcomeTables.Transfers.Text);

    [Fact]
    public void Every_command_comes_to_what_was_agreed_in_every_state_of_a_message() => Golden.Matches("message", OutcomeTables.Messages.Text);

    [Fact]
    public void Every_command_comes_to_what_was_agreed_in_every_state_of_the_staff_directory() => Golden.Matches("staff", OutcomeTables.Staff.Text);

    [Fact]
    public void Every_command_comes_to_what_was_agreed_in_every_state_of_a_unit() => Golden.Matches("unit", UnitOutcomes.Table.Text);

    [Fact]
    public void Every_command_comes_to_what_was_agreed_in_every_state_of_a_batch() => Golden.Matches("batch", OutcomeTables.Batches.Text);

    [Fact]
    public void Every_command_comes_to_what_was_agreed_in_every_state_of_a_subject() => Golden.Matches("subject", OutcomeTables.Subjects.Text);

    [Fact]
    public void Every_command_comes_to_what_was_agreed_in_every_state_of_a_seals_file() => Golden.Matches("seal", SealFileLives.Table.Text);

    [Fact]
    public void Every_command_comes_to_what_was_agreed_in_every_state_of_a_series_of_revocation_lists() => Golden.Matches("revocation-lists", RevocationListLives.Table.Text);

    [Fact]
    public void The_folder_holds_these_tables_and_nothing_else() =>
        Golden.HoldsExactly(["certificate-life", "certificate-steps", "certificate-operations", "transfer", "message", "staff", "unit", "batch", "subject", "seal", "revocation-lists"]);

    [Fact]
    public void Every_command_of_the_domain_stands_in_a_table() => Assert.Empty(Concrete(typeof(Command<>)).Except(Named));

    [Fact]
    public void Every_event_of_the_domain_comes_of_a_command_in_a_table() => Assert.Empty(Concrete(typeof(Event<>)).Except(Named));

    [Fact]
    public void Every_refusal_is_given_in_a_table_or_known_to_be_given_elsewhere()
    {
        var refusals = typeof(Refuse).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(m => m.ReturnType == typeof(Refusal)).Select(m => m.Name);

        Assert.Equal(GivenElsewhere.Keys.Order(StringComparer.Ordinal), refusals.Except(Named).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_domain_does_have_commands_and_events_of_all_kinds()
    {
        Assert.Superset(
            Set("RenewCertificate", "PostKey", "ClaimTransfer", "RecordFailure", "GrantStaffRole", "BindCertificate", "CloseBatch", "EraseSubject"), Set([.. Concrete(typeof(Command<>))]));
        Assert.Superset(
            Set("UpdateGranted", "KeyPosted", "TransferCounted", "MessageGivenUp", "StaffRoleConfirmed", "CertificateBound", "ParcelPosted", "SubjectErased"), Set([.. Concrete(typeof(Event<>))]));
    }

    private static HashSet<string> Set(params string[] names) => [.. names];

    private static IEnumerable<string> Concrete(Type generic) =>
        typeof(Refuse).Assembly.GetTypes().Where(t => !t.IsAbstract && Ancestors(t).Contains(generic)).Select(t => t.Name);

    private static IEnumerable<Type> Ancestors(Type type)
    {
        for (var t = type.BaseType; t is not null; t = t.BaseType)
            yield return t.IsGenericType ? t.GetGenericTypeDefinition() : t;
    }
}
