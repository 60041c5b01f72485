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

/// <summary>Whether what was asked for by a code is paid by now.</summary>
public sealed record ScanLook(bool IsPaid);

/// <summary>Payment by scanning a code (P4): places the order, and looks for its payment whenever the applicant does.</summary>
public sealed class ScanToPay(
    ScanIntake intake, SelfServiceHall hall, CommandExecutor executor, PersonalData personal, TextCatalog texts, IClock clock, IWeChatPayments? weChat = null)
{
    private const int SecondsPerHour = 60 * 60;

    private readonly ScanPlacing? placing = weChat is null ? null : new ScanPlacing(intake, weChat);

    /// <summary>The code for what is still missing; asked for again it is the same order, and another amount is another order.</summary>
    public async Task<Outcome<ScanCode>> Code(string certificate, int application, string phone, CancellationToken cancellation)
    {
        var (open, refusal) = await Awaiting(certificate, application, phone, cancellation).ConfigureAwait(false);
        if (open is null)
            return RefusalText.From(refusal!, texts);
        if (placing is null)
            return RefusalText.From(RefuseInput.ScanNotPossible("not-configured"), texts);
        var expires = ExpiryOfACodeMadeNow();
        var placed = await placing
            .Place(certificate, application, texts[Language.ZhCn, "scan.description"], open.Missing.Fen, expires, cancellation).ConfigureAwait(false);
        return placed.Value is { } address
            ? new ScanCode(address, open.Missing.Value, expires)
            : RefusalText.From(RefuseInput.ScanNotPossible(placed.ErrorCode!), texts);
    }

    /// <summary>
    /// Whether it is paid by now, for the phone that handles it (A1): nobody else is told who pays for what. A payment whose notice was lost is found here.
    /// </summary>
    public async Task<Outcome<ScanLook>> IsPaid(string certificate, int application, string phone, CancellationToken cancellation)
    {
        var row = await hall.ProgressOf(certificate, application, phone, cancellation).ConfigureAwait(false);
        if (row.IsRefused)
            return row.Refusal;
        try
        {
            return new ScanLook(await intake.Look(certificate, application, cancellation).ConfigureAwait(false));
        }
        catch (Exception reason) when (reason is HttpRequestException or TimeoutException)
        {
            // Not told is not paid: it is looked for again.
            return new ScanLook(false);
        }
    }

    // At least an hour, and the same for all of an hour: a request that is repeated with another end is another request to WeChat.
    private Instant ExpiryOfACodeMadeNow()
    {
        var now = clock.GetCurrentInstant().ToUnixTimeSeconds();
        return Instant.FromUnixTimeSeconds(now - (now % SecondsPerHour) + (2 * SecondsPerHour));
    }

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
