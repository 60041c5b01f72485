using ScCa.Seals.Structures;

namespace ScCa.Seals.Verification;

/// <summary>The steps about the timestamp on a seal, GM/T 0031-2025.</summary>
internal sealed class SealTimestampSteps(ElectronicSeal seal, SealTrust trust, StepSheet sheet)
{
    private static readonly StampSteps Steps = StampSteps.OfSeal;

    /// <summary>When the seal was there, where a timestamp proves it.</summary>
    public DateTimeOffset? Run()
    {
        if (seal.Timestamp is not { } encoded)
        {
            Steps.Leave(sheet, seal.Version == SealVersion.V5 ? SealFinding.NotPresent : SealFinding.NotInThisVersion);
            return null;
        }

        var token = StampSteps.Read(encoded);
        return Steps.Run(token, imprint => Imprints.IsOf(imprint, seal.SignatureValue.Span), trust, sheet) ? token!.Info.Time : null;
    }
}
