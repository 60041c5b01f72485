using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;

namespace ScCa.Application.Ports;

/// <summary>What a seal is to be: everything but its id and the instant, which the maker adds.</summary>
/// <param name="Name">The name in the seal: its holder's.</param>
/// <param name="NotAfter">The last second that the seal is valid (S2).</param>
/// <param name="Signer">The signature certificate of the generation that the seal names.</param>
/// <param name="Picture">The picture's file as it was uploaded; empty where the maker is to draw one.</param>
public sealed record SealPlan(HolderKind Kind, SealFormat Format, string Name, CreditCode? CreditCode, Instant NotAfter, Der Signer, ReadOnlyMemory<byte> Picture);

/// <summary>A seal that is built and checked and not signed: the single-use permission to sign exactly these bytes.</summary>
public abstract class PreparedSeal
{
    /// <summary>The seal's own id (esID), unpredictable and used once.</summary>
    public abstract string SealId { get; }

    /// <summary>SHA-256 of the to-be-signed bytes.</summary>
    public abstract Digest TbsDigest { get; }

    /// <summary>The name of the seal maker's key that will sign.</summary>
    public abstract string SigningKey { get; }
}

/// <summary>Why a seal could not be made: its picture or its signer's certificate is not in order.</summary>
public sealed class SealMakingRefusedException(IssuanceFinding finding) : Exception(finding?.ToString())
{
    public IssuanceFinding Finding { get; } = finding;
}

/// <summary>
/// The seal maker (制章人), in the same two halves as the authority: the intent between them is the caller's to make durable. <b>Idempotence</b>: none; what is
/// prepared is signed at most once. <b>Concurrency</b>: safe from any thread.
/// </summary>
public interface ISealMaker
{
    /// <exception cref="SealMakingRefusedException">The seal cannot be made so; nothing was used up.</exception>
    ValueTask<PreparedSeal> Prepare(SealPlan plan, CancellationToken cancellation);

    /// <summary>The finished seal (SESeal). Once begun, the permission is used up even if this fails.</summary>
    /// <exception cref="InvalidOperationException">It has been signed before.</exception>
    ValueTask<Der> Sign(PreparedSeal prepared, CancellationToken cancellation);
}
