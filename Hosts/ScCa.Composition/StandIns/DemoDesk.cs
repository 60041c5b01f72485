using System.Security.Cryptography;
using System.Text;
using NodaTime;
using ScCa.Application;
using ScCa.Application.Assistant;
using ScCa.Application.Hall;
using ScCa.Application.Ports;
using ScCa.Application.Units;
using ScCa.Application.Views;
using ScCa.Domain.Certificates;
using ScCa.Gateways.Bank;
using ScCa.Gateways.Sms;
using ScCa.Gateways.Tokens;
using ScCa.Pki.Certificates;
using ScCa.Pki.Paths;

namespace ScCa.Composition.StandIns;

/// <summary>An SMS in the local outbox.</summary>
public sealed record DemoSms(string SentAt, string Phone, string Text);

/// <summary>A challenge and the signature of a certificate's stand-in key over it.</summary>
public sealed record SignedChallenge(string Challenge, ReadOnlyMemory<byte> Signature);

/// <summary>
/// The other side of every stand-in, so that one person can play them all: read the SMS outbox, order a transfer at the local bank, use the software USB
/// key, move the clock. Only a demonstration has one.
/// </summary>
public sealed class DemoDesk
{
    private readonly LocalSmsOutbox outbox;
    private readonly LocalBank bank;
    private readonly LocalTokenDesk tokens;
    private readonly CertificateAssistant assistant;
    private readonly CertificateCardReader cards;
    private readonly DemoClock clock;
    private readonly DemoPartners partners;

    internal DemoDesk(
        LocalSmsOutbox outbox, LocalBank bank, LocalTokenDesk tokens, CertificateAssistant assistant, CertificateCardReader cards, DemoClock clock,
        DemoPartners partners, string authorityFile)
    {
        (this.outbox, this.bank, this.tokens, this.assistant, this.cards, this.clock, this.partners) =
            (outbox, bank, tokens, assistant, cards, clock, partners);
        AuthorityFile = authorityFile;
    }

    /// <summary>The demonstration authority's own certificate (PEM): what its certificates are verified against.</summary>
    public string AuthorityFile { get; }

    public Instant Now => clock.GetCurrentInstant();

    /// <summary>Whether a path leads from the certificate to one of the demonstration's roots now (RFC 5280 §6): the framework's own chain knows no SM2.</summary>
    public bool IsGenuine(ReadOnlyMemory<byte> certificate)
    {
        var authorities = PkiCertificate.FromFile(File.ReadAllBytes(AuthorityFile));
        var inputs = PathInputs.Of([.. authorities.Where(a => a.IsSelfIssued)], [.. authorities.Where(a => !a.IsSelfIssued)]);
        return PathValidator.Validate(PkiCertificate.From(certificate), inputs, new PathOptions(Now.ToDateTimeOffset())).IsValid;
    }

    /// <summary>Moves the clock ahead; earlier instants are ignored.</summary>
    public void MoveClockTo(Instant instant) => clock.MoveTo(instant);

    /// <summary>The newest messages first.</summary>
    public async Task<IReadOnlyList<DemoSms>> Outbox(CancellationToken cancellation) =>
        [.. (await outbox.Read(cancellation).ConfigureAwait(false)).Select(m => new DemoSms(m.SentAt, m.Phone, m.Text))];

    /// <summary>Orders a transfer to the authority; answers with the bank's reference.</summary>
    public async Task<string> Transfer(string payerName, long amountFen, CancellationToken cancellation) =>
        (await bank.Transfer(payerName, amountFen, cancellation).ConfigureAwait(false)).Reference;

    /// <summary>Plays WeChat: its notice says that the application's order was paid (P4).</summary>
    public Task<Outcome<DemoDone>> PayByWeChat(string certificate, int application, string payerName, string amount, CancellationToken cancellation) =>
        partners.PayByWeChat(certificate, application, payerName, amount, cancellation);

    /// <summary>Plays the examiner of faces, who has found the legal representative to be himself (P5).</summary>
    public Task<Outcome<DemoDone>> VerifyRealPerson(string certificate, int application, CancellationToken cancellation) =>
        partners.VerifyRealPerson(certificate, application, cancellation);

    /// <summary>Plays the applicant who uploads a paper: one made up from its name.</summary>
    public Task<Outcome<DemoDone>> Upload(string certificate, int application, string material, CancellationToken cancellation) =>
        partners.Upload(certificate, application, material, cancellation);

