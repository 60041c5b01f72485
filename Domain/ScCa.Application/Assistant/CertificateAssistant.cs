using System.Security.Cryptography;
using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Inputs;
using ScCa.Application.Issuing;
using ScCa.Application.Ports;
using ScCa.Application.Texts;
using ScCa.Domain;
using ScCa.Domain.Certificates;
using ScCa.Domain.Refusals;

namespace ScCa.Application.Assistant;

/// <summary>
/// The assistant's pull. <paramref name="Request"/> is the PKCS#10 request of the key pair just made on the key; <paramref name="Challenge"/> is what
/// <see cref="CertificateAssistant.ToSign"/> gave for it, signed with the present key.
/// </summary>
public sealed record PullRequest(string Certificate, ReadOnlyMemory<byte> Request, string Challenge, ReadOnlyMemory<byte> Signature);

/// <summary>The renewed certificate, to be written to the key: with the encryption half of its pair where it has one.</summary>
public sealed record PulledCertificate(string Serial, int Generation, LocalDate NotAfter, KeyContent ForKey)
{
    public ReadOnlyMemory<byte> Der => ForKey.Signing;
}

/// <summary>A renewal is on the key.</summary>
public sealed record RenewalWritten(string Certificate, long Position);

/// <summary>What the certificate assistant (证书助手) asks of the authority: pull a granted renewal onto the key (C5).</summary>
public sealed class CertificateAssistant(
    ICommands commands, CommandExecutor executor, GenerationIssuer issuer, KeyChallenges challenges, TextCatalog texts, IClock clock)
{
    private const string Actor = "assistant:key-holder";

    /// <summary>A challenge for the present key, for one purpose of <see cref="KeyChallenges"/>.</summary>
    public string Challenge(string certificate, string purpose) => challenges.Issue(certificate, purpose);

    /// <summary>The text that the present key signs to pull: challenge and request together, so that nobody can slip another request under a signature.</summary>
    public static string ToSign(string challenge, ReadOnlySpan<byte> request) => $"{challenge}|{Convert.ToHexStringLower(SHA256.HashData(request))}";

    /// <summary>Issues the granted generation, or answers with it again after a crash on either side.</summary>
    public async Task<Outcome<PulledCertificate>> Pull(PullRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var parsed = new Parsed();
        var certificate = parsed.CertificateId(request.Certificate);
        if (parsed.Fault is { } fault)
            return RefusalText.From(fault, texts);
        if (await executor.State<Certificate>(certificate.Value, cancellation).ConfigureAwait(false) is not IssuedCertificate { Grant: not null })
            return RefusalText.From(Refuse.NothingToWrite(), texts);
        var signed = ToSign(request.Challenge, request.Request.Span);
        if (await challenges.Prove(certificate, KeyChallenges.ForPull, signed, request.Signature, cancellation).ConfigureAwait(false) is null)
            return RefusalText.From(RefuseInput.ChallengeExpired(), texts);
        return await Issue(certificate, request.Request, cancellation).ConfigureAwait(false);
    }

    /// <summary>The assistant has written the generation with this serial to the key; said twice, it is answered twice.</summary>
    public async Task<Outcome<RenewalWritten>> ConfirmWritten(string certificate, string serial, CancellationToken cancellation)
    {
        var parsed = new Parsed();
        var (id, written) = (parsed.CertificateId(certificate), parsed.Choice(serial, SerialNumber.Parse, "serial"));
        if (parsed.Fault is { } fault)
            return RefusalText.From(fault, texts);
        var complete = new CompleteUpdate(new CommandId($"written:{written}"), id, written!, clock.GetCurrentInstant());
        return await commands.Execute(complete, new CommandContext(Actor), cancellation).ConfigureAwait(false) switch
        {
            Answer<Certificate>.Accepted accepted => new RenewalWritten(certificate, accepted.Position),
            Answer<Certificate>.Refused(var refusal) => RefusalText.From(refusal, texts),
            _ => throw new InvalidOperationException("An answer of no known kind."),
        };
    }

    private async Task<Outcome<PulledCertificate>> Issue(CertificateId certificate, ReadOnlyMemory<byte> request, CancellationToken cancellation)
    {
        try
        {
            var (generation, refusal) = await issuer.Issue(certificate, request, new CommandContext(Actor), cancellation).ConfigureAwait(false);
            return generation is null
                ? RefusalText.From(refusal!, texts)
                : new PulledCertificate(
                    generation.Generation.Serial.Value, generation.Generation.Number, generation.Generation.NotAfterDate, generation.ForKey);
        }
        catch (IssuanceRefusedException)
        {
            return RefusalText.From(RefuseInput.KeyRequestRefused(), texts);
        }
        catch (AuthorityNotReadyException)
        {
            return RefusalText.From(RefuseInput.AuthorityNotReady(), texts);
        }
    }
}
