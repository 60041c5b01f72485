using System.Globalization;
using System.Text;
using NodaTime;
using ScCa.Application;
using ScCa.Application.Execution;
using ScCa.Application.Hall;
using ScCa.Application.Intake;
using ScCa.Application.Ports;
using ScCa.Application.Privacy;
using ScCa.Application.Texts;
using ScCa.Domain;
using ScCa.Domain.Certificates;
using ScCa.Domain.Refusals;
using ScCa.Gateways.Courier;
using ScCa.Gateways.Invoices;

namespace ScCa.Composition.StandIns;

/// <summary>The partners outside, each through the protocol and the intake that the real one uses: what is told here is signed, read, verified and then decided.</summary>
internal sealed class DemoPartners(
    ICommands commands, CommandExecutor executor, ScanToPay scans, RealPersonSteps checks, PaperUploads papers, UnitHall units, DemoTill till, LocalInvoices invoices,
    InvoiceIntake invoiceIntake, LocalCourier courier, ParcelIntake parcels, PersonalData personal, TextCatalog texts, IClock clock) : IDemoPartners
{
    private const string Assistant = "demo-assistant";

    // Nobody has this name or this number.
    private const string Representative = "法演示";
    private const string ResidentId = "510100190001010012";

    private static readonly Uri ReturnTo = new("https://stand-in.invalid/back");

    /// <summary>The applicant asks for the code, and somebody scans it and pays; who that was WeChat does not tell.</summary>
    public async Task<Outcome<DemoDone>> PayByWeChat(string certificate, int application, string payerName, string amount, CancellationToken cancellation)
    {
        var phone = await Phone(certificate, cancellation).ConfigureAwait(false);
        var code = await scans.Code(certificate, application, phone, cancellation).ConfigureAwait(false);
        if (code.IsRefused)
            return code.Refusal;
        var number = Number(certificate, application);
        var order = till.Orders.Last(o => o.Number == number || o.Number.StartsWith($"{number}-", StringComparison.Ordinal));
        return await till.Pay(order.Number, cancellation).ConfigureAwait(false) ? new DemoDone(0) : throw Unheard("WeChat");
    }

    /// <summary>The legal representative goes to the examiner, who finds him to be himself.</summary>
    public async Task<Outcome<DemoDone>> VerifyRealPerson(string certificate, int application, CancellationToken cancellation)
    {
        var phone = await Phone(certificate, cancellation).ConfigureAwait(false);
        var begun = await checks.Begin(certificate, application, phone, Representative, ResidentId, ReturnTo, cancellation).ConfigureAwait(false);
        if (begun.IsRefused)
            return begun.Refusal;
        var check = (await till.Checks(cancellation).ConfigureAwait(false)).Last(c => c.StartsWith($"{Number(certificate, application)}_", StringComparison.Ordinal));
        return await till.Decide(check, passes: true, cancellation).ConfigureAwait(false) ? new DemoDone(0) : throw Unheard("real-person");
    }

    /// <summary>A scan that is made up from the paper's name; uploaded again, it is another.</summary>
    public async Task<Outcome<DemoDone>> Upload(string certificate, int application, string material, CancellationToken cancellation)
    {
        var state = await executor.State<Certificate>(certificate, cancellation).ConfigureAwait(false);
        var before = state.Open?.Materials.FirstOrDefault(m => m.Id.Value == material)?.Digest.Value;
        var paper = $"{Number(certificate, application)}.{material}.{before?[..8]}";
        var given = await papers.Provide(
            $"demo-upload:{paper}", certificate, application, material, await Phone(certificate, cancellation).ConfigureAwait(false),
            Encoding.UTF8.GetBytes($"%PDF-1.4\n% {paper}\n%%EOF\n"), cancellation).ConfigureAwait(false);
        return given.IsRefused ? given.Refusal : new DemoDone(given.Value.Position);
    }

    /// <summary>The unit says that it has applied for its role account and completed the user base settings (D2).</summary>
    public async Task<Outcome<DemoDone>> ApplyForRoleAccount(string certificate, CancellationToken cancellation)
    {
        if (await executor.State<Certificate>(certificate, cancellation).ConfigureAwait(false) is not KnownCertificate { Holder.Unit: { } unit } known)
            return RefusalText.From(Refuse.CertificateUnknown(), texts);
        var phone = await Phone(certificate, cancellation).ConfigureAwait(false);
        var (code, platform) = (unit.CreditCode.Value, known.Platform.Value);
        var applied = await units.ApplyForRoleAccount($"demo-unit:{certificate}:apply", code, platform, phone, cancellation).ConfigureAwait(false);
        if (applied.IsRefused)
            return applied.Refusal;
        var completed = await units.CompleteUserBaseSettings($"demo-unit:{certificate}:settings", code, platform, phone, cancellation).ConfigureAwait(false);
        return completed.IsRefused ? completed.Refusal : new DemoDone(completed.Value.Position);
    }

    /// <summary>The e-invoice platform issues what was asked for, or fails it, and tells of it; false where its callback counts for nothing.</summary>
    /// <param name="reversal">Which attempt to take the invoice back; null for the invoice itself.</param>
    public async Task<bool> DecideInvoice(string certificate, int application, int? reversal, string? failureCode, CancellationToken cancellation)
    {
        var number = reversal is { } attempt ? string.Create(CultureInfo.InvariantCulture, $"{Number(certificate, application)}r{attempt}") : Number(certificate, application);
        var (headers, body) = await invoices.Decide(number, failureCode, cancellation).ConfigureAwait(false);
        return await invoiceIntake.Callback(headers, body, cancellation).ConfigureAwait(false) is null;
    }

    /// <summary>The courier tells what has happened to a parcel; false where his push counts for nothing.</summary>
    public async Task<bool> TellOfParcel(string trackingNumber, TrackingCode code, ParcelSigner? signer, CancellationToken cancellation)
    {
        var (headers, body) = courier.Tell(trackingNumber, code, signer);
        return await parcels.Push(headers, body, cancellation).ConfigureAwait(false) is null;
    }

    public async Task<Outcome<DemoDone>> ResetPin(string certificate, CancellationToken cancellation)
    {
        if (await executor.State<Certificate>(certificate, cancellation).ConfigureAwait(false) is not IssuedCertificate issued)
            return RefusalText.From(Refuse.NothingToUnlock(), texts);
        var reset = new CompleteUnlock(
            new CommandId($"{Assistant}:{certificate}.{issued.UnlockGrant?.Application}"), issued.Id, issued.Current.Serial, clock.GetCurrentInstant());
        return await commands.Execute(reset, CommandContext.System(Assistant), cancellation).ConfigureAwait(false) switch
        {
            Answer<Certificate>.Accepted accepted => new DemoDone(accepted.Position),
            Answer<Certificate>.Refused(var refusal) => RefusalText.From(refusal, texts),
            _ => throw new InvalidOperationException("An answer of no known kind."),
        };
    }

    // Who plays the applicant has to give his phone, as he would.
    private async Task<string> Phone(string certificate, CancellationToken cancellation) =>
        await executor.State<Certificate>(certificate, cancellation).ConfigureAwait(false) is KnownCertificate known
            && await personal.OpenPhone(known.Handler, cancellation).ConfigureAwait(false) is { } phone
            ? phone
            : "";

    private static InvalidOperationException Unheard(string partner) => new($"A notice of the stand-in for {partner} was not heard.");

    private static string Number(string certificate, int application) => string.Create(CultureInfo.InvariantCulture, $"{certificate}_{application}");
}
