using ScCa.Pki.Algorithms;
using ScCa.Seals.Structures;
using ScCa.Seals.Verification;

namespace ScCa.Seals.Sealing;

/// <summary>Puts a seal on a digest: what is to be signed comes out, the signature made in the holder's token goes in.</summary>
public static class SealSigning
{
    /// <summary>Checks signer and seal as GM/T 0031 prescribes before anything is signed.</summary>
    /// <param name="trust">Its instant is not used: everything is judged as of the signing.</param>
    /// <exception cref="SealRefusedException">The seal or the certificate may not be used; its place names the step that failed.</exception>
    public static PendingSealSignature Begin(SealingRequest request, SealTrust trust)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(trust);
        if (request.Seal.Version == SealVersion.V1)
            throw new SealRefusedException(SealRefusal.SealVersionUnfit);
        var then = trust with { Now = request.At };
        RefuseUnfitSigner(request, then);
        if (SealVerifier.VerifySeal(request.Seal, then).FirstFailure is { } failure)
            throw new SealRefusedException(SealRefusal.SealUnfit, failure.Step.ToString());
        return BeginAny(request);
    }

    internal static PendingSealSignature BeginAny(SealingRequest request, ReadOnlyMemory<byte>? timeInfoOfV1 = null)
    {
        var algorithm = SignatureAlgorithm.For(request.Signer.PublicKey.Kind);
        if (request.DataHash.Length != algorithm.Digest.SizeInBytes)
            throw new ArgumentException("The digest is not as long as the algorithm's.", nameof(request));
        if (request.PropertyInfo.Length == 0 || !request.PropertyInfo.All(char.IsAscii))
            throw new ArgumentException("propertyInfo is ASCII and says what is protected.", nameof(request));
        var content = new SealSignatureContent(request.Seal, request.At, request.DataHash, request.PropertyInfo, request.Signer.Encoded, algorithm.Oid)
        {
            Extensions = request.Extensions,
            TimeInfoOfV1 = timeInfoOfV1,
        };
        return new PendingSealSignature(request, algorithm, content.Encode());
    }

    private static void RefuseUnfitSigner(SealingRequest request, SealTrust then)
    {
        var steps = CertificateSteps.Signer;
        if (!request.Seal.Content.Property.Signers.Lists(request.Signer.Encoded))
            throw new SealRefusedException(SealRefusal.SignerNotInSeal);
        if (steps.KeyUsageFailure(request.Signer) is not null)
            throw Unfit(steps.KeyUsage);
        if (steps.ValidityFailure(request.Signer, request.At) is not null)
            throw Unfit(steps.Validity);
        var judgement = steps.Ask(then, request.Signer, request.At, []);
        if (!judgement.IsTrusted)
            throw Unfit(steps.Chain);
        if (judgement.Revocation == CertificateRevocation.Revoked || (judgement.Revocation == CertificateRevocation.Unknown && !then.Policy.AcceptsUnknownRevocation))
            throw Unfit(steps.Revocation);
    }

    private static SealRefusedException Unfit(SealStep step) => new(SealRefusal.SignerCertificateUnfit, step.ToString());
}
