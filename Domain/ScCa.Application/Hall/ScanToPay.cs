using System.Globalization;
using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Inputs;
using ScCa.Application.Intake;
using ScCa.Application.Ports;
using ScCa.Application.Privacy;
using ScCa.Application.Texts;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Application.Hall;

/// <summary>The code to scan, and what it asks for.</summary>
public sealed record ScanCode(string Address, string Amount, Instant ExpiresAt);

/// <summary>Payment by scanning a code (P4): places the order, and looks for its payment whenever the applicant does.</summary>
public sealed class ScanToPay(
    ScanIntake intake, CommandExecutor executor, PersonalData personal, TextCatalog texts, IClock clock, IWeChatPayments? weChat = null)
{
    // WeChat's own default for a code.
    private static readonly Duration CodeLifetime = Duration.FromHours(2);

    /// <summary>The code for what is still missing; asked for again, it is the same order.</summary>
    public async Task<Outcome<ScanCode>> Code(string certificate, int application, string phone, CancellationToken cancellation)
    {
        var (open, refusal) = await Awaiting(certificate, application, phone, cancellation).ConfigureAwait(false);
        if (open is null)
            return RefusalText.From(refusal!, texts);
        var expires = clock.GetCurrentInstant() + CodeLifetime;
        var order = new WeChatOrder(
            ScanOrders.Number(certificate, application), texts[Language.ZhCn, "scan.description"], open.Missing.Fen, expires);
        if (weChat is null)
            return RefusalText.From(RefuseInput.ScanNotPossible("not-configured"), texts);
        var placed = await weChat.Place(order, cancellation).ConfigureAwait(false);
        return placed.Value is { } address
            ? new ScanCode(address, open.Missing.Value, expires)
            : RefusalText.From(RefuseInput.ScanNotPossible(placed.ErrorCode!), texts);
    }

    /// <summary>Whether it is paid by now; a payment whose notice was lost is found here.</summary>
    public Task<bool> IsPaid(string certificate, int application, CancellationToken cancellation) => intake.Look(certificate, application, cancellation);

    private async Task<(OpenApplication?, Refusal?)> Awaiting(string certificate, int application, string phone, CancellationToken cancellation)
    {
        var parsed = new Parsed();
        var (id, number) = (parsed.CertificateId(certificate), parsed.Phone(phone));
        if (parsed.Fault is { } fault)
            return (null, fault);
        var state = await executor.State<Certificate>(id.Value, cancellation).ConfigureAwait(false);
        return state switch
        {
            NotApplied => (null, Refuse.CertificateUnknown()),
            { Open: { } open } when open.Number == application => open switch
            {
                _ when open.Handler.PhoneIndex != personal.IndexOf(number!) => (null, Refuse.ApplicationUnderAnotherPhone()),
                _ when !open.Under.Payment.Contains(PaymentMeans.WeChat) => (null, Refuse.PaymentMeansNotOffered(PaymentMeans.WeChat)),
                _ when !open.IsApproved || open.Missing <= Money.Zero => (null, Refuse.ApplicationAwaitsNoMoney(open.Number, open.Step)),
                _ => (open, null),
            },
            _ => (null, Refuse.ApplicationNotOpen(application)),
        };
    }
}

/// <summary>Our numbers for orders: each names one application of one certificate.</summary>
internal static class ScanOrders
{
    private const char Divider = '_';

    public static string Number(string certificate, int application) =>
        string.Create(CultureInfo.InvariantCulture, $"{certificate}{Divider}{application}");

    public static (string Certificate, int Application)? Read(string number) =>
        number.LastIndexOf(Divider) is var at and > 0
        && int.TryParse(number.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var application)
            ? (number[..at], application)
            : null;
}
