using ScCa.Seals.Structures;

namespace ScCa.Seals.Verification;

/// <summary>Verifies seals and seal signatures of every version, step by step. Nothing in them makes it throw. Pure, and for any number of threads.</summary>
public static class SealVerifier
{
    /// <summary>A seal by itself, as of now.</summary>
    public static SealVerdict VerifySeal(ReadOnlyMemory<byte> encoded, SealTrust trust)
    {
        ArgumentNullException.ThrowIfNull(trust);
        try
        {
            return VerifySeal(ElectronicSeal.Read(encoded), trust);
        }
        catch (SealRefusedException)
        {
            var sheet = new StepSheet();
            sheet.Fail(SealStep.SealFormat, SealFinding.SealMalformed);
            return sheet.Finish(SealFinding.NotReached);
        }
    }

    public static SealVerdict VerifySeal(ElectronicSeal seal, SealTrust trust)
    {
        ArgumentNullException.ThrowIfNull(seal);
        ArgumentNullException.ThrowIfNull(trust);
        var sheet = new StepSheet();
        new SealVerification(seal, trust, sheet, trust.Now).Run();
        return sheet.Finish(SealFinding.NotAsked) with { Seal = seal };
    }

    /// <param name="content">What the seal was put on; null to leave that to the caller.</param>
    public static SealVerdict VerifySignature(ReadOnlyMemory<byte> encoded, ProtectedContent? content, SealTrust trust)
    {
        ArgumentNullException.ThrowIfNull(trust);
        return VerifySignature(encoded, new SignatureSubject(content, null), trust, new StepSheet());
    }

    /// <param name="sheet">May hold the results of steps about the document around it.</param>
    internal static SealVerdict VerifySignature(ReadOnlyMemory<byte> encoded, SignatureSubject subject, SealTrust trust, StepSheet sheet)
    {
        try
        {
            return new SignatureVerification(SealSignature.Read(encoded), subject, trust, sheet).Run();
        }
        catch (SealRefusedException refused)
        {
            if (refused.Refusal == SealRefusal.SealMalformed)
                sheet.Fail(SealStep.SealFormat, SealFinding.SealMalformed);
            else
                sheet.Fail(SealStep.SignatureFormat, SealFinding.SignatureMalformed);
            return sheet.Finish(SealFinding.NotReached);
        }
    }
}