    /// <summary>Plays the unit that has applied for its role account on the platform (D2).</summary>
    public Task<Outcome<DemoDone>> ApplyForRoleAccount(string certificate, CancellationToken cancellation) => partners.ApplyForRoleAccount(certificate, cancellation);

    /// <summary>Plays the e-invoice platform, which has issued what was asked for (D4).</summary>
    public Task<bool> IssueInvoice(string certificate, int application, CancellationToken cancellation) =>
        partners.DecideInvoice(certificate, application, reversal: null, failureCode: null, cancellation);

    /// <summary>Plays the e-invoice platform, which has taken an invoice back, or has failed to with this code (D4).</summary>
    public Task<bool> ReverseInvoice(string certificate, int application, int attempt, string? failureCode, CancellationToken cancellation) =>
        partners.DecideInvoice(certificate, application, attempt, failureCode, cancellation);

    /// <summary>Plays the courier, who tells what has happened to a parcel (D1).</summary>
    public Task<bool> TellOfParcel(string trackingNumber, TrackingCode code, ParcelSigner? signer, CancellationToken cancellation) =>
        partners.TellOfParcel(trackingNumber, code, signer, cancellation);

    /// <summary>Plays the certificate assistant that has reset the PIN of the present key (C11).</summary>
    public Task<Outcome<DemoDone>> ResetPin(string certificate, CancellationToken cancellation) => partners.ResetPin(certificate, cancellation);

    /// <summary>The digest of a picture or a paper that is made up from its name.</summary>
    public static string DigestOf(string name) => Digest.Parse(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))).Value;

    /// <summary>Has the present key sign a challenge that applies for an operation, by its name (A6).</summary>
    public async Task<SignedChallenge> SignFor(string certificate, string operation, CancellationToken cancellation)
    {
        var challenge = assistant.Challenge(certificate, operation);
        return new SignedChallenge(challenge, await Sign(certificate, challenge, cancellation).ConfigureAwait(false));
    }

    /// <summary>Has the present key of a unit's certificate sign a challenge of <see cref="UnitHall"/> for one purpose (U2).</summary>
    public async Task<SignedForUnit> SignForUnit(string certificate, string challenge, IReadOnlyCollection<string> purpose, CancellationToken cancellation) =>
        new(certificate, challenge, await Sign(certificate, UnitProofs.ToSign(challenge, [.. purpose]), cancellation).ConfigureAwait(false));

    /// <summary>Plays the certificate assistant: makes a key pair, pulls the granted renewal, writes it to the software key, and says so (C5).</summary>
    public async Task<Outcome<RenewalWritten>> PullRenewal(string certificate, CancellationToken cancellation)
    {
        var next = (await OnKey(certificate, cancellation).ConfigureAwait(false)) + 1;
        var request = await tokens.RequestKey(certificate, next, cancellation).ConfigureAwait(false);
        var challenge = assistant.Challenge(certificate, KeyChallenges.ForPull);
        var signature = await Sign(certificate, CertificateAssistant.ToSign(challenge, request.Span), cancellation).ConfigureAwait(false);
        var pulled = await assistant.Pull(new PullRequest(certificate, request, challenge, signature), cancellation).ConfigureAwait(false);
        if (pulled.IsRefused)
            return pulled.Refusal;
        await tokens.Write(certificate, pulled.Value.Generation, pulled.Value.ForKey, cancellation).ConfigureAwait(false);
        return await assistant.ConfirmWritten(certificate, pulled.Value.Serial, cancellation).ConfigureAwait(false);
    }

    /// <summary>The certificate on the software key; null before it is written.</summary>
    public async Task<ReadOnlyMemory<byte>?> CertificateOnKey(string certificate, CancellationToken cancellation) => await tokens
        .ReadCertificate(certificate, await OnKey(certificate, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);

    private async Task<ReadOnlyMemory<byte>> Sign(string certificate, string text, CancellationToken cancellation) => tokens.SignChallenge(
        certificate, await OnKey(certificate, cancellation).ConfigureAwait(false), Encoding.UTF8.GetBytes(text));

    private async Task<int> OnKey(string certificate, CancellationToken cancellation) =>
        (await cards.Find(certificate, cancellation).ConfigureAwait(false))?.Current ?? 0;
}
