using System.Security.Cryptography;
using System.Text;
using NodaTime;
using ScCa.Application.Assistant;
using ScCa.Application.Execution;
using ScCa.Domain.Certificates;
using ScCa.Domain.Units;

namespace ScCa.Application.Units;

/// <summary>A challenge of <see cref="Hall.UnitHall.Challenge"/>, signed with a certificate's key over <see cref="UnitProofs.ToSign"/>.</summary>
public sealed record SignedForUnit(string Certificate, string Challenge, ReadOnlyMemory<byte> Signature);

/// <summary>Proofs that the key of one of a unit's certificates is at hand (U2, A11).</summary>
public sealed class UnitProofs
{
    private readonly KeyChallenges challenges;
    private readonly CommandExecutor executor;
    private readonly IClock clock;

    internal UnitProofs(KeyChallenges challenges, CommandExecutor executor, IClock clock) => (this.challenges, this.executor, this.clock) = (challenges, executor, clock);

    /// <summary>
    /// The text to be signed: the challenge together with what the signature is for, word by word, so that nothing else can be slipped under it.
    /// </summary>
    public static string ToSign(string challenge, params ReadOnlySpan<string> purpose) =>
        $"{challenge}|{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', purpose))))}";

    /// <summary>The proof with the unit that the certificate names; null where the challenge, the signature or the certificate is not good now.</summary>
    internal async Task<ProvenUnit?> Prove(CertificateId certificate, SignedForUnit signed, CancellationToken cancellation, params string[] purpose) =>
        await executor.State<Certificate>(certificate.Value, cancellation).ConfigureAwait(false) is IssuedCertificate { Holder: UnitHolder holder } issued
        && issued.Current.IsValidAt(clock.GetCurrentInstant())
        && await challenges.Prove(certificate, KeyChallenges.ForUnit, ToSign(signed.Challenge, purpose), signed.Signature, cancellation).ConfigureAwait(false)
            is { } proof
            ? new ProvenUnit(new UnitKeyProof(certificate, holder.Self.CreditCode, proof), holder.Self.Name)
            : null;
}

/// <summary>A proof, and the name that the certificate gives its unit.</summary>
internal sealed record ProvenUnit(UnitKeyProof Key, CertificateName Name);
