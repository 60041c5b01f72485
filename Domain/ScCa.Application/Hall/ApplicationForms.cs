using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using ScCa.Application.Assistant;
using ScCa.Application.Execution;
using ScCa.Application.Inputs;
using ScCa.Application.Privacy;
using ScCa.Application.Texts;
using ScCa.Domain;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;
using ScCa.Domain.Seals;

namespace ScCa.Application.Hall;

/// <summary>Turns what was filled in, in the hall or at a window, into the command it asks for.</summary>
public sealed class ApplicationForms(
    CommandExecutor executor, PersonalData personal, SubjectStates subjects, KeyChallenges challenges, PolicyBook policies, TextCatalog texts, IClock clock)
{
    /// <param name="receivedBy">The clerk who takes it in; null where the applicant hands it in himself.</param>
    public async Task<Outcome<ApplyForCertificate>> New(ApplyForm form, StaffId? receivedBy, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(form);
        var parsed = new Parsed();
        var id = parsed.CommandId(form.CommandId);
        var platform = parsed.Choice(form.Platform, PlatformId.Parse, "platform");
        var role = parsed.Choice(form.Role, RoleId.Parse, "role");
        var policy = platform is null ? null : policies.InEffect(platform, Shanghai.DateOf(clock.GetCurrentInstant()));
        var kind = role is null ? null : policy?.Role(role);
        // What else is asked for depends on the role: of one that there is not, nothing else would be to the point.
        if (policy is not null && role is not null && kind is null)
            parsed.Refuse(Refuse.RoleNotOffered(role, policy.Name));
        var holder = HolderFields.Of(form, kind, parsed);
        var term = parsed.Term(form.TermYears);
        var applying = ApplyingFields.Of(form.HandlerName, form.Phone, form.Channel, form.HandledBy, form.Window, parsed);
        var address = parsed.PostalAddress(form.PostalAddress);
        var pictures = Pictures(form.SealPictures, parsed);
        var region = string.IsNullOrWhiteSpace(form.Region) ? null : parsed.Choice(form.Region, RegionId.Parse, "region");
        if (parsed.Fault is { } fault)
            return RefusalText.From(fault, texts);

        if (await Stopped(applying.Phone!, holder.IdNumber, cancellation).ConfigureAwait(false) is { } stopped)
            return RefusalText.From(stopped, texts);
        var by = await Applying(applying, receivedBy, cancellation).ConfigureAwait(false);
        SealedText? postTo = address is null
            ? null
            : await personal.Seal(by.Handler.Subject, SealedField.PostalAddress, address, cancellation).ConfigureAwait(false);
        return new ApplyForCertificate(
            id, NewCertificate(id), platform!, await Holder(holder, role!, cancellation).ConfigureAwait(false), by, postTo, term!, pictures, clock.GetCurrentInstant())
        {
            Region = region,
        };
    }

    public async Task<Outcome<OperationCommand>> Operation(OperationForm form, StaffId? receivedBy, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(form);
        var parsed = new Parsed();
        var id = parsed.CommandId(form.CommandId);
        var certificate = parsed.CertificateId(form.Certificate);
        var operation = parsed.Named<Operation>(form.Operation, "operation");
        var term = parsed.Term(form.TermYears);
        var applying = ApplyingFields.Of(form.HandlerName, form.Phone, form.Channel, form.HandledBy, form.Window, parsed);
        var pictures = Pictures(form.SealPictures, parsed);
        var loss = operation == Domain.Platforms.Operation.Reissue ? parsed.Named<KeyLoss>(form.Loss, "loss") : default;
        var wish = operation == Domain.Platforms.Operation.Revoke ? parsed.Named<RevocationWish>(form.Wish, "wish") : default;
        if (operation == Domain.Platforms.Operation.New)
            parsed.Refuse(RefuseInput.ChoiceUnknown("operation"));
        if (parsed.Fault is { } fault)
            return RefusalText.From(fault, texts);

        KeyProof? proof = null;
        if (form.Challenge is { } challenge)
        {
            proof = await challenges.Prove(certificate, KeyChallenges.PurposeOf(operation), challenge, form.Signature, cancellation).ConfigureAwait(false);
            if (proof is null)
                return RefusalText.From(RefuseInput.ChallengeExpired(), texts);
        }

        if ((await Stopped(applying.Phone!, null, cancellation).ConfigureAwait(false) ?? await HolderStopped(certificate, cancellation).ConfigureAwait(false)) is { } stopped)
            return RefusalText.From(stopped, texts);
        var by = await Applying(applying, receivedBy, cancellation).ConfigureAwait(false);
        var now = clock.GetCurrentInstant();
        return operation switch
        {
            Domain.Platforms.Operation.Renew => new RenewCertificate(id, certificate, by, term!, proof, now),
            Domain.Platforms.Operation.Change => await Change(form, id, certificate, by, proof, now, cancellation).ConfigureAwait(false),
            Domain.Platforms.Operation.Reissue => new ReissueCertificate(id, certificate, by, loss, proof, now),
            Domain.Platforms.Operation.Revoke => new RevokeCertificate(id, certificate, by, wish, proof, now),
            Domain.Platforms.Operation.Unlock => new UnlockCertificate(id, certificate, by, proof, now),
            Domain.Platforms.Operation.SealApply => new ApplyForSeals(id, certificate, by, pictures, proof, now),
            Domain.Platforms.Operation.SealUpgrade => new UpgradeSeals(id, certificate, by, proof, now),
            Domain.Platforms.Operation.SealRenew => new RenewSeals(id, certificate, by, proof, now),
            Domain.Platforms.Operation.EContractEnable => new EnableEContract(id, certificate, by, proof, now),
            _ => throw new InvalidOperationException($"{operation} has no form."),
        };
    }

    /// <summary>The handler of these facts, sealed.</summary>
    internal async Task<Handler> Handler(Phone phone, string name, CancellationToken cancellation)
    {
        var subject = personal.SubjectOf(phone);
        return new Handler(
            subject,
            await personal.Seal(subject, SealedField.HandlerName, name, cancellation).ConfigureAwait(false),
            await personal.Seal(subject, SealedField.HandlerPhone, phone.Digits, cancellation).ConfigureAwait(false),
            personal.IndexOf(phone));
    }

    // Made from the command's id, so that a form sent twice meets its own first application.
    internal static CertificateId NewCertificate(CommandId command) =>
        new("c-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"certificate|{command.Value}")))[..24]);

    private async Task<Outcome<OperationCommand>> Change(
        OperationForm form, CommandId id, CertificateId certificate, Applying by, KeyProof? proof, Instant now, CancellationToken cancellation)
    {
        if (await executor.State<Certificate>(certificate.Value, cancellation).ConfigureAwait(false) is not KnownCertificate { Holder: var present })
            return RefusalText.From(Refuse.CertificateUnknown(), texts);
        var parsed = new Parsed();
        var unitName = form.HolderName is null ? null : parsed.HolderName(form.HolderName);
        var code = form.CreditCode is null ? null : parsed.CreditCode(form.CreditCode);
        var personName = form.PersonName is null ? null : parsed.PersonName(form.PersonName);
        if (parsed.Fault is { } fault)
            return RefusalText.From(fault, texts);
        var unit = present.Unit is { } u && (unitName ?? u.Name) is var name ? new UnitName(name, personal.IndexOfName(name.Value), code ?? u.CreditCode) : null;
        var person = present.NaturalPerson is { } p && personName is not null
            ? p with
            {
                Name = await personal.Seal(p.Subject, SealedField.HolderName, personName, cancellation).ConfigureAwait(false),
                NameIndex = personal.IndexOfName(personName),
            }
            : present.NaturalPerson;
        Holder changed = present switch
        {
            UnitHolder h => h with { Self = unit! },
            IndividualHolder h => h with { Person = person!, Employer = unit },
            ExpertHolder h => h with { Person = person! },
            _ => throw new InvalidOperationException("A holder of no known kind."),
        };
        return new ChangeCertificate(id, certificate, by, changed, proof, now);
    }

    private async Task<Holder> Holder(HolderFields fields, RoleId role, CancellationToken cancellation)
    {
        var unit = fields.UnitName is { } name ? new UnitName(name, personal.IndexOfName(name.Value), fields.CreditCode!) : null;
        if (fields.PersonName is not { } personName)
            return new UnitHolder(unit!, role);
        var subject = personal.SubjectOfIdNumber(fields.IdNumber!);
        var person = new Person(
            subject,
            await personal.Seal(subject, SealedField.HolderName, personName, cancellation).ConfigureAwait(false),
            personal.IndexOfName(personName),
            await personal.Seal(subject, SealedField.HolderIdNumber, fields.IdNumber!, cancellation).ConfigureAwait(false),
            personal.IndexOfIdNumber(fields.IdNumber!));
        return fields.Kind == HolderKind.Expert ? new ExpertHolder(person, role) : new IndividualHolder(person, unit, role);
    }

    private async Task<Applying> Applying(ApplyingFields fields, StaffId? receivedBy, CancellationToken cancellation) => new(
        await Handler(fields.Phone!, fields.HandlerName, cancellation).ConfigureAwait(false), fields.HandledBy, fields.Channel, fields.Window, receivedBy);

    // A10: whoever asked for erasure is not processed any more, and whoever was erased cannot be.
    private async Task<Refusal?> Stopped(Phone phone, string? idNumber, CancellationToken cancellation) =>
        await subjects.WhyNotProcessed(personal.SubjectOf(phone), cancellation).ConfigureAwait(false)
        ?? (idNumber is null ? null : await subjects.WhyNotProcessed(personal.SubjectOfIdNumber(idNumber), cancellation).ConfigureAwait(false));

    // The same holds for the person whom the certificate names, whoever handles it for him.
    private async Task<Refusal?> HolderStopped(CertificateId certificate, CancellationToken cancellation) =>
        await executor.State<Certificate>(certificate.Value, cancellation).ConfigureAwait(false) is KnownCertificate { Holder.NaturalPerson: { } person }
            ? await subjects.WhyNotProcessed(person.Subject, cancellation).ConfigureAwait(false)
            : null;

    private static ImmutableArray<Digest> Pictures(ImmutableArray<string> digests, Parsed parsed) =>
        [.. digests.Select(d => parsed.Choice(d, Digest.Parse, "sealPicture")).OfType<Digest>()];
}
